// The public API for people to read: one page made from the OpenAPI document, in French or in English.
import type { Lang } from "@jumelage/engine";
import type { FastifyInstance } from "fastify";

/** The part of an OpenAPI document this page shows. */
interface Operation {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: unknown }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >;
}

const words = {
  fr: {
    title: "Jumelage\u00a0: l’API publique",
    intro:
      "Chaque demande porte la clé de l’application cliente\u00a0: « Authorization\u00a0: Bearer … ». Ce qui ne va pas revient en application/problem+json avec un code stable.",
    open: "sans clé",
    parameters: "Paramètres",
    body: "Corps",
    answer: "Réponse",
    other: "English",
    document: "Document OpenAPI",
  },
  en: {
    title: "Jumelage: the public API",
    intro:
      "Every request carries the consumer key: “Authorization: Bearer …”. What is wrong comes back as application/problem+json with a stable code.",
    open: "no key",
    parameters: "Parameters",
    body: "Body",
    answer: "Answer",
    other: "Français",
    document: "OpenAPI document",
  },
} as const;

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f23; background: #fff; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { background: #f3f5f7; padding: 0.75rem; overflow: auto; max-height: 24rem; }
section { border-top: 1px solid #c9d1d9; margin-top: 1.5rem; padding-top: 0.5rem; }
h2 { font-size: 1.05rem; } summary { cursor: pointer; } a { color: #04553d; }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #14181d; } pre { background: #1f252c; } a { color: #7fd1b1; } }
`;

/** Mounts `/docs` and `/v1/openapi.json`. */
export function mountDocs(app: FastifyInstance): void {
  app.get("/v1/openapi.json", (_request, reply) =>
    reply.header("cache-control", "no-cache").send(app.swagger()),
  );
  app.get("/docs.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(style));
  app.get<{ Querystring: { lang?: unknown } }>("/docs", (request, reply) =>
    reply
      .header(
        "content-security-policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      .type("text/html; charset=utf-8")
      .send(page(app.swagger() as never, request.query.lang === "en" ? "en" : "fr")),
  );
}

function page(
  document: { readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>> },
  lang: Lang,
): string {
  const w = words[lang];
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section({ path, method, operation, lang })),
  );
  const other = lang === "fr" ? "en" : "fr";
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(w.title)}</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>${escape(w.title)}</h1>
<p>${escape(w.intro)}</p>
<p><a href="/v1/openapi.json">${escape(w.document)}</a> · <a href="/docs?lang=${other}" hreflang="${other}">${escape(w.other)}</a></p>
${operations.join("\n")}</main></body></html>`;
}

function section(entry: { path: string; method: string; operation: Operation; lang: Lang }): string {
  const { path, method, operation, lang } = entry;
  const w = words[lang];
  const [fr = "", en = fr] = (operation.summary ?? "").split(" / ");
  const parameters = (operation.parameters ?? []).map(
    (p) => `<li><code>${escape(p.name)}</code> (${escape(p.in)})</li>`,
  );
  const answer = Object.entries(operation.responses?.["200"]?.content ?? {})[0];
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  return `<section><h2><code>${method.toUpperCase()} ${escape(path)}</code></h2>
<p>${escape(lang === "fr" ? fr : en)}${operation.security === undefined ? ` (${escape(w.open)})` : ""}</p>
${parameters.length > 0 ? `<p>${escape(w.parameters)}</p><ul>${parameters.join("")}</ul>` : ""}
${body ? schema(`${w.body} (${body[0]})`, body[1].schema) : ""}
${answer ? schema(`${w.answer} (${answer[0]})`, answer[1].schema) : ""}</section>`;
}

function schema(title: string, value: unknown): string {
  return `<details><summary>${escape(title)}</summary><pre>${escape(JSON.stringify(value, null, 2))}</pre></details>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
