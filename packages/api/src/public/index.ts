// The public API as data: every route downstream apps may call.
import { batchRoutes } from "./batch.routes.ts";
import { eventRoutes } from "./events.routes.ts";
import { evaluateRoutes } from "./evaluate.routes.ts";
import { keyRoutes } from "./keys.routes.ts";
import { programRoutes } from "./programs.routes.ts";
import { receiptRoutes } from "./receipts.routes.ts";
import { reportRoutes } from "./report.routes.ts";
import type { PublicRoute } from "./route.ts";

export { preflightHeaders } from "./admission.ts";
export { languageOf, problemAnswer, problemSchema, type ProblemCode } from "./problems.ts";
export { mostBytes } from "./route.ts";
export type { PublicAnswer, PublicRequest, PublicRoute } from "./route.ts";
export { servePublic } from "./serve.ts";
export { createPublicState, type PublicState } from "./state.ts";

export const publicRoutes: readonly PublicRoute[] = [
  ...programRoutes,
  ...eventRoutes,
  ...evaluateRoutes,
  ...batchRoutes,
  ...receiptRoutes,
  ...reportRoutes,
  ...keyRoutes,
];
