// Server-sent events as the HTML standard has them, in pieces of any size and with any of its line ends.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventReader, type ServerEvent } from "../src/server-events.ts";

const read = (...pieces: readonly string[]): readonly ServerEvent[] => {
  const reader = eventReader(1_000);
  return pieces.flatMap((piece) => reader(piece) ?? []);
};
const message = (data: string): ServerEvent => ({ event: "message", data });

describe("by hand", () => {
  test("the examples of the standard", () => {
    expect(read("data: YHOO\ndata: +2\ndata: 10\n\n")).toEqual([message("YHOO\n+2\n10")]);
    expect(
      read(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"),
    ).toEqual([message("first event"), message("second event")]);
    expect(read("data\n\ndata\ndata\n\ndata:")).toEqual([message(""), message("\n")]);
    expect(read("data:test\n\ndata: test\n\n")).toEqual([message("test"), message("test")]);
  });

  test("an event without data is none, and its name is not the next one's", () => {
    expect(read("event: pointer\n\ndata: a\n\n")).toEqual([message("a")]);
    expect(read("event: pointer\ndata: a\n\ndata: b\n\n")).toEqual([
      { event: "pointer", data: "a" },
      message("b"),
    ]);
  });

  test("unknown fields, comments and times to come back say nothing", () => {
    expect(read("retry: 10\nother: x\n:data: y\n data: z\ndata: a:b\n\n")).toEqual([message("a:b")]);
  });

  test("what never ends is given up", () => {
    const reader = eventReader(10);
    expect(reader("data: 1234")).toEqual([]);
    expect(reader("5")).toBeUndefined();
    const lines = eventReader(10);
    expect(lines("data: 12345\n")).toEqual([]);
    expect(lines("data: 12345\n")).toEqual([]);
    expect(lines("data: 1\n")).toBeUndefined();
  });
});

test("cut anywhere and with any line ends, a stream says the same", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ":", " ", "é", "data", "{") });
  const line = fc.oneof(
    text.map((t) => `data: ${t}`),
    text.map((t) => `event:${t}`),
    text.map((t) => `:${t}`),
    fc.constant(""),
  );
  const end = fc.constantFrom("\n", "\r\n", "\r");
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end)), fc.array(fc.nat(3), { minLength: 1 }), (lines, cuts) => {
      // A CR that is followed by an empty line's LF is one line end; written apart they would be two.
      const ends = lines.map(([l, e], i) => (e === "\r" && lines[i + 1]?.[0] === "" ? [l, "\n"] : [l, e]));
      const whole = ends.flat().join("");
      const pieces: string[] = [];
      for (let at = 0, i = 0; at < whole.length; i++) {
        const length = 1 + (cuts[i % cuts.length] ?? 0);
        pieces.push(whole.slice(at, at + length));
        at += length;
      }
      const plain = lines.map(([l]) => `${l}\n`).join("");
      expect(read(...pieces)).toEqual(read(plain));
    }),
    { numRuns: 500 },
  );
});
