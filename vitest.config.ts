import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
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
