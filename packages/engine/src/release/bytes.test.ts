import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64, concatBytes, fromBase64, hex, utf8Bytes, utf8Text } from "./bytes.ts";

// fast-check draws a fresh seed each time and prints it with a failure.
const run = { numRuns: 2000 };

describe("bytes", () => {
  test("UTF-8 of the shortest and longest code point of each length is as in RFC 3629", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["\u0000", "00"],
      ["\u007f", "7f"],
      ["\u0080", "c280"],
      ["\u07ff", "dfbf"],
      ["\u0800", "e0a080"],
      ["\uffff", "efbfbf"],
      ["\u{10000}", "f0908080"],
      ["\u{10ffff}", "f48fbfbf"],
      ["\ufeff{}", "efbbbf7b7d"],
    ];
    for (const [text, bytes] of cases) {
      expect(hex(utf8Bytes(text))).toBe(bytes);
      expect(utf8Text(utf8Bytes(text))).toBe(text);
    }
  });

  test("every text without lone surrogates survives the way there and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20_000 }), (text) => {
        expect(utf8Text(utf8Bytes(text))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test.each(["a\ud800b", "\udbff", "\udc00", "\udfff"])("%j is a lone surrogate and has no bytes", (text) => {
    expect(() => utf8Bytes(text)).toThrow(new TypeError("a lone surrogate has no UTF-8 form"));
  });

  test("the code points around the surrogates are texts", () => {
    expect(hex(utf8Bytes("\ud7ff\ue000"))).toBe("ed9fbfee8080");
    expect(utf8Text(Uint8Array.of(0xed, 0x9f, 0xbf, 0xee, 0x80, 0x80))).toBe("\ud7ff\ue000");
  });

  test("a text may be longer than a call can take arguments", () => {
    const text = "é\u{10000}".repeat(200_000);
    expect(utf8Text(utf8Bytes(text)) === text).toBe(true);
  });

  test("bytes that are read as a text are exactly that text's bytes", () => {
    const lead = fc.constantFrom(0x41, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff);
    const trail = fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0);
    let read = 0;
    fc.assert(
      fc.property(
        fc.tuple(lead, trail, trail, trail, fc.integer({ min: 1, max: 4 })),
        ([a, b, c, d, length]) => {
          const bytes = Uint8Array.of(a, b, c, d).slice(0, length);
          const text = utf8Text(bytes);
          if (text === undefined) return;
          read++;
          expect(hex(utf8Bytes(text))).toBe(hex(bytes));
        },
      ),
      run,
    );
    expect(read).toBeGreaterThan(0);
  });

  test.each([
    "c080",
    "c1bf",
    "e09fbf",
    "f08fbfbf",
    "eda080",
    "edbfbf",
    "f4908080",
    "80",
    "8080",
    "bfbf",
    "c1c0",
    "c27f",
    "c2c0",
    "e0a07f",
    "f8908080",
    "ff908080",
    "ff",
    "e282",
    "c2",
    "f09080",
  ])("%s is not UTF-8", (bytes) => {
    expect(utf8Text(Uint8Array.from(bytes.match(/../g) ?? [], (pair) => parseInt(pair, 16)))).toBeUndefined();
  });

  test("base64 of the RFC 4648 vectors", () => {
    const vectors = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"];
    vectors.forEach((text, length) => {
      expect(base64(utf8Bytes("foobar".slice(0, length)))).toBe(text);
    });
  });

  test("base64 goes there and back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase64(base64(bytes))).toEqual(bytes);
      }),
      run,
    );
  });

  test("a text is decoded only if it is the one that encoding writes", () => {
    const unit = fc.constantFrom("A", "B", "g", "w", "/", "+", "-", "_", "=", " ", "\n", "é");
    let decoded = 0;
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 9 }), (text) => {
        const bytes = fromBase64(text);
        if (bytes === undefined) return;
        decoded++;
        expect(base64(bytes)).toBe(text);
      }),
      { numRuns: 20_000 },
    );
    expect(decoded).toBeGreaterThan(0);
  });

  test.each(["Zh==", "Zm9=", "Zg", "Zg=", "Zg==\n", "Zm 9v", "====", "A===", "Z===", "Zg==Zg=="])(
    "%j is not canonical base64",
    (text) => {
      expect(fromBase64(text)).toBeUndefined();
    },
  );

  test("hexadecimal has two digits for each byte", () => {
    expect(hex(Uint8Array.of(0, 10, 16, 255))).toBe("000a10ff");
    expect(hex(Uint8Array.of())).toBe("");
  });

  test("every byte has its base64 digits", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  });

  test("bytes are joined in order", () => {
    expect(concatBytes(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });
});
