// What the palette offers inside a program: its screens, what its rule set holds, its versions, and what can be done.
import type { Lang } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../api/client.ts";
import { useWorkspace } from "../draft/use-draft.ts";
import { addProfile, newTitle } from "../features/profiles/edit-profiles.ts";
import { loadFirst } from "../i18n/i18n.tsx";
import { entryId, firstStepsPath, homePath, programPaths } from "../paths.ts";
import { useGo } from "../ui/link.tsx";
import type { Entry } from "./entries.ts";
import { Palette } from "./palette.tsx";

/** The screens, by the names they have in the rail. */
const screens = [
  ["program", "home"],
  ["vocabulary", "vocabulary"],
  ["criteria", "criteria"],
  ["table", "table"],
  ["profiles", "profiles"],
  ["simulation", "simulation"],
  ["coverage", "coverage"],
  ["cohort", "cohort"],
  ["interview", "interview"],
  ["map", "map"],
  ["guarantees", "guarantees"],
  ["review", "review"],
  ["register", "register"],
  ["publication", "publication"],
  ["versions", "versions"],
  ["booklet", "booklet"],
  ["applications", "applications"],
  ["journal", "journal"],
] as const;

/** What can be done, with the screen where it is done. Without a draft, new things lead to where one is opened. */
const deeds = [
  ["newCriterion", "newCriterion"],
  ["newProfile", "profiles"],
  ["simulate", "simulation"],
  ["prove", "guarantees"],
  ["review", "review"],
  ["publish", "publication"],
  ["print", "booklet"],
] as const;

export function ProgramPalette(): ReactNode {
  const t = useTranslations("frame");
  const { program, ruleSet, profiles, lang, profilesEditable, update } = useWorkspace();
  const go = useGo();
  const other: Lang = lang === "fr" ? "en" : "fr";
  const programs = useQuery(trpc.programs.list.queryOptions());
  const releases = useQuery(trpc.releases.list.queryOptions({ program }));
  const inOther = useQuery({
    queryKey: ["first-messages", other],
    queryFn: () => loadFirst(other),
    staleTime: Infinity,
  }).data?.frame;
  const paths = programPaths(program);
  const newProfile = (): void => {
    update(t("palette.deed.newProfile"), (doc) => ({
      ...doc,
      profiles: addProfile(doc.profiles, newTitle).profiles,
    }));
    go(paths.profile(addProfile(profiles, newTitle).id));
  };
  const named = (id: string, text: { readonly fr: string; readonly en: string }): string =>
    `${id} – ${textIn(text, lang)}`;
  const entries: readonly Entry[] = [
    ...deeds.map(([deed, screen]): Entry => ({
      group: "do",
      id: deed,
      label: t(`palette.deed.${deed}`),
      href: paths[screen],
      also: inOther ? [inOther.palette.deed[deed]] : [],
      act: deed === "newProfile" && profilesEditable ? newProfile : undefined,
    })),
    {
      group: "do",
      id: "firstSteps",
      label: t("palette.deed.firstSteps"),
      href: firstStepsPath(program),
      also: inOther ? [inOther.palette.deed.firstSteps] : [],
    },
    ...screens.map(([name, screen]): Entry => ({
      group: "screens",
      id: name,
      label: t(`nav.${name}`),
      href: paths[screen],
      also: inOther ? [inOther.nav[name]] : [],
    })),
    ...ruleSet.criteria.map((c): Entry => ({
      group: "criteria",
      id: c.id,
      label: named(c.id, c.title),
      href: paths.criterion(c.id),
      also: [c.title[other]],
    })),
    ...ruleSet.facts.map((f): Entry => ({
      group: "facts",
      id: f.id,
      label: textIn(f.label, lang) || f.id,
      href: `${paths.vocabulary}#${entryId("fact", f.id)}`,
      also: [f.label[other], f.id],
    })),
    ...profiles.map((p): Entry => ({
      group: "profiles",
      id: p.id,
      label: named(p.id, p.title),
      href: paths.profile(p.id),
      also: [p.title[other]],
    })),
    ...(releases.data ?? []).map(({ number }): Entry => ({
      group: "versions",
      id: String(number),
      label: t("palette.version", { number: String(number) }),
      href: paths.version(number),
      also: [],
    })),
    ...(programs.data ?? []).map((p): Entry => ({
      group: "programs",
      id: p.program,
      label: p.title[lang],
      href: programPaths(p.program).home,
      also: [p.title[other], p.program],
    })),
    {
      group: "programs",
      id: "",
      label: t("allPrograms"),
      href: homePath,
      also: inOther ? [inOther.allPrograms] : [],
    },
  ];
  return <Palette entries={entries} />;
}
