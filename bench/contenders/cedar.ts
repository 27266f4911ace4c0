// Cedar, whose purpose is to permit requests: a policy for each criterion, parsed beforehand, permits where it holds, and
// the answer names every policy that did.
import {
  preparsePolicySet,
  statefulIsAuthorized,
  type StatefulAuthorizationCall,
} from "@cedar-policy/cedar-wasm/nodejs";
import { written, type Language, type TwoValued, type Values } from "../two-valued.ts";
import { at, type Prepared } from "./contender.ts";

const text = (value: unknown): string => JSON.stringify(value);

const language: Language = {
  and: "&&",
  or: "||",
  not: (inner) => `!(${inner})`,
  test: (test) => {
    const fact = `context.${test.fact}`;
    if ("among" in test) return `${text(test.among)}.contains(${fact})`;
    if ("isEmpty" in test) return `${fact}.isEmpty()`;
    if ("hasAny" in test)
      return test.hasAny.length === 1
        ? `${fact}.contains(${text(test.hasAny[0])})`
        : `${fact}.containsAny(${text(test.hasAny)})`;
    return `${fact} ${test.comparison} ${text(test.value)}`;
  },
};

let sets = 0;

export function cedar(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  const policies = `criteria-${(sets += 1)}`;
  const parsed = preparsePolicySet(policies, {
    staticPolicies: Object.fromEntries(
      form.criteria.map(({ id, when }) => [
        id,
        `permit(principal, action, resource) when { ${written(when, language)} };`,
      ]),
    ),
  });
  if (parsed.type === "failure") throw new Error(`the policies do not parse: ${text(parsed.errors)}`);
  const calls = persons.map((values): StatefulAuthorizationCall => ({
    principal: { type: "Person", id: "p" },
    action: { type: "Action", id: "a" },
    resource: { type: "Rules", id: "r" },
    // Its type for contexts is one that can be written to; it writes nothing.
    context: values as StatefulAuthorizationCall["context"],
    preparsedPolicySetId: policies,
    validateRequest: false,
    entities: [],
  }));
  return [
    {
      name: "@cedar-policy/cedar-wasm, policies parsed",
      run: (n) => statefulIsAuthorized(at(calls, n)),
      holding: (answer) => {
        const said = answer as ReturnType<typeof statefulIsAuthorized>;
        if (said.type === "failure") throw new Error(`not judged: ${text(said.errors)}`);
        const { reason, errors } = said.response.diagnostics;
        if (errors.length > 0) throw new Error(`not judged: ${text(errors)}`);
        const permitting = new Set<string>(reason);
        return form.criteria.filter((c) => permitting.has(c.id)).map((c) => c.id);
      },
    },
  ];
}
