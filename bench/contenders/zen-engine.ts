// GoRules' zen-engine: one decision table that collects every row that holds, a row for each criterion. It was faster so
// than as a list of expressions. It works on threads of its own.
import zen, { type ZenEngineResponse } from "@gorules/zen-engine";
import { written, type Language, type TwoValued, type Values } from "../two-valued.ts";
import { at, type Prepared } from "./contender.ts";

const text = (value: unknown): string => JSON.stringify(value);

const language: Language = {
  and: "and",
  or: "or",
  not: (inner) => `not (${inner})`,
  test: (test) => {
    if ("among" in test) return `${test.fact} in ${text(test.among)}`;
    if ("isEmpty" in test) return `len(${test.fact}) == 0`;
    if ("hasAny" in test) return `(${test.hasAny.map((m) => `${text(m)} in ${test.fact}`).join(" or ")})`;
    return `${test.fact} ${test.comparison} ${text(test.value)}`;
  },
};

export function zenEngine(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  const node = (id: string, type: string, content?: object): object => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content === undefined ? {} : { content }),
  });
  const edge = (from: string, to: string): object => ({
    id: `${from}-${to}`,
    type: "edge",
    sourceId: from,
    targetId: to,
  });
  const rules = form.criteria.map(({ id, when }) => ({
    _id: id,
    when: written(when, language),
    holds: text(id),
  }));
  const table = {
    hitPolicy: "collect",
    inputs: [{ id: "when", name: "when" }],
    outputs: [{ id: "holds", name: "holds", field: "id" }],
    rules,
  };
  const decision = new zen.ZenEngine().createDecision({
    contentType: "application/vnd.gorules.decision",
    nodes: [node("in", "inputNode"), node("table", "decisionTableNode", table), node("out", "outputNode")],
    edges: [edge("in", "table"), edge("table", "out")],
  });
  return [
    {
      name: "@gorules/zen-engine, a decision table",
      hasThreads: true,
      run: (n) => decision.evaluate(at(persons, n)),
      holding: (answer) => {
        const { result } = answer as Omit<ZenEngineResponse, "result"> & {
          readonly result: readonly { readonly id: string }[];
        };
        return result.map((row) => row.id);
      },
    },
  ];
}
