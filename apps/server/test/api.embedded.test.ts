import { apiSuite } from "./api-suite.ts";
import { startProcess } from "./server-process.ts";

apiSuite("API on the embedded PostgreSQL", () => startProcess());
