// Every address of the console, built in one place. It names no route object, so that anything may import it.

export interface ProgramPaths {
  readonly home: string;
  readonly vocabulary: string;
  readonly criteria: string;
  readonly table: string;
  readonly profiles: string;
  readonly simulation: string;
  readonly coverage: string;
  readonly cohort: string;
  readonly interview: string;
  readonly map: string;
  readonly guarantees: string;
  readonly review: string;
  readonly update: string;
  readonly register: string;
  readonly publication: string;
  readonly versions: string;
  /** The printable rule book: of the draft on screen, else of the version in service. */
  readonly booklet: string;
  readonly journal: string;
  readonly applications: string;
  /** The list of criteria, with the panel open that begins another one. */
  readonly newCriterion: string;
  readonly criterion: (id: string) => string;
  readonly profile: (id: string) => string;
  readonly version: (number: number) => string;
  readonly versionBooklet: (number: number) => string;
  /** The shortest interview of a saved profile. */
  readonly interviewOf: (profile: string) => string;
}

/** The parameter of an address that says which draft is on screen. */
export const draftParameter = "ebauche";

export const homePath = "/";
/** What waits for whoever is signed in. */
export const inboxPath = "/a-traiter";
/** People of the installation and what they may do. */
export const peoplePath = "/personnes";
/** Where a one-time link leads; whoever makes links has the same (`giveSignInLink` of db). */
export const welcomePath = "/bienvenue";

/** Entering a profile without the criteria: outside the program's own screens, which hand them over when opened. */
export function blindEntryPath(program: string, draft?: string): string {
  const path = `/nouveau-profil/${encodeURIComponent(program)}`;
  return draft === undefined ? path : inDraft(path, draft);
}

/** The guided first path, on a copy of what is in service. */
export function firstStepsPath(program: string): string {
  return `/premiers-pas/${encodeURIComponent(program)}`;
}

/** A screen with this draft on it; every screen of the program that is opened from there shows the same. */
export function inDraft(path: string, draft: string): string {
  return `${path}?${draftParameter}=${encodeURIComponent(draft)}`;
}

/** The part of a page where something new begins. */
export const newPart = "nouveau";

/** The addresses below one program. */
export function programPaths(program: string): ProgramPaths {
  const base = `/p/${encodeURIComponent(program)}`;
  return {
    home: base,
    vocabulary: `${base}/vocabulaire`,
    criteria: `${base}/criteres`,
    table: `${base}/table`,
    profiles: `${base}/profils`,
    simulation: `${base}/simulation`,
    coverage: `${base}/couverture`,
    cohort: `${base}/cohorte`,
    interview: `${base}/parcours`,
    map: `${base}/carte`,
    guarantees: `${base}/garanties`,
    review: `${base}/revision`,
    update: `${base}/mise-a-jour`,
    register: `${base}/registre`,
    publication: `${base}/publication`,
    versions: `${base}/versions`,
    booklet: `${base}/livret`,
    journal: `${base}/journal`,
    applications: `${base}/applications`,
    newCriterion: `${base}/criteres#${newPart}`,
    criterion: (id) => `${base}/criteres/${encodeURIComponent(id)}`,
    profile: (id) => `${base}/profils/${encodeURIComponent(id)}`,
    version: (number) => `${base}/versions/${number}`,
    versionBooklet: (number) => `${base}/versions/${number}/livret`,
    interviewOf: (profile) => `${base}/parcours/${encodeURIComponent(profile)}`,
  };
}

/** The parameter of an address that says which fingerprint stands on the paper that led to it. */
export const fingerprintParameter = "empreinte";

/** A version, as the code on a printed rule book leads to it: the page says whether the fingerprint is its own. */
export function versionOnPaper(program: string, number: number, sha256: string): string {
  // With a name before it, so that digits alone are never read as a number.
  return `${programPaths(program).version(number)}?${fingerprintParameter}=sha256-${sha256}`;
}

/** The element id of an entry of the vocabulary, so that a finding can link to it. */
export function entryId(kind: "fact" | "parameter" | "condition" | "outcome", id: string): string {
  return `${kind}-${id}`;
}

/** The element id of a guarantee, so that a finding can link to it. */
export function guaranteeId(property: string): string {
  return `guarantee-${property}`;
}
