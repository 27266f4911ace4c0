// `pnpm bench:document FILE.json`: puts the figures of a bench into docs/performance.md, and its chart beside it. No figure
// there is typed by hand.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/run.ts";
import { chart } from "./chart.ts";
import { about, goalTable, readReport, summary, table, type Machine } from "./report.ts";
import type { Row } from "./row.ts";

const marks = { begin: "<!-- figures -->", end: "<!-- end of the figures -->" };

/** A document with the figures between its marks; the rest stays. @throws Error when it has no marks */
export function withFigures(document: string, machine: Machine, rows: readonly Row[]): string {
  const [begin, end] = [document.indexOf(marks.begin), document.indexOf(marks.end)];
  if (begin < 0 || end < begin) throw new Error(`no ${marks.begin} … ${marks.end} in the document`);
  const figures = [marks.begin, about(machine), goalTable(rows), summary(rows), table(rows), ""];
  return `${document.slice(0, begin)}${figures.join("\n\n")}${document.slice(end)}`;
}

if (import.meta.main) {
  const [file, ...others] = process.argv.slice(2).filter((argument) => argument !== "--");
  if (file === undefined || others.length > 0) {
    process.stderr.write("pnpm bench:document FILE.json\n");
    process.exitCode = 2;
  } else {
    const { machine, rows } = readReport(readFileSync(file, "utf8"));
    const document = join(root, "docs", "performance.md");
    writeFileSync(document, withFigures(readFileSync(document, "utf8"), machine, rows));
    writeFileSync(join(root, "docs", "performance.svg"), chart(machine, rows));
  }
}
