// The interview in a worker: the decision diagram is built once for a document, then every person is asked about it.
import {
  buildDiagram,
  certain,
  counterfactuals,
  interview,
  readPerson,
  reasonsFor,
  type Diagram,
  type RuleSet,
} from "@jumelage/engine";
import { send } from "../../lab/worker-messages.ts";
import type { FromWorker, Step, ToWorker } from "./interview-step.ts";

let known: { readonly ruleSet: RuleSet; readonly diagram: Diagram } | undefined;

const say = (message: FromWorker): void => send(self, message);

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("begin" in data) {
    const { ruleSet, decision } = data.begin;
    const diagram = buildDiagram(ruleSet, decision);
    if ("tooLarge" in diagram) say({ none: "too-large" });
    else if ("unmodelled" in diagram) say({ none: "unmodelled" });
    else known = { ruleSet, diagram };
    return;
  }
  if (known === undefined) return;
  const { ruleSet, diagram } = known;
  const { number, facts, at } = data.ask;
  say({ number, step: stepOf(diagram, readPerson(ruleSet, facts, at)) });
});

function stepOf(diagram: Diagram, person: ReturnType<typeof readPerson>): Step {
  const sure = certain(diagram, person);
  const others = {
    certain: sure,
    reasons: reasonsFor(diagram, person),
    counterfactuals: counterfactuals(diagram, person),
  };
  const plan = interview(diagram, person);
  if ("tooLarge" in plan) return others;
  const { worst, mean, question } = plan;
  return {
    ...others,
    length: { worst, mean },
    ...(question
      ? {
          question: {
            fact: question.fact,
            answers: question.answers.map(({ choices, outcomes, next }) => ({
              choices,
              outcomes,
              worst: next.worst,
            })),
          },
        }
      : {}),
  };
}
