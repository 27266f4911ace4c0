// A cohort in memory, ready to be judged by one rule set after the other.
import type { RuleSet } from "@jumelage/engine";
import { planOf, Unmodelled } from "@jumelage/engine/compile";
import { compileModule, instantiate } from "@jumelage/engine/wasm";
import { Answers, type AnsweredSubject } from "./answers.ts";
import { blocksFor, perPlane } from "./block.ts";
import { Circuit, NEVER, type Gate } from "./circuit.ts";
import type { Cohort } from "./cohort.ts";
import { judgedBy } from "./judged.ts";
import { kernelBytes } from "./kernel-code.ts";
import { PlaneMemory } from "./plane-memory.ts";
import { planeMapOf, writePlanes, type PlaneMap } from "./planes.ts";
import { toolsBytes, type Tools } from "./tools-code.ts";

/** A rule set made ready for one resident cohort. */
export interface CohortKernel {
  readonly subjects: readonly AnsweredSubject[];
  /** Planes that are written for every person, and those of the cohort that are read. */
  readonly written: number;
  readonly read: number;
  /** Judges everybody. The answers stay in the cohort's memory until they are released. */
  readonly judge: () => Answers;
}

interface Judge {
  readonly judge: (from: number, to: number, blocks: number) => void;
}

/** A circuit is shared by rule sets until it has so many gates. */
const mostGates = 2 ** 16;

export class Resident {
  readonly cohort: Cohort;
  readonly memory: PlaneMemory;
  readonly blocks: number;
  readonly #planes: PlaneMap;
  readonly #tools: Tools;
  readonly #from: number;
  #circuit = new Circuit();

  /**
   * @param beside the same persons read against another vocabulary: answers of both can then be compared
   * @throws RangeError when there is not that much memory
   */
  constructor(cohort: Cohort, beside?: Resident) {
    this.cohort = cohort;
    this.memory = beside?.memory ?? new PlaneMemory(false);
    this.blocks = blocksFor(cohort.size);
    this.#planes = planeMapOf(cohort);
    const bytes = this.blocks * this.#planes.count * perPlane;
    this.#from = this.memory.take(bytes);
    const words = this.memory.words(this.#from, bytes);
    // Something else may have stood there.
    words.fill(0);
    writePlanes(cohort, this.#planes, words);
    this.#tools = beside
      ? beside.#tools
      : (instantiate(compileModule(toolsBytes()), this.memory.memory) as Tools);
  }

  /** Makes a rule set ready. @throws Unmodelled when it was not parsed, or has another vocabulary than the cohort */
  prepare(ruleSet: RuleSet): CohortKernel {
    const plan = planOf(ruleSet);
    if (plan.layout.key !== this.cohort.layout.key) throw new Unmodelled("other-vocabulary", ruleSet.program);
    // Edits have most of their gates in common: what is one gate before and after is the same for everybody.
    if (this.#circuit.size > mostGates) this.#circuit = new Circuit();
    const circuit = this.#circuit;
    const judged = judgedBy(circuit, plan, this.#planes);
    // What is the same for everybody is written once, whoever asks for it. The first plane is empty: `EMPTY`.
    const gates: Gate[] = [...new Set([NEVER, ...judged.flatMap((j) => j.states.map((s) => s.gate))])];
    const planeOf = new Map(gates.map((gate, plane) => [gate, plane]));
    const subjects = judged.map(({ subject, states, otherwise }): AnsweredSubject => ({
      subject,
      states: states.map(({ state, gate }) => ({ state, plane: planeOf.get(gate) ?? 0 })),
      otherwise,
    }));
    const { bytes, reads } = kernelBytes(circuit, { planes: this.#planes.count, gates });
    const { judge } = instantiate(compileModule(bytes), this.memory.memory) as Judge;
    return {
      subjects,
      written: gates.length,
      read: reads,
      judge: () => this.#run(judge, { subjects, gates, circuit }),
    };
  }

  judge(ruleSet: RuleSet): Answers {
    return this.prepare(ruleSet).judge();
  }

  #run(
    judge: Judge["judge"],
    made: {
      readonly subjects: readonly AnsweredSubject[];
      readonly gates: readonly Gate[];
      readonly circuit: Circuit;
    },
  ): Answers {
    const { memory, blocks } = this;
    const to = memory.take(blocks * made.gates.length * perPlane);
    if (blocks > 0) judge(this.#from, to, blocks);
    return new Answers({ of: this, tools: this.#tools, ...made, at: to });
  }
}
