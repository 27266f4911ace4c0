// What `pnpm mutation` tells: a line for each folder and mutator, every survivor, and the total.
import { dirname } from "node:path";
import type { Mutant } from "./mutants.ts";
import { isDetected, scoreOf, type Fate, type Score } from "./score.ts";

export interface Tried extends Mutant {
  readonly fate: Fate;
  /** The test file that failed or did not come to its end. */
  readonly by: string | undefined;
  readonly seconds: number;
}

export interface Report {
  /** How many mutants there are in the folders asked for. */
  readonly mutants: number;
  readonly seed: number;
  readonly total: Score;
  readonly byFolder: Readonly<Record<string, Score>>;
  readonly byMutator: Readonly<Record<string, Score>>;
  readonly tried: readonly Tried[];
}

/** @param all every mutant that could have been drawn */
export function reportOf(tried: readonly Tried[], all: readonly Mutant[], seed: number): Report {
  const folder = ({ file }: Mutant): string => dirname(file);
  return {
    mutants: all.length,
    seed,
    total: scoreOf(
      tried.map(({ fate }) => fate),
      all.length,
    ),
    byFolder: scores(tried, all, folder),
    byMutator: scores(tried, all, ({ mutator }) => mutator),
    tried,
  };
}

function scores(
  tried: readonly Tried[],
  all: readonly Mutant[],
  groupOf: (mutant: Mutant) => string,
): Readonly<Record<string, Score>> {
  const groups = [...new Set(tried.map(groupOf))].toSorted();
  return Object.fromEntries(
    groups.map((group) => [
      group,
      scoreOf(
        tried.filter((mutant) => groupOf(mutant) === group).map(({ fate }) => fate),
        all.filter((mutant) => groupOf(mutant) === group).length,
      ),
    ]),
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export function asText({ mutants, seed, total, byFolder, byMutator, tried }: Report): string {
  const rows = (title: string, groups: Readonly<Record<string, Score>>): string[] => [
    `\n${title}`,
    ...Object.entries(groups).map(([name, score]) => `  ${name.padEnd(42)} ${inWords(score)}`),
  ];
  const survivors = tried.filter(({ fate }) => !isDetected(fate));
  const count = (fate: Fate): number => tried.filter((mutant) => mutant.fate === fate).length;
  return [
    `\nSurvivors: ${survivors.length}`,
    ...survivors.map(
      ({ file, line, column, mutator, replacement, fate }) =>
        `  ${file}:${line}:${column} ${mutator} → ${short(replacement)}${fate === "no coverage" ? " (no test runs it)" : ""}`,
    ),
    ...rows("By folder", byFolder),
    ...rows("By mutator", byMutator),
    "",
    `${tried.length} of ${mutants} mutants tried (seed ${seed}), none left out: ${count("killed")} killed, ` +
      `${count("timeout")} without end, ${count("survived")} survived, ${count("no coverage")} run by no test`,
    `mutation score ${inWords(total)}`,
    "",
  ].join("\n");
}

function inWords({ tried, detected, share, from, to }: Score): string {
  const interval = from === to ? "" : `, 95 % interval ${percent(from)} to ${percent(to)}`;
  return `${percent(share)} (${detected} of ${tried}${interval})`;
}

function short(code: string): string {
  const line = code.replaceAll(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
