import { defineConfig } from "vite";

// Threads are files of their own, beside the one that starts them: the lab's and, within it, the solver's.
const entries = {
  main: "src/main.ts",
  "lab-thread": "src/lab/lab-thread.ts",
  worker: "../../packages/prover/src/worker.ts",
};

export default defineConfig({
  build: {
    ssr: true,
    target: "node22",
    sourcemap: true,
    rollupOptions: { input: entries, output: { entryFileNames: "[name].js" } },
  },
  ssr: { noExternal: [/^@jumelage\//, /^drizzle-orm/, "zod", "@trpc/server", "json-rules-engine"] },
});
