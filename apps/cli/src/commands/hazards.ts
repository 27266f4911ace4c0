// `jumelage hazards`: whether the hazard file is complete both ways, from hazard to control to test and back.
import { hazardGaps, type Lang } from "@jumelage/engine";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readHazards, readProfiles, readRuleSet } from "../read.ts";

export interface HazardFiles {
  readonly ruleSet: string;
  readonly hazards: string;
  readonly profiles: string;
}

export async function hazards(options: HazardFiles & { readonly lang: Lang }, io: Io): Promise<Outcome> {
  const { lang } = options;
  const { ruleSet, draft } = await readRuleSet(options.ruleSet, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const file = await readHazards(options.hazards, io);
  const gaps = hazardGaps({ ruleSet, hazards: file, profiles: await readProfiles(options.profiles, io) });
  const titles = new Map(file.map((h) => [h.id, h.title[lang]]));
  const lines = [
    ...gaps.hazards.map((id) => say(lang, "hazard-open", { what: id, title: titles.get(id) ?? "" })),
    ...gaps.properties.map((what) => say(lang, "property-without-hazard", { what })),
    ...gaps.criteria.map((what) => say(lang, "criterion-without-hazard", { what })),
  ];
  return {
    document: { hazards: file.length, gaps },
    lines: [
      ...lines,
      say(lang, "hazards-whole", { whole: file.length - gaps.hazards.length, all: file.length }),
    ],
    findings: lines.length > 0,
  };
}
