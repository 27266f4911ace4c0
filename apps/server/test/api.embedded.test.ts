import { apiSuite } from "./api-suite.ts";
import { startProcess } from "./server-process.ts";
import { kindTests } from "./suites/kinds.ts";

apiSuite("API on the embedded PostgreSQL", () => startProcess(), [kindTests]);
