// `pnpm bench:chart FILE.json OUT.svg`: the figures of a bench as a chart. Bars on a logarithmic scale, one panel for each
// workload; everything is told by length, by words and by a hatch, so that it reads in black and white too.
import { readFileSync, writeFileSync } from "node:fs";
import { about, readReport, type Machine } from "./report.ts";
import type { Row } from "./row.ts";

interface Panel {
  readonly title: string;
  readonly unit: "µs" | "ns";
  readonly bars: readonly Bar[];
}

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly isOurs: boolean;
}

const width = 960;
const nameWidth = 390;
const right = 96;
const rowHeight = 22;
const barHeight = 14;

/** The panels that the rows have figures for. */
export function panelsOf(rows: readonly Row[]): readonly Panel[] {
  const of = (pattern: RegExp): readonly Row[] => rows.filter((row) => pattern.test(row.workload));
  const person = of(/^one person, two-valued, /);
  const cohort = of(/^cohort of /).filter((row) =>
    /^(memcpy|DuckDB|PostgreSQL|kernel, one)/.test(row.contender),
  );
  const criteria = of(/^growth of the criteria, /);
  const persons = of(/^growth of a cohort, /);
  const panels: Panel[] = workloadsOf(person).map((workload) => ({
    title: capital(workload.replace("one person", "one person, all criteria")),
    unit: "µs",
    bars: slowestFirst(person.filter((row) => row.workload === workload)),
  }));
  const [judged] = workloadsOf(cohort);
  if (judged !== undefined)
    panels.push({
      title: `${capital(judged)}: every criterion and decision counted`,
      unit: "µs",
      bars: slowestFirst(cohort),
    });
  if (criteria.length > 0)
    panels.push({
      title: "Growth: one person, two-valued, so many criteria × 50 facts",
      unit: "µs",
      bars: workloadsOf(criteria).flatMap((workload) =>
        slowestFirst(criteria.filter((row) => row.workload === workload)).map((bar) => ({
          ...bar,
          name: `${bar.name} · ${/[\d,]+(?= × )/.exec(workload)?.[0] ?? ""}`,
        })),
      ),
    });
  if (persons.length > 0)
    panels.push({
      title: "Growth: the kernel, three-valued, time for each of so many persons",
      unit: "ns",
      bars: persons.map((row) => ({
        name: row.contender.replace(/:.*/, ""),
        value: row.value,
        isOurs: true,
      })),
    });
  return panels;
}

function workloadsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map((row) => row.workload))];
}

/** In microseconds; each contender once. */
function slowestFirst(rows: readonly Row[]): readonly Bar[] {
  const once = new Map(rows.map((row) => [row.contender, row]));
  return [...once.values()]
    .map(({ contender, value, unit }) => ({
      name: contender,
      value: unit === "ms" ? value * 1000 : value,
      isOurs: /^(Jumelage|kernel)/.test(contender),
    }))
    .toSorted((a, b) => b.value - a.value);
}

/** The chart as the text of an SVG file. */
export function chart(machine: Machine, rows: readonly Row[]): string {
  const parts: string[] = [];
  let y = 84;
  const panels = panelsOf(rows);
  for (const panel of panels) {
    parts.push(drawPanel(panel, y));
    y += 72 + panel.bars.length * rowHeight;
  }
  const said = panels.map(({ title, unit, bars }) => {
    const figures = bars.map(({ name, value }) => `${name} ${written(value)} ${unit}`);
    return `${title}: ${figures.join("; ")}.`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13" fill="#1a1a1a">
<title id="title">What an evaluation costs, beside other engines</title>
<desc id="description">${escaped(`Bars on a logarithmic scale, shorter is faster; ours are hatched and named in bold. ${said.join(" ")} ${about(machine)}.`)}</desc>
<defs><pattern id="ours" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#00456b"/><rect width="2" height="6" fill="#ffffff"/></pattern></defs>
<rect width="${width}" height="${y}" fill="#ffffff"/>
<text x="16" y="30" font-size="19" font-weight="bold">What an evaluation costs, beside other engines</text>
<text x="16" y="52">Logarithmic scale, shorter is faster. CPU time; medians of one run with turns taken. Ours are hatched.</text>
${parts.join("\n")}
<text x="16" y="${y - 14}" font-size="11">${escaped(about(machine))}</text>
</svg>
`;
}

function drawPanel({ title, unit, bars }: Panel, top: number): string {
  const values = bars.map((bar) => bar.value);
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const span = width - nameWidth - right;
  const x = (value: number): number => nameWidth + (span * (Math.log10(value) - low)) / (high - low);
  const bottom = top + 12 + bars.length * rowHeight;
  const lines = Array.from({ length: high - low + 1 }, (_, i) => {
    const at = x(10 ** (low + i)).toFixed(1);
    return `<line x1="${at}" x2="${at}" y1="${top + 8}" y2="${bottom}" stroke="#b5b5b5"/><text x="${at}" y="${bottom + 15}" text-anchor="middle" font-size="11">${escaped(power(low + i))}</text>`;
  });
  const drawn = bars.map((bar, i) => {
    const y = top + 12 + i * rowHeight;
    const end = x(bar.value);
    const weight = bar.isOurs ? ' font-weight="bold"' : "";
    return `<text x="${nameWidth - 8}" y="${y + 12}" text-anchor="end"${weight}>${escaped(bar.name)}</text><rect x="${nameWidth}" y="${y}" width="${Math.max(1, end - nameWidth).toFixed(1)}" height="${barHeight}" fill="${bar.isOurs ? "url(#ours)" : "#8a8a8a"}" stroke="#1a1a1a" stroke-width="0.6"/><text x="${(end + 6).toFixed(1)}" y="${y + 12}"${weight}>${written(bar.value)} ${unit}</text>`;
  });
  return `<text x="16" y="${top}" font-size="15" font-weight="bold">${escaped(title)}</text>\n${lines.join("\n")}\n${drawn.join("\n")}`;
}

function power(exponent: number): string {
  const value = 10 ** exponent;
  return exponent < 0 ? String(value) : value.toLocaleString("en");
}

function written(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

if (import.meta.main) {
  const [from, to, ...others] = process.argv.slice(2).filter((argument) => argument !== "--");
  if (from === undefined || to === undefined || others.length > 0) {
    process.stderr.write("pnpm bench:chart FILE.json OUT.svg\n");
    process.exitCode = 2;
  } else {
    const { machine, rows } = readReport(readFileSync(from, "utf8"));
    writeFileSync(to, chart(machine, rows));
  }
}
