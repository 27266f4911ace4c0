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

/** Who is signed in is always known: without it there is no screen but that of signing in. */
export const everything = (procedure: string): boolean => procedure !== "session.get";
/** What the frame of a program asks, whichever of its screens is open, and what is no part of a screen. */
const ofTheFrame = ["session.get", "programs.get", "programs.list", "drafts.get", "releases.get"];
const besides = ["drafts.here", "inbox.list", "comments.list"];
/** What a screen itself asks. */
export const whatItAsks = (procedure: string): boolean => ![...ofTheFrame, ...besides].includes(procedure);

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

/** Lets the page ask anew for all that it shows, as it does once a connection is back, and be answered with nothing. */
export async function makeOld(page: Page, isForced: (procedure: string) => boolean): Promise<Forced> {
  const forced = await force(page, "offline", isForced);
  await page.evaluate(() => {
    dispatchEvent(new Event("offline"));
    dispatchEvent(new Event("online"));
  });
  return forced;
}
