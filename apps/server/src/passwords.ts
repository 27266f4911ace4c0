// Passwords are kept as scrypt hashes with their own salt and cost, so that the cost can be raised later.
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import type { Deps } from "@jumelage/api";

/** What OWASP's password storage sheet asks of scrypt at least: N = 2^17, r = 8, p = 1 (128 MiB, about 0.4 s). */
const cost = { N: 2 ** 17, r: 8, p: 1 };
const keyLength = 32;

export function slowPasswords(): Deps["passwords"] {
  // Made once, so that an unknown address costs the same as a wrong password.
  let nobody: Promise<string> | undefined;
  return {
    hash: hashPassword,
    async verify(password, hash) {
      nobody ??= hashPassword(randomBytes(16).toString("hex"));
      const right = await matches(password, hash ?? (await nobody));
      return hash !== undefined && right;
    },
  };
}

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

async function matches(password: string, hash: string): Promise<boolean> {
  const [name, n, r, p, salt = "", key = ""] = hash.split("$");
  if (name !== "scrypt") return false;
  const expected = Buffer.from(key, "base64url");
  const options = { N: Number(n), r: Number(r), p: Number(p) };
  const found = await derive(password, Buffer.from(salt, "base64url"), options);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(password: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
  // The same characters can be typed as different code points; NFKC makes them one password.
  const text = password.normalize("NFKC");
  const maxmem = 2 * 128 * (options.N ?? 0) * (options.r ?? 0);
  return new Promise((resolve, reject) => {
    scrypt(text, salt, keyLength, { ...options, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
