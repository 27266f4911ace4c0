// Problems as consumers receive them (RFC 9457): a stable code, the request id, data the caller may see, no internals.
import type { Lang, Text } from "@jumelage/engine";
import { z } from "zod";
import { refusalCodes, type RefusalCode, type RefusalDetails } from "../refusal-codes.ts";
import type { PublicAnswer } from "./route.ts";

/** What can be wrong with a request before any use-case sees it, or with us. */
const ownCodes = [
  "no-key",
  "wrong-key",
  "no-token",
  "wrong-token",
  "prefetch-missing",
  "malformed-json",
  "unsupported-media-type",
  "too-large",
  "method-not-allowed",
  "invalid-facts",
  "unavailable",
  "internal",
] as const;
export const problemCodes = [...refusalCodes, ...ownCodes] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A problem as it is written: these members, and whatever belongs to its code. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  requestId: z.string(),
});

interface ProblemKind {
  readonly status: number;
  readonly title: Text;
}

const kinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  "not-found": { status: 404, title: { fr: "Introuvable.", en: "Not found." } },
  "stale-revision": {
    status: 409,
    title: { fr: "Le contenu a changé entre-temps.", en: "The content has changed in the meantime." },
  },
  forbidden: { status: 403, title: { fr: "Action non permise.", en: "This is not allowed." } },
  "signed-out": { status: 401, title: { fr: "Il faut s’identifier.", en: "Sign in first." } },
  "step-up-needed": {
    status: 403,
    title: { fr: "Il faut montrer de nouveau qui l’on est.", en: "Show again who you are first." },
  },
  "invalid-input": {
    status: 400,
    title: { fr: "La demande n’a pas la forme attendue.", en: "The request is not of the expected shape." },
  },
  "changes-unseen": {
    status: 409,
    title: {
      fr: "Des changements restent à marquer comme vus avant d’approuver.",
      en: "Changes are still to be marked as seen before approving.",
    },
  },
  "publish-blocked": {
    status: 409,
    title: { fr: "Une garde empêche la publication.", en: "A gate blocks publishing." },
  },
  "release-immutable": {
    status: 409,
    title: { fr: "Une version publiée ne change plus.", en: "A release never changes." },
  },
  "rate-limited": { status: 429, title: { fr: "Trop de demandes.", en: "Too many requests." } },
  undecided: { status: 422, title: { fr: "Impossible de trancher.", en: "This cannot be decided." } },
  archived: {
    status: 410,
    title: {
      fr: "Ce programme est archivé : ses canaux ne servent plus. Ses versions restent lisibles.",
      en: "This program is archived: its channels serve no more. Its releases can still be read.",
    },
  },
  "no-key": {
    status: 401,
    title: { fr: "La clé de l’application cliente manque.", en: "The consumer key is missing." },
  },
  "wrong-key": { status: 401, title: { fr: "Cette clé n’est pas valide.", en: "This key is not valid." } },
  "no-token": {
    status: 401,
    title: { fr: "Le jeton de l’application cliente manque.", en: "The client’s token is missing." },
  },
  "wrong-token": {
    status: 401,
    title: { fr: "Ce jeton n’est pas accepté.", en: "This token is not accepted." },
  },
  "prefetch-missing": {
    status: 412,
    title: {
      fr: "Les données à joindre à la demande manquent.",
      en: "The data that goes with the request is missing.",
    },
  },
  "malformed-json": {
    status: 400,
    title: {
      fr: "Le corps de la demande, ou une ligne d’un lot, n’est pas du JSON.",
      en: "The body of the request, or a line of a batch, is not JSON.",
    },
  },
  "unsupported-media-type": {
    status: 415,
    title: {
      fr: "Le corps doit être du type application/json, ou application/x-ndjson pour un lot.",
      en: "The body must be of type application/json, or application/x-ndjson for a batch.",
    },
  },
  "too-large": {
    status: 413,
    title: {
      fr: "Le corps de la demande, ou une ligne d’un lot, dépasse 1 Mio.",
      en: "The body of the request, or a line of a batch, is over 1 MiB.",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: {
      fr: "Cette adresse ne répond pas à cette méthode.",
      en: "This address does not answer to this method.",
    },
  },
  "invalid-facts": {
    status: 422,
    title: {
      fr: "Des renseignements ne sont pas valides pour cette version.",
      en: "Some facts are not valid for this release.",
    },
  },
  unavailable: {
    status: 503,
    title: {
      fr: "Le service ne peut pas répondre pour le moment.",
      en: "The service cannot answer at the moment.",
    },
  },
  internal: {
    status: 500,
    title: { fr: "Une erreur s’est produite chez nous.", en: "Something went wrong on our side." },
  },
};

/** Whether a code is one of those a refusal has. */
export function isRefusalCode(code: ProblemCode): code is RefusalCode {
  return (refusalCodes as readonly string[]).includes(code);
}

export interface ProblemOptions {
  readonly requestId: string;
  readonly lang: Lang;
  readonly details?: RefusalDetails;
}

/** What is wrong, as data. Every key of `details` stands beside the standard members. */
export function problemBody(code: ProblemCode, options: ProblemOptions) {
  const { status, title } = kinds[code];
  return {
    ...options.details,
    type: `urn:jumelage:problem:${code}`,
    title: title[options.lang],
    status,
    code,
    requestId: options.requestId,
  };
}

/** The answer that says what is wrong. */
export function problemAnswer(code: ProblemCode, options: ProblemOptions): PublicAnswer {
  const { status } = kinds[code];
  const headers: Record<string, string> = {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  };
  const wait = options.details?.["retryAfter"];
  if (typeof wait === "number") headers["retry-after"] = String(wait);
  if (status === 401) headers["www-authenticate"] = 'Bearer realm="jumelage"';
  return { status, headers, body: JSON.stringify(problemBody(code, options)) };
}

/** The language an `Accept-Language` header asks for first; French unless it says otherwise. */
export function languageOf(header: string | undefined): Lang {
  return header !== undefined && /^\s*en\b/i.test(header) ? "en" : "fr";
}
