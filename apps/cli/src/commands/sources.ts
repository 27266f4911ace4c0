// `jumelage sources`: whether every statement of every source is modelled and cited, or left out for a written reason.
import { openStatements, type Lang } from "@jumelage/engine";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readRuleSet } from "../read.ts";

export async function sources(path: string, lang: Lang, io: Io): Promise<Outcome> {
  const { ruleSet, draft } = await readRuleSet(path, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const open = openStatements(ruleSet);
  const all = ruleSet.sources.reduce((count, source) => count + source.statements.length, 0);
  return {
    document: { statements: all, open },
    lines: [
      ...open.map(({ statement, why }) => say(lang, `statement-${why}`, { what: statement })),
      say(lang, "statements-settled", { settled: all - open.length, all }),
    ],
    findings: open.length > 0,
  };
}
