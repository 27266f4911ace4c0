// What browsers are told of every answer, by helmet: worked out once, because it is the same for every request.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** Tells browsers what they must not do with any answer; one that needs more says so itself. Before any route is mounted. */
export function sendSecurityHeaders(app: FastifyInstance, { secure }: { readonly secure: boolean }): void {
  const headers = securityHeaders(secure);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: secure,
  });
  const headers: Record<string, string> = {};
  // None of what it says depends on what was asked: it sets headers, and looks at nothing.
  const answer = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  middleware({} as IncomingMessage, answer as unknown as ServerResponse, (error?: unknown) => {
    if (error instanceof Error) throw error;
  });
  return headers;
}
