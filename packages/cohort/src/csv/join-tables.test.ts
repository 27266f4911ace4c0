// A table cut anywhere a table may be cut, read in parts and joined, is the table read at once.
import { columnsFor } from "@jumelage/engine";
import { chanceFrom, somePerson, someRuleSet } from "@jumelage/engine/test/arbitraries";
import { anyDay } from "@jumelage/engine/test/reference-programs";
import { freshSeed, howMany } from "@jumelage/engine/test/small";
import { rowOf, type Row } from "@jumelage/engine/test/table-rows";
import { expect, test } from "vitest";
import { CutFinder, quotesIn } from "./cut.ts";
import { joinTables } from "./join-tables.ts";
import { readTable } from "./read-table.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const cases = howMany({ quick: 40, long: 5000 });
const encoder = new TextEncoder();

async function* from(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

test(`W11 ${cases} random tables cut at random places (SEED=${seed})`, async () => {
  const chance = chanceFrom(seed);
  let cutInQuotes = 0;
  for (let asked = 0; asked < cases; asked++) {
    const ruleSet = someRuleSet(chance);
    const end = chance.pick(["\n", "\r\n"]);
    // Cells that no fact is read from hold whatever could lead a cut astray.
    const aside = ["x", '"a\nb"', '"a ""quoted"",\n\n word"', '""', '"\r\n"'];
    const names = Object.values(columnsFor(ruleSet, { of: "every" })).flatMap((own) =>
      Object.values(own).flatMap((name: unknown) =>
        typeof name === "string" ? [name] : Object.values(name as Record<string, string>),
      ),
    );
    const cellOf = (cell: Row[string] | undefined): string => {
      const text = cell === null || cell === undefined ? "" : String(cell);
      return chance.often(0.3) || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const lines = Array.from({ length: 60 }, () => {
      const row = rowOf(ruleSet, somePerson(chance, ruleSet, { at: anyDay }));
      return [chance.pick(aside), ...names.map((name) => cellOf(row[name]))].join();
    });
    const header = encoder.encode(`${['"as\nide"', ...names].join()}${end}`);
    const body = encoder.encode(lines.join(end) + chance.pick(["", end]));
    const options = { at: anyDay, mayGenerate: chance.often(0.5) };
    const whole = await readTable(ruleSet.facts, from(header, body), options);

    const places = [1, 2, 3].map(() => chance.below(body.length)).toSorted((a, b) => a - b);
    const cuts = places.map((place) => {
      const isQuoted = quotesIn(body.subarray(0, place)) % 2 === 1;
      if (isQuoted) cutInQuotes += 1;
      const finder = new CutFinder(isQuoted);
      const [first, second] = [body.subarray(place, place + 5), body.subarray(place + 5)];
      return place + (finder.add(first) ?? finder.add(second) ?? body.length - place);
    });
    const parts = await Promise.all(
      [0, ...cuts].map((begin, i) =>
        readTable(ruleSet.facts, from(header, body.subarray(begin, cuts[i] ?? body.length)), options),
      ),
    );
    expect(joinTables(ruleSet.facts, parts)).toEqual(whole);
  }
  expect(cutInQuotes).toBeGreaterThan(0);
});
