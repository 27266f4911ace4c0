import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "api",
          include: ["packages/api/**/*.test.ts", "apps/server/**/*.test.ts"],
          globalSetup: ["packages/db/test/cluster.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.e2e.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // One browser and one server at a time: they are the load, not the tests.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "unit",
          include: [
            "*.test.ts",
            "packages/{engine,content,sdk}/**/*.test.ts",
            "apps/{admin,cli}/src/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
          ],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
