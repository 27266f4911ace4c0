// Personal strings, all of them invented, and how to find them in whatever coding they lie.
import { createHash } from "node:crypto";

/** In every canary, and in nothing else. */
export const mark = "Qx7Zv";
const forms: readonly ((n: string) => string)[] = [
  (n) => `Zélie Vraucourt-${n}`,
  (n) => `VRAZ 5804 ${n}`,
  (n) => `514-555-${n}`,
  (n) => `zelie.${n}@exemple.test`,
  (n) => `12, rue des Érables, app. ${n}, Rimouski`,
  (n) => `née le 4 avril 1958 (${n})`,
  (n) => `dossier/${n}`,
  (n) => `« pense à en finir depuis ${n} »`,
  (n) => `<b>${n}</b>`,
  (n) => `${n}\\";--`,
];
export const canaries = Array.from({ length: 50 }, (_, i) => {
  const form = forms[i % forms.length];
  if (!form) throw new Error("no form");
  return form(`${mark}${String(i).padStart(2, "0")}`);
});
/** A text in every coding in which it could lie: as it is, in hexadecimal, in base 64, and that in hexadecimal. */
export function codings(text: string): readonly Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.from("\0".repeat(shift) + text).toString("base64");
    // Only the characters that no neighbour has a part in.
    return whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6));
  });
  const plain = [text, ...inBase64];
  return [...plain, ...plain.map((t) => Buffer.from(t).toString("hex"))].map((t) => Buffer.from(t));
}
export const holds = (haystack: Buffer, needles: readonly Buffer[]): boolean =>
  needles.some((needle) => haystack.includes(needle));
export const digests = canaries.map((c) => Buffer.from(createHash("sha256").update(c).digest("hex")));
