// The evidence as one page that stands by itself: no script, no font and no picture from elsewhere, French first and then
// English, readable by a screen reader, in print and in the dark.
import type { Evidence, LineEvidence, State, Tier } from "./evidence.ts";
import type { Text } from "./promised.ts";

type Language = keyof Text;

const words = {
  title: { fr: "Ce qui est promis, et ce qui le montre", en: "What is promised, and what shows it" },
  other: { fr: "In English", en: "En français" },
  intro: {
    fr: "Chaque ligne vient d’un essai qui échoue quand la protection manque. Toutes les données sont fictives.",
    en: "Every line comes from a test that fails when the protection is missing. All data are made up.",
  },
  tier: {
    quick: {
      fr: "Passage court : un échantillon, à chaque modification. Les nombres exigés sont ceux du passage long (pnpm assurance --long).",
      en: "Quick run: a sample, at every change. The numbers required are those of the long run (pnpm assurance --long).",
    },
    long: {
      fr: "Passage long : les nombres exigés doivent être atteints.",
      en: "Long run: the numbers required must be reached.",
    },
  },
  made: { fr: "Fait le", en: "Made on" },
  commit: { fr: "état du code", en: "commit" },
  columns: {
    what: { fr: "Preuve", en: "Evidence" },
    state: { fr: "État", en: "State" },
    must: { fr: "Exigé", en: "Required" },
    asked: { fr: "Demandé", en: "Asked" },
    reached: { fr: "Atteint", en: "Reached" },
    seed: { fr: "Graine", en: "Seed" },
    seconds: { fr: "Durée", en: "Duration" },
    by: { fr: "Essais", en: "Tests" },
  },
  state: {
    met: { fr: "Tenu", en: "Met" },
    short: { fr: "Pas assez", en: "Not enough" },
    failed: { fr: "Échec", en: "Failed" },
    "not-run": { fr: "Pas fait", en: "Not run" },
  },
  summary: { fr: "promesses tenues sur", en: "promises met of" },
  tests: { fr: "essais", en: "tests" },
  test: { fr: "essai", en: "test" },
  none: { fr: "aucun", en: "none" },
} as const;

const marks: Readonly<Record<State, string>> = { met: "✓", short: "▲", failed: "✗", "not-run": "–" };

export function evidencePage(evidence: Evidence): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Jumelage – ${text(words.title.fr)} / ${text(words.title.en)}</title>
<style>${style}</style>
</head>
<body>
${part(evidence, "fr")}
${part(evidence, "en")}
</body>
</html>
`;
}

function part(evidence: Evidence, lang: Language): string {
  const { promises } = evidence;
  const met = promises.filter((p) => p.state === "met").length;
  const elsewhere = lang === "fr" ? "en" : "fr";
  return `<main lang="${lang}" id="${lang}" aria-labelledby="title-${lang}">
<p class="aside"><a href="#${elsewhere}" hreflang="${elsewhere}" lang="${elsewhere}">${text(words.other[lang])}</a></p>
<h1 id="title-${lang}">${text(words.title[lang])}</h1>
<p>${text(words.intro[lang])} ${text(words.tier[evidence.tier][lang])}</p>
<p>${text(words.made[lang])} ${instant(evidence.at)}, ${text(words.commit[lang])} <code>${text(evidence.commit)}</code>. <strong>${met} ${text(words.summary[lang])} ${promises.length}.</strong></p>
${promises.map((promise) => section(promise, evidence, lang)).join("\n")}
</main>`;
}

function section(promise: Evidence["promises"][number], { tier, commit }: Evidence, lang: Language): string {
  const { columns } = words;
  const heads = [columns.what, columns.state, columns.must, columns.asked, columns.reached];
  const all = [...heads, columns.seed, columns.seconds, columns.by];
  return `<section aria-labelledby="${promise.id}-${lang}">
<h2 id="${promise.id}-${lang}"><span class="id">${promise.id}</span> ${text(promise.what[lang])} ${badge(promise.state, lang)}</h2>
<div class="wide" tabindex="0" role="group" aria-labelledby="${promise.id}-${lang}">
<table>
<thead><tr>${all.map((head) => `<th scope="col">${text(head[lang])}</th>`).join("")}</tr></thead>
<tbody>
${promise.lines.map((line) => row(line, { tier, commit, lang })).join("\n")}
</tbody>
</table>
</div>
</section>`;
}

interface Around {
  readonly tier: Tier;
  readonly commit: string;
  readonly lang: Language;
}

function row(line: LineEvidence, { commit, lang }: Around): string {
  const number = (n: number): string =>
    new Intl.NumberFormat(lang === "fr" ? "fr-CA" : "en-CA", { maximumFractionDigits: 1 }).format(n);
  const { ran } = line;
  const cells = [
    badge(line.state, lang),
    line.must === null ? "" : number(line.must),
    ran ? number(line.asked) : "",
    ran ? number(line.reached) : "",
    line.seeds.map(text).join("<br>"),
    ran ? `${number(line.seconds)} s` : "",
    tests(line, lang) +
      (ran && ran.commit !== commit
        ? `<br><small>${instant(ran.at)}, <code>${text(ran.commit)}</code></small>`
        : ""),
  ];
  return `<tr><th scope="row">${text(line.what[lang])}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function tests({ ran, command }: LineEvidence, lang: Language): string {
  const runs = ran?.runs ?? [];
  if (runs.length === 0)
    return command === undefined ? text(words.none[lang]) : `<code>${text(command)}</code>`;
  const items = runs.map(
    ({ by, passed }) => `<li>${passed ? "" : `${marks.failed} `}<code>${text(by)}</code></li>`,
  );
  const count = runs.reduce((all, run) => all + (run.tests ?? 1), 0);
  const title = `${count} ${text(words[count === 1 ? "test" : "tests"][lang])}`;
  return `<details><summary>${title}</summary><ul>${items.join("")}</ul></details>`;
}

function badge(state: State, lang: Language): string {
  return `<span class="state ${state}"><span aria-hidden="true">${marks[state]}</span> ${text(words.state[state][lang])}</span>`;
}

/** An instant to the minute, in UTC: where the page is read is not known. */
function instant(at: string): string {
  return `<time datetime="${text(at)}">${text(at.slice(0, 16).replace("T", " "))} UTC</time>`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function text(raw: string): string {
  return raw.replaceAll(/[&<>"']/g, (c) => escapes[c] ?? c);
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1d2433, #e8ebf2); --soft: light-dark(#5a6478, #a7b0c2); --line: light-dark(#d8dde7, #3a4357);
  --good: light-dark(#11693b, #7fdca6); --bad: light-dark(#a11b2b, #ff9ba6); --warn: light-dark(#7a4b00, #f2c572); --paper: light-dark(#fff, #161b26); }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main + main { margin-top: 4rem; border-top: 4px solid var(--line); padding-top: 1rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.2rem 0 .5rem; } .id { color: var(--soft); font-weight: 400; }
.aside { float: right; margin: 0; } a { color: inherit; } code { font-size: .85em; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; } tbody th { font-weight: 400; width: 30%; }
td:nth-child(n+3):nth-child(-n+7) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th:nth-child(n+3):nth-child(-n+7) { text-align: right; }
.state { font-weight: 600; white-space: nowrap; } .met { color: var(--good); } .failed { color: var(--bad); } .short, .not-run { color: var(--warn); }
details ul { margin: .3rem 0; padding-left: 1rem; } small { color: var(--soft); }
@media print { section { break-inside: avoid; } details:not([open]) > ul { display: none; } }
`;
