// Going to the organisation's provider and coming back from it: two plain addresses, since the browser is redirected.
import { comeBack, goToProvider, type Deps, type IdentityProvider } from "@jumelage/api";
import type { FastifyInstance } from "fastify";
import { backPath } from "../identity-provider.ts";
import { cookieOptions, sessionCookie } from "./session-cookie.ts";

export interface SignInOptions {
  readonly deps: Deps;
  readonly provider: IdentityProvider;
  readonly secure: boolean;
}

/** Seconds a browser keeps what ties it to the sign-in it began. */
const attemptSeconds = 600;

/** Mounts `/auth/provider` (`?purpose=step-up`, `?return=` a path of the console) and the address to come back to. */
export function mountSignIn(app: FastifyInstance, { deps, provider, secure }: SignInOptions): void {
  const session = sessionCookie(secure);
  const name = secure ? "__Host-jumelage-state" : "jumelage-state";
  const options = cookieOptions(secure);
  const config = { rateLimit: { max: 60, timeWindow: "1 minute" } };

  // A key that stands twice in an address is a list: nothing is taken for a text before it is one.
  app.get<{ Querystring: { purpose?: unknown; return?: unknown } }>(
    "/auth/provider",
    { config },
    async (request, reply) => {
      const { purpose, return: returnTo } = request.query;
      const { sent } = session.of(request, reply);
      const there = await goToProvider(
        {
          purpose: purpose === "step-up" ? purpose : "sign-in",
          returnTo: typeof returnTo === "string" ? returnTo : "/",
          token: sent,
        },
        provider,
        deps,
      ).catch((error: unknown) => {
        deps.log.warn({ err: error }, "the provider cannot be reached");
        return undefined;
      });
      reply.header("cache-control", "no-store");
      if (!there) return reply.redirect("/?connexion=unreachable");
      reply.setCookie(name, there.state, { ...options, maxAge: attemptSeconds });
      return reply.redirect(there.url);
    },
  );

  app.get(backPath, { config }, async (request, reply) => {
    const token = session.of(request, reply);
    const state = request.cookies[name] ?? "";
    const query = request.url.split("?")[1] ?? "";
    const back = await comeBack({ query, state, token: token.sent }, provider, deps);
    reply.clearCookie(name, options).header("cache-control", "no-store");
    if (!back.ok) return reply.redirect(withFailure(back.returnTo, back.reason));
    if (back.opened) token.set(back.opened.token, back.opened.maxAgeSeconds);
    return reply.redirect(back.returnTo);
  });
}

/** The page somebody came from, with why nobody was signed in. */
function withFailure(path: string, reason: string): string {
  const url = new URL(path, "http://console.invalid");
  url.searchParams.set("connexion", reason);
  return url.pathname + url.search + url.hash;
}
