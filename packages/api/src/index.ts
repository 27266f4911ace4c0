export type { AppRouter } from "./router.ts";
export { appRouter } from "./router.ts";
