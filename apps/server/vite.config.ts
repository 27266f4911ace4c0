import { defineConfig } from "vite";

export default defineConfig({
  build: { ssr: "src/main.ts", target: "node22", sourcemap: true },
  ssr: { noExternal: [/^@jumelage\//, /^drizzle-orm/, "zod", "@trpc/server", "json-rules-engine"] },
});
