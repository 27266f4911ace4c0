import { expect, it } from "vitest";
import { slowPasswords } from "./passwords.ts";

const passwords = slowPasswords();

it("keeps a hash that only the same password fits, however its accents are typed", async () => {
  const hash = await passwords.hash("Québec, l’été 1967");
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(hash).not.toContain("1967");
  expect(await passwords.hash("Québec, l’été 1967")).not.toBe(hash);
  expect(await passwords.verify("Québec, l’été 1967", hash)).toBe(true);
  expect(await passwords.verify("Que\u0301bec, l’e\u0301te\u0301 1967", hash)).toBe(true);
  expect(await passwords.verify("Québec, l’été 1968", hash)).toBe(false);
  expect(await passwords.verify("", hash)).toBe(false);
});

it("fits nothing where there is no hash, or one it does not know", async () => {
  for (const hash of [undefined, "", "x", "bcrypt$1$2$3$4$5", "scrypt$16384$8$1$c2FsdA$"])
    expect(await passwords.verify("anything at all", hash), hash).toBe(false);
});

it("still reads a hash of another cost", async () => {
  // scrypt("pleaseletmein", "SodiumChloride", N = 2^14, r = 8, p = 1), RFC 7914 section 12, its first 32 bytes.
  const key = Buffer.from("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2", "hex");
  const salt = Buffer.from("SodiumChloride").toString("base64url");
  const hash = `scrypt$16384$8$1$${salt}$${key.toString("base64url")}`;
  expect(await passwords.verify("pleaseletmein", hash)).toBe(true);
});
