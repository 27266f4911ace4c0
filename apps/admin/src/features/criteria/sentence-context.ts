// What every slot of a sentence needs: the document it speaks of, what may stand there, and how to change it.
import type { DraftCondition, DraftRuleSet, Lang, Path } from "@jumelage/engine";
import { createContext, use, type ReactNode } from "react";
import type { Scope } from "./scope.ts";
import type { ChangeRuleSet } from "./use-change-rule-set.ts";

/** Adds an entry to the vocabulary and says the condition with it. */
export type Grow = (
  label: string,
  around: (ruleSet: DraftRuleSet) => DraftRuleSet,
  root: DraftCondition,
) => void;

export interface Sentence {
  readonly ruleSet: DraftRuleSet;
  readonly scope: Scope;
  readonly lang: Lang;
  readonly root: DraftCondition;
  /** Changes the condition; `undefined` leaves nothing of it. `focus` is where to go on. */
  readonly change: (label: string, root: DraftCondition | undefined, focus?: Path) => void;
  /** Changes the rule set around it: a threshold, a shared condition. */
  readonly changeRuleSet: ChangeRuleSet;
  /** Changes both in one step; absent where nothing said here becomes an entry of the vocabulary. */
  readonly grow: Grow | undefined;
  /** The findings about what stands at a path of this condition, in words. */
  readonly findingsAt: (path: Path) => readonly string[];
  /** Shared conditions opened on the way here, so that each is opened once. */
  readonly opened: readonly string[];
  /** Draws a shared condition where it is read. */
  readonly renderShared: (id: string) => ReactNode;
  /** The criterion on screen, left out when others that share something are named. */
  readonly criterion: string;
}

export const SentenceContext = createContext<Sentence | null>(null);

export function useSentence(): Sentence {
  const sentence = use(SentenceContext);
  if (sentence === null) throw new Error("useSentence outside a sentence");
  return sentence;
}

/** A path as an attribute, to find its element again after a change. */
export function pathKey(path: Path): string {
  return path.join(".");
}

/** One node of a sentence as its component gets it. */
export interface NodeProps {
  readonly node: DraftCondition;
  readonly at: Path;
  /** Its place in the sentence, e.g. « 2.1 »; empty for the whole. */
  readonly number: string;
}
