// The console's files: the built single-page app, with every address of the console answered by its first page, and
// the content security policy it runs under.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Everything comes from this server; nothing is inline, neither script nor style. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  // Text becomes script nowhere; the one name is of what starts the console's own workers (apps/admin/src/lab).
  "require-trusted-types-for 'script'",
  "trusted-types jumelage-worker",
].join("; ");

/**
 * The worker that reads a cohort compiles a kernel for it, which nothing else of the console may; it connects to nothing,
 * so that a file it was given stays with it.
 */
const cohortWorker = /^cohort\.worker-[\w-]+\.js$/;
const cohortPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";

export type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Mounts the console found in `folder`; without one, every page says that it is not built. What it returns sends the
 * console's page, which says itself when there is nothing at an address.
 */
export async function mountConsole(app: FastifyInstance, folder: string): Promise<SendPage | undefined> {
  const page = path.join(folder, "index.html");
  if (!existsSync(page)) {
    app.get("/", (_request, reply) =>
      reply
        .code(503)
        .type("text/plain; charset=utf-8")
        .send("La console n’est pas construite. / The console is not built.\n"),
    );
    return undefined;
  }
  const html = readFileSync(page, "utf8");
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    // The first page is answered below, with its policy.
    globIgnore: ["index.html"],
    setHeaders(response, file) {
      // Vite names built files after their content.
      const forEver = path.relative(folder, file).startsWith(`assets${path.sep}`);
      response.header("cache-control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
      if (cohortWorker.test(path.basename(file))) response.header("content-security-policy", cohortPolicy);
    },
  });
  const send: SendPage = (_request, reply) =>
    reply
      .header("content-security-policy", policy)
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(html);
  for (const address of ["/", "/index.html", "/p/*"]) app.get(address, send);
  return send;
}

/** Whether somebody opened an address in a browser, and not an app of ours or of theirs. */
export function isPageVisit({ method, url, headers }: FastifyRequest): boolean {
  const asksForPage = method === "GET" && headers.accept?.includes("text/html") === true;
  return asksForPage && !/^\/(?:v1|trpc|cds-services)(?:[/?]|$)/.test(url);
}
