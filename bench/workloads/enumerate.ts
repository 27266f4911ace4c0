// Going through every class of persons of a question: all properties of the reference programs, whose answers are checked,
// and how many classes a second the kernel does on one core, on the property of each program with the most classes, before
// any merging.
import { breaksClaim, dropIdle, graphOf } from "@jumelage/engine";
import { createEnumeration, makeKernel, planOf } from "@jumelage/prover";
import { corpus } from "../corpus.ts";
import type { Row } from "../row.ts";
import { median } from "../statistics.ts";

/** Classes a second a core that are asked for. */
const target = 1e8;
/** So many classes are gone through for one figure, if there are as many. */
const most = 4e8;

export async function enumerateRows(rounds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { program, ruleSet } of corpus) {
    const workload = `every class of persons, ${program}`;
    const started = performance.now();
    let classes = 0;
    let searched = 0;
    let answered = 0;
    for (const { id, claim } of ruleSet.properties) {
      const answer = await createEnumeration().ask(breaksClaim(ruleSet, claim));
      if (answer.status === "somebody") throw new Error(`somebody breaks ${program} ${id}`);
      if (answer.status === "nobody") answered += 1;
      classes += answer.classes;
      searched += answer.searched;
    }
    rows.push({
      workload,
      contender: `${answered} of ${ruleSet.properties.length} properties decided, ${words(classes)} classes, ${words(searched)} after merging`,
      unit: "ms",
      value: performance.now() - started,
    });
    const kernel = largest(ruleSet);
    if (!kernel) continue;
    const { inner } = kernel.plan;
    const steps = Math.min(kernel.plan.steps, Math.ceil(most / inner));
    const taken = Array.from({ length: rounds }, () => {
      const { user } = process.cpuUsage();
      if (kernel.search(0, steps)) throw new Error(`somebody breaks a property of ${program}`);
      return process.cpuUsage({ user, system: 0 }).user / 1e6;
    });
    // The first rounds are those of code that is not optimised yet.
    const seconds = median(taken.slice(Math.floor(rounds / 3)));
    const perSecond = (steps * inner) / seconds;
    rows.push({
      workload,
      contender: `kernel, ${words(steps * inner)} classes, ${words(perSecond)} classes a second a core`,
      unit: "ns a class",
      value: 1e9 / perSecond,
      ratio: { value: target / perSecond, meaning: "of the time that 10⁸ classes a second take" },
    });
  }
  return rows;
}

function words(count: number): string {
  return count.toPrecision(3);
}

/** The kernel of the property with the most classes. */
function largest(ruleSet: (typeof corpus)[number]["ruleSet"]): ReturnType<typeof makeKernel> | undefined {
  let best: { readonly classes: number; readonly kernel: ReturnType<typeof makeKernel> } | undefined;
  for (const { claim } of ruleSet.properties) {
    const made = graphOf(breaksClaim(ruleSet, claim));
    if ("unmodelled" in made || made.root < 2) continue;
    const { graph, roots, sizes } = dropIdle(made.graph, {
      roots: [made.root],
      sizes: made.space.dimensions.map((d) => d.options.length),
    });
    const classes = sizes.reduce((product, size) => product * size, 1);
    const [root = 0] = roots;
    if (!best || classes > best.classes)
      best = { classes, kernel: makeKernel(planOf(graph, { root, sizes })) };
  }
  return best?.kernel;
}
