// `jumelage boundaries`: where the profiles stand at every threshold and list of answers, and a profile for wherever
// none does.
import { boundaries as boundariesOf, type Lang } from "@jumelage/engine";
import { boundarySentence } from "@jumelage/engine/words";
import { floorOf, percent } from "../floor.ts";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readProfiles, readRuleSet } from "../read.ts";

export interface BoundariesOptions {
  /** In percent. */
  readonly floor?: string;
}

export async function boundaries(
  options: BoundariesOptions & { readonly ruleSet: string; readonly profiles: string; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const floor = floorOf(options.floor, 90);
  const { ruleSet, draft } = await readRuleSet(options.ruleSet, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const report = boundariesOf(ruleSet, await readProfiles(options.profiles, io));
  const ready = new Map(report.missing.map(({ boundary, profile }) => [boundary, profile]));
  const lines = report.boundaries.flatMap((boundary, i) => {
    if (boundary.profiles.length > 0) return [];
    const what = boundarySentence(boundary, ruleSet, lang);
    const profile = ready.get(i);
    return profile === undefined
      ? [say(lang, "boundary-missing", { what })]
      : [
          say(lang, "boundary-missing", { what }),
          `  ${say(lang, "ready-profile", { what: profile.title[lang], id: profile.id })}`,
        ];
  });
  const counts = {
    covered: report.covered,
    all: report.boundaries.length,
    share: percent(report.score, lang),
  };
  return {
    document: report,
    lines: [...lines, say(lang, "boundaries-covered", counts)],
    findings: report.score < floor,
  };
}
