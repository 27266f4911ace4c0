// Every address of the console, built in one place. It names no route object, so that anything may import it.

export interface ProgramPaths {
  readonly home: string;
  readonly vocabulary: string;
  readonly criteria: string;
  readonly profiles: string;
  readonly simulation: string;
  readonly review: string;
  readonly publication: string;
  readonly versions: string;
  readonly criterion: (id: string) => string;
  readonly profile: (id: string) => string;
  readonly version: (number: number) => string;
}

export const homePath = "/";

/** The addresses below one program. */
export function programPaths(program: string): ProgramPaths {
  const base = `/p/${encodeURIComponent(program)}`;
  return {
    home: base,
    vocabulary: `${base}/vocabulaire`,
    criteria: `${base}/criteres`,
    profiles: `${base}/profils`,
    simulation: `${base}/simulation`,
    review: `${base}/revision`,
    publication: `${base}/publication`,
    versions: `${base}/versions`,
    criterion: (id) => `${base}/criteres/${encodeURIComponent(id)}`,
    profile: (id) => `${base}/profils/${encodeURIComponent(id)}`,
    version: (number) => `${base}/versions/${number}`,
  };
}

/** The element id of an entry of the vocabulary, so that a finding can link to it. */
export function entryId(kind: "fact" | "parameter" | "condition" | "outcome", id: string): string {
  return `${kind}-${id}`;
}
