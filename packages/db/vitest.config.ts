import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "db",
    root: import.meta.dirname,
    include: ["src/**/*.test.ts"],
    globalSetup: ["./test/cluster.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
