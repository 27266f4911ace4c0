// Named values and the layers they make: each value one layer above what it reads, carried along as far as it is read.
import { describe, expect, test } from "vitest";
import { definitions } from "./definitions.ts";
import { raw, sql, type Expr } from "./expression.ts";

const out = (name: string, value: Expr) => ({ name: raw(name), value });

test("the same value has the same name, others have the next", () => {
  const { define } = definitions("_v");
  expect(define(raw("a"))).toEqual({ text: "_v1", reads: ["_v1"] });
  expect(define(raw("b")).text).toBe("_v2");
  expect(define(raw("a")).text).toBe("_v1");
  expect(define(sql`${define(raw("b"))} + 1`)).toEqual({ text: "_v3", reads: ["_v3"] });
});

describe("the query", () => {
  test("without a name nothing is layered", () => {
    const { query } = definitions("_v");
    expect(query([out("x", raw("a")), out("y", raw("b + 1"))], raw("persons"), "\nOFFSET 0")).toBe(
      "SELECT\n  a AS x,\n  b + 1 AS y\nFROM persons",
    );
  });

  test("a value that is read stands one layer below, under its name, behind a fence", () => {
    const { define, query } = definitions("_v");
    const a = define(raw("a"));
    expect(query([out("x", sql`${a} * ${a}`)], raw("persons"), "\nOFFSET 0")).toBe(
      "SELECT\n  _v1 * _v1 AS x\nFROM (\nSELECT\n  a AS _v1\nFROM persons\nOFFSET 0\n) AS _vlayer1",
    );
  });

  test("values carry along until the last layer that reads them, and no farther", () => {
    const { define, query } = definitions("_v");
    const [a, b] = [define(raw("a")), define(raw("b"))];
    const sum = define(sql`${a} + ${b}`);
    const twice = define(sql`${sum} + ${b}`);
    expect(query([out("x", twice), out("y", sum)], raw("persons"), "")).toBe(
      [
        "SELECT",
        "  _v4 AS x,",
        "  _v3 AS y",
        "FROM (",
        "SELECT",
        "  _v3,",
        "  _v3 + _v2 AS _v4",
        "FROM (",
        "SELECT",
        "  _v2,",
        "  _v1 + _v2 AS _v3",
        "FROM (",
        "SELECT",
        "  a AS _v1,",
        "  b AS _v2",
        "FROM persons",
        ") AS _vlayer1",
        ") AS _vlayer2",
        ") AS _vlayer3",
      ].join("\n"),
    );
  });

  test("what no output rests on is not there", () => {
    const { define, query } = definitions("_v");
    const unread = define(raw("unread"));
    define(sql`${unread} + 1`);
    const read = define(raw("read"));
    expect(query([out("x", read)], raw("persons"), "")).toBe(
      "SELECT\n  _v3 AS x\nFROM (\nSELECT\n  read AS _v3\nFROM persons\n) AS _vlayer1",
    );
  });

  test("a value defined low and read high only is carried through every layer between", () => {
    const { define, query } = definitions("_v");
    const early = define(raw("early"));
    const one = define(raw("one"));
    const two = define(sql`${one} + 2`);
    const text = query([out("x", sql`${two} + ${early}`)], raw("persons"), "");
    expect(text).toBe(
      [
        "SELECT",
        "  _v3 + _v1 AS x",
        "FROM (",
        "SELECT",
        "  _v1,",
        "  _v2 + 2 AS _v3",
        "FROM (",
        "SELECT",
        "  early AS _v1,",
        "  one AS _v2",
        "FROM persons",
        ") AS _vlayer1",
        ") AS _vlayer2",
      ].join("\n"),
    );
  });

  test("a value that reads no column is defined like any other", () => {
    const { define, query } = definitions("_v");
    expect(query([out("x", define(raw("1")))], raw("persons"), "")).toBe(
      "SELECT\n  _v1 AS x\nFROM (\nSELECT\n  1 AS _v1\nFROM persons\n) AS _vlayer1",
    );
  });
});
