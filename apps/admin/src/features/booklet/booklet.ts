// What a booklet is printed from: the documents of a draft or of a published version, and who stands for them.
import type { DraftStatus, ReleaseEvidence } from "@jumelage/api/schemas";
import type { Decision, DraftRuleSet, Profile, ProofStatus, RuleSet } from "@jumelage/engine";
import { axesOf } from "../decision-map/map.ts";

interface Signed {
  /** SHA-256 of the signed version, or of the content of a draft. */
  readonly sha256: string;
  readonly approvals: ReleaseEvidence["approvals"];
  readonly note: string;
}

export interface DraftStanding extends Signed {
  readonly kind: "draft";
  readonly id: string;
  readonly name: string;
  readonly status: DraftStatus;
  readonly updatedAt: string;
  readonly authors: readonly string[];
}

export interface ReleaseStanding extends Signed {
  readonly kind: "release";
  readonly number: number;
  readonly createdAt: string;
  readonly publishedBy: string;
  readonly reviewBy: string | null;
  readonly waivers: ReleaseEvidence["waivers"];
}

/** How the guarantees stand: by property, and how many of those every program has. */
export interface ProofStanding {
  readonly byProperty: ReadonlyMap<string, ProofStatus>;
  readonly standard: { readonly proved: number; readonly all: number };
}

export interface Booklet {
  readonly program: string;
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly standing: DraftStanding | ReleaseStanding;
  /** Undefined where nothing was proved for exactly this content. */
  readonly proofs: ProofStanding | undefined;
  /** What the changes are told from; null for a first version. */
  readonly before: { readonly number: number; readonly ruleSet: RuleSet } | null;
}

/** The decisions that can be mapped, each answered by one outcome; none where the program has not two measures. */
export function mappable({ ruleSet }: Pick<Booklet, "ruleSet">): readonly Decision[] {
  return axesOf(ruleSet).length < 2 ? [] : ruleSet.decisions.filter((d) => d.kind === "one");
}
