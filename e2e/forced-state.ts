// Answers of the server as a screen hardly ever gets them, put in the place of real ones.
import type { Page, Route } from "playwright-core";

/** How the server answers: not yet, not at all, with a fault, or with a refusal. */
export const troubles = ["loading", "offline", "error", "forbidden"] as const;
export type Trouble = (typeof troubles)[number];

/** By which support would find the fault that `error` answers with. */
export const requestId = "req-7q";

/** As `errorFormatter` of packages/api/src/trpc.ts words them. */
const answers = {
  error: { rpc: -32603, code: "INTERNAL_SERVER_ERROR", httpStatus: 500, refusal: null },
  forbidden: {
    rpc: -32003,
    code: "FORBIDDEN",
    httpStatus: 403,
    refusal: { code: "forbidden", details: { action: "program.read" } },
  },
} as const;

export interface Forced {
  /** How many questions were answered so, up to now. */
  readonly count: () => number;
  /** From now on the server answers for itself, also what was held back. */
  readonly lift: () => Promise<void>;
}

/** Answers what this page asks of these procedures with that trouble, until it is lifted. */
export async function force(
  page: Page,
  trouble: Trouble,
  isForced: (procedure: string) => boolean,
): Promise<Forced> {
  const held: Route[] = [];
  let count = 0;
  const answer = async (route: Route): Promise<void> => {
    const { pathname, searchParams } = new URL(route.request().url());
    const procedures = decodeURIComponent(pathname.replace("/trpc/", "")).split(",");
    if (!procedures.some(isForced)) return route.fallback();
    count += 1;
    if (trouble === "loading") return void held.push(route);
    if (trouble === "offline") return route.abort("internetdisconnected");
    const { rpc, code, httpStatus, refusal } = answers[trouble];
    const error = { message: code, code: rpc, data: { code, httpStatus, requestId, refusal } };
    if (!searchParams.has("batch"))
      return route.fulfill({ status: httpStatus, contentType: "application/json", json: { error } });
    // Others are asked in the same breath: they are answered as ever.
    const response = await route.fetch();
    const all = (await response.json()) as unknown[];
    const json = all.map((one, i) => (isForced(procedures[i] ?? "") ? { error } : one));
    // Lifted meanwhile, it has gone its way already.
    return route.fulfill({ status: 207, contentType: "application/json", json }).catch(() => undefined);
  };
  await page.route("**/trpc/**", answer);
  return {
    count: () => count,
    async lift() {
      await page.unroute("**/trpc/**", answer);
      await Promise.all(held.splice(0).map((route) => route.continue().catch(() => undefined)));
    },
  };
}
