export type { Issue as $ZodIssue } from "./schema.ts";
