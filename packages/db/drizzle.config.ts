import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./src/schema.ts",
    "./src/schema-drafts.ts",
    "./src/schema-lab.ts",
    "./src/schema-accounts.ts",
    "./src/schema-integrations.ts",
    "./src/schema-schedules.ts",
  ],
  out: "./src/migrations",
});
