import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "./lines.ts";

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.slice(at, at + size);
    at += size;
  }
  if (at < bytes.length) yield bytes.slice(at);
}

async function all(bytes: Uint8Array, sizes: readonly number[], limit: number) {
  const lines: (string | undefined)[] = [];
  for await (const some of linesOf(cut(bytes, sizes), limit)) lines.push(...some);
  return lines;
}

const utf8 = new TextEncoder();

describe("linesOf", () => {
  it.each([
    ["", []],
    ["\n", [""]],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\nb", ["a", "b"]],
    ["a\r\nb\r\n", ["a\r", "b\r"]],
    ["\n\na", ["", "", "a"]],
    ["\uFEFFa\n", ["a"]],
  ])("%j", async (text, lines) => {
    expect(await all(utf8.encode(text), [], 10)).toEqual(lines);
  });

  it("gives a line as soon as it has ended, before more is asked for", async () => {
    let asked = 0;
    const pieces = async function* () {
      for (const piece of ["a\nb", "c\n"]) {
        asked += 1;
        yield utf8.encode(piece);
      }
    };
    const lines = linesOf(pieces(), 10);
    expect([(await lines.next()).value, asked]).toEqual([["a"], 1]);
    expect([(await lines.next()).value, asked]).toEqual([["bc"], 2]);
  });

  it("counts bytes, says which line is too long, and goes on after it", async () => {
    expect(await all(utf8.encode("éé\nééé\naaaa\naaaaa\nb"), [], 4)).toEqual([
      "éé",
      undefined,
      "aaaa",
      undefined,
      "b",
    ]);
    expect(await all(utf8.encode("b\naaaaa"), [], 4)).toEqual(["b", undefined]);
  });

  it(`gives the same however the bytes are cut, in the middle of a letter too (seed ${seed})`, async () => {
    const text = fc.array(
      fc.oneof(fc.constant("\n"), fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 })),
      { maxLength: 30 },
    );
    const sizes = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (parts, pieces) => {
        const whole = parts.join("");
        const expected = whole.split("\n").map((line) => {
          const bytes = utf8.encode(line);
          return bytes.length > 12 ? undefined : new TextDecoder().decode(bytes);
        });
        // What stands after the last end of line is a line when there is something.
        if (expected.at(-1) === "" && (whole === "" || whole.endsWith("\n"))) expected.pop();
        expect(await all(utf8.encode(whole), pieces, 12)).toEqual(expected);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
