// Every screen of the console by its name: one list for whoever looks at all of them.
import {
  blindEntryPath,
  firstStepsPath,
  homePath,
  inboxPath,
  peoplePath,
  programPaths,
  versionOnPaper,
} from "../apps/admin/src/paths.ts";
import { selfCare, serviceChoice } from "../apps/server/test/clients.ts";

/** Somebody of the demo, by first name. */
export type Person = "Camille" | "Alex" | "Sacha" | "Dominique";

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Whom it is for, where not everybody may see it. */
  readonly who?: Person;
}

const paths = programPaths(selfCare);
const paper = "papier";

/** Every screen once, of a program with everything in it. */
export const screens: readonly Screen[] = [
  { name: "programs", path: homePath },
  { name: "inbox", path: inboxPath },
  { name: "people", path: peoplePath, who: "Sacha" },
  { name: "profile-blind", path: blindEntryPath(selfCare), who: "Dominique" },
  { name: "first-steps", path: firstStepsPath(selfCare) },
  // Every address below a program, also those that are written there later.
  ...belowProgram(selfCare),
  { name: "criterion", path: paths.criterion("A-C1") },
  { name: "profile", path: paths.profile("PA03") },
  { name: "version", path: paths.version(1) },
  { name: "version-booklet", path: paths.versionBooklet(1) },
  { name: "interview-of", path: paths.interviewOf("PA27") },
];

/** What screens show at other addresses, on paper and of the other program, and where there is nothing. */
export const elsewhere: readonly Screen[] = [
  { name: "simulation-on-paper", path: `${paths.simulation}?${paper}=letter` },
  { name: "version-on-paper", path: versionOnPaper(selfCare, 1, "0") },
  { name: "booklet-both", path: `${paths.booklet}?${paper}=a4&langues=deux` },
  { name: "profile-blind-refused", path: blindEntryPath(selfCare) },
  { name: "blind-in-list", path: programPaths(serviceChoice).profiles },
  { name: "confirmed", path: programPaths(serviceChoice).register },
  { name: "first-steps-nothing", path: firstStepsPath(serviceChoice) },
  { name: "not-found", path: paths.criterion("nobody") },
  { name: "nowhere", path: "/nowhere" },
];

/** Seen before a draft is open: as it was published, nothing to change. */
export const readOnly: readonly Screen[] = [
  { name: "read-only-table", path: paths.table },
  { name: "read-only", path: paths.criterion("A-C1") },
  { name: "read-only-profile", path: paths.profile("PA95") },
  { name: "read-only-guarantees", path: paths.guarantees },
  { name: "read-only-register", path: paths.register },
  { name: "read-only-publication", path: paths.publication },
];

/** The screens of a program that any program has, whatever is in it. */
export function belowProgram(program: string): readonly Screen[] {
  return Object.entries(programPaths(program)).flatMap(([name, path]) =>
    typeof path === "string" ? [{ name: name === "home" ? "program" : name, path }] : [],
  );
}

export const langs = ["fr", "en"] as const;
export type Language = (typeof langs)[number];
export const schemes = ["light", "dark"] as const;
