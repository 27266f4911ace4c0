import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The server of `pnpm dev`, which takes changes from its own origin only: the proxy speaks for the page it serves.
const server = process.env.API_URL ?? "http://127.0.0.1:4310";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    // Fonts and pictures stay files: the content security policy allows no data: address.
    assetsInlineLimit: 0,
    // The polyfill of modulepreload would be an inline script.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/trpc": { target: server, changeOrigin: true, headers: { origin: server } } } },
});
