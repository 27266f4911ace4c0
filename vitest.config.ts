// One project per kind of test, so that `pnpm test` can count them apart (scripts/test.ts).
import { defineConfig } from "vitest/config";

/** Tests that show what is promised (packages/engine/test/evidence.ts). */
const tags = [{ name: "evidence" }];
const limits = { testTimeout: 60_000, hookTimeout: 120_000 };
const cluster = "packages/db/test/cluster.ts";
const demo = "apps/server/test/demo-template.ts";

export default defineConfig({
  test: {
    // One core is kept free by default, which on a small machine is half of it.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "core",
          tags,
          include: ["packages/{engine,content,prover,sdk}/**/*.test.ts"],
          // Pure modules need no fresh copy for each file, and reading them again costs a fifth of the time.
          isolate: false,
          // In the long tier chance decides as often as it takes.
          testTimeout: process.env["JUMELAGE_LONG"] === "1" ? 86_400_000 : 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "unit",
          tags,
          include: [
            "*.test.ts",
            "packages/cohort/**/*.test.ts",
            "packages/api/src/**/*.test.ts",
            "apps/{admin,cli}/src/**/*.test.{ts,tsx}",
            "{scripts,bench}/**/*.test.ts",
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: "db", tags, include: ["packages/db/**/*.test.ts"], globalSetup: [cluster], ...limits },
      },
      // The same suite, on two kinds of database; what the server is besides its API runs with the embedded one.
      {
        test: {
          name: "api-embedded",
          tags,
          include: ["apps/server/{src,test}/**/*.test.ts"],
          exclude: ["**/api.external.test.ts"],
          globalSetup: [cluster, demo],
          ...limits,
        },
      },
      {
        test: {
          name: "api-external",
          tags,
          include: ["apps/server/test/api.external.test.ts"],
          globalSetup: [cluster],
          ...limits,
        },
      },
      {
        test: {
          name: "e2e",
          tags,
          include: ["e2e/**/*.e2e.ts"],
          globalSetup: [demo],
          // What is waited for is waited for as long as an element is: a draft is saved only some time after the last key.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
