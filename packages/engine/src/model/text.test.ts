// Ids and texts: the two smallest pieces, by what is one and what is not.
import { expect, test } from "vitest";
import { camelIdSchema, draftTextSchema, idSchema, plainText, textSchema } from "./text.ts";

type Parsing = {
  safeParse: (value: unknown) => { error?: { issues: readonly { message: string }[] } | undefined };
};
const says = (schema: Parsing, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

test.each(["a", "A", "a1", "B-2_c", "Z".repeat(64), "toString", "proto__"])("D2 %s is an id", (id) => {
  expect(says(idSchema, id)).toEqual([]);
});

test.each(["", "1a", "_a", "-a", "a b", "a.b", "a@", " a", "a\n", "é", "a".repeat(65), "b@", "ab@cd"])(
  "D2 %j is no id",
  (id) => {
    expect(says(idSchema, id)).toEqual(["malformed-id"]);
  },
);

test("D2 names every object has are reserved", () => {
  expect(says(idSchema, "constructor")).toEqual(["reserved-id"]);
  expect(says(idSchema, "prototype")).toEqual(["reserved-id"]);
  expect(says(camelIdSchema, "constructor")).toEqual(["reserved-id"]);
  expect(says(camelIdSchema, "prototype")).toEqual(["reserved-id"]);
  expect(says(idSchema, "__proto__")).toEqual(["malformed-id", "reserved-id"]);
  expect(says(camelIdSchema, "__proto__")).toEqual(["malformed-id", "reserved-id"]);
});

test.each(["a", "ab", "phq9Total", "aB1", "z".repeat(64)])("D2 %s is camelCase", (id) => {
  expect(says(camelIdSchema, id)).toEqual([]);
});

test.each(["", "A", "Ab", "1a", "a-b", "a_b", "a b", "a!", " a", "z".repeat(65), "é"])(
  "D2 %j is not camelCase",
  (id) => {
    expect(says(camelIdSchema, id)).toEqual(["malformed-id"]);
  },
);

test.each(["", "Élève : « oui »", "a\tb\nc\r", "😀", "d’où", " "])("%j is plain text", (text) => {
  expect(says(plainText, text)).toEqual([]);
});

// Other control characters, the bidirectional controls, joiners of no width, half of a surrogate pair.
test.each([
  "\u0000",
  "a\u0007",
  "\u007fb",
  "a\u0085b",
  "a\u202eb",
  "\u200b",
  "a\u2066",
  "\ufeff",
  "\ud800",
  "a\udc00",
])("%j hides or reorders what is read", (text) => {
  expect(says(plainText, text)).toEqual(["hidden-character"]);
});

test("text is normalised, so that what looks alike is alike", () => {
  expect(says(plainText, "e\u0301")).toEqual(["not-normalised"]);
  expect(says(plainText, "\u00e9")).toEqual([]);
  expect(says(plainText, 3)).toHaveLength(1);
});

test("both languages are there, and filled but in a draft", () => {
  expect(says(textSchema, { fr: "à", en: "b" })).toEqual([]);
  expect(says(textSchema, { fr: "", en: "b" })).toEqual(["empty-text"]);
  expect(says(textSchema, { fr: "a", en: " \n" })).toEqual(["empty-text"]);
  expect(says(draftTextSchema, { fr: "", en: " " })).toEqual([]);
  expect(says(draftTextSchema, { fr: "a\u200b", en: "b" })).toEqual(["hidden-character"]);
  for (const schema of [textSchema, draftTextSchema])
    for (const other of [{}, { fr: "a" }, { en: "b" }, { fr: "a", en: "b", es: "c" }, "a", null])
      expect(says(schema, other)).not.toEqual([]);
});
