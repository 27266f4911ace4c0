// The public keys releases and pointers are signed with. For people to compare with what they were given: a consumer
// trusts the keys of its own configuration, never this answer.
import { concatBytes } from "@jumelage/engine";
import { z } from "zod";
import { json, nothing, route, type PublicRoute } from "./route.ts";

const jwkSchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string(),
  use: z.literal("sig"),
  alg: z.literal("EdDSA"),
});

const keys = route({
  method: "GET",
  path: "/v1/keys",
  operation: "listKeys",
  summary: { fr: "Les clés publiques de signature (JWKS).", en: "The public signing keys (JWKS)." },
  access: "open",
  params: nothing,
  query: nothing,
  answer: z.strictObject({ keys: z.array(jwkSchema) }),
  handler: (_input, { deps }) =>
    Promise.resolve(
      json(
        {
          keys: deps.publicKeys.map(({ kty, crv, x, kid }) => ({
            kty,
            crv,
            x,
            kid,
            use: "sig",
            alg: "EdDSA",
          })),
        },
        { "cache-control": "public, max-age=300" },
      ),
    ),
});

const newline = Uint8Array.of(0x0a);

/** What a client goes along from a key it trusts to the key of today. Each list is a signed document of its own. */
const keyLists = route({
  method: "GET",
  path: "/v1/keys/lists",
  operation: "listKeyLists",
  summary: {
    fr: "Les listes de clés signées, une par ligne, de la plus ancienne à la plus récente.",
    en: "The signed key lists, one a line, oldest first.",
  },
  access: "open",
  params: nothing,
  query: nothing,
  answer: z.string(),
  answerType: "application/x-ndjson",
  handler: (_input, { deps }) =>
    Promise.resolve({
      status: 200,
      headers: { "content-type": "application/x-ndjson", "cache-control": "public, max-age=60" },
      body: concatBytes(...deps.keyLists.flatMap((list) => [list, newline])),
    }),
});

export const keyRoutes: readonly PublicRoute[] = [keys, keyLists];
