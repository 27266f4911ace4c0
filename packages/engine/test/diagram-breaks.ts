// One-line breaks of decision diagrams: controls, each of which must make an answer differ from going through everybody,
// or the checker accept what it must refuse.
import type { Break } from "./breaks.ts";

const of = (file: string, what: string, [source, replacement]: readonly [string, string]): Break => ({
  what,
  file: `diagram/${file}.ts`,
  source,
  replacement,
});

export const diagramBreaks: readonly Break[] = [
  of("forest", "nodes of one level are taken for one another", [
    "this.#levels[f] === level && children.every((child, i) => child === this.#children[start + i])",
    "this.#levels[f] === level",
  ]),
  of("forest", "at least k counts one too many", ["held[k - 1] ?? FALSE", "held[k] ?? FALSE"]),
  of("dimensions", "no cut after an inclusive boundary", ["cuts.add(at + 1)", "cuts.add(at)"]),
  of("dimensions", "members of containsAll stay in one group", [
    `(leaf.operator === "containsAll" ? member : true)`,
    "true",
  ]),
  of("dimensions", "an optional set is taken as known", [
    `fact.whenUnknown === "ignore" ? [{ fact: fact.id, isKnown: true }] : []`,
    "[]",
  ]),
  of("read-leaf", "a negated test holds of an optional fact that is not known", [
    "forest.and([...known, negated ? forest.not(answer) : answer])",
    "negated ? forest.not(answer) : forest.and([...known, answer])",
  ]),
  of("read-leaf", "lessThan takes its boundary in", ["return to < 0;", "return to <= 0;"]),
  of("read-leaf", "containsAll is content with one member", [
    "forest.and(literals.map((literal) => any([literal])))",
    "any(literals)",
  ]),
  of("read-decision", "the negation of at least k of n asks for one fewer", [
    "of.length - count + 1",
    "of.length - count",
  ]),
  of("read-decision", "negated groups stay what they were", ["all === negated ?", "!all ?"]),
  of("read-decision", "the least cautious outcome wins", [
    "outcomes.reduceRight<Ref>",
    "outcomes.reduce<Ref>",
  ]),
  of("readings", "disabled criteria count", [
    "c.enabled && c.then.decision === decision",
    "c.then.decision === decision",
  ]),
  of("standing", "a doubtful optional fact counts as not asked", [
    "isPlain && optional.has(dimension.fact)",
    "optional.has(dimension.fact)",
  ]),
  of("standing", "a member nobody asked about is not there", [
    `state.kind === "partial" && dimension.anyOf.some((m) => state.unasked.includes(m))`,
    "false",
  ]),
  of("certain", "facts that cannot matter any more are named", [
    "if (rest !== first) isSame = false;",
    "isSame = false;",
  ]),
  of("reasons", "reasons need not be minimal", [
    "if (!kept.some((k) => (k & set) === k)) kept.push(set)",
    "kept.push(set)",
  ]),
  of("reasons", "what is open counts as known", [
    "if (open[option]) return visit(child);",
    "if (open.indexOf(true) === option) return visit(child);",
  ]),
  of("counterfactuals", "a known fact may be forgotten", [
    `return unknown ? undefined : "changed";`,
    `return unknown ? "free" : "changed";`,
  ]),
  of("counterfactuals", "the parts of one set count one by one", [
    `(now === "changed" && before !== "changed" ? 1 : 0)`,
    `(kind === "changed" ? 1 : 0)`,
  ]),
  of("interview", "the worst answer is forgotten", [
    "worst = Math.max(worst, 1 + rest.worst)",
    "worst = 1 + rest.worst",
  ]),
  of("interview", "safety facts wait their turn", ["safety.length > 0 ? safety : facts", "facts"]),
  of("check-diagram", "the checker compares the first option only", [
    "for (let option = 0; option < width; option += 1)",
    "for (let option = 0; option < 1; option += 1)",
  ]),
  of("check-diagram", "the checker believes any end", [
    "ref === ~(sure < 0 ? otherwise : sure) ? undefined",
    "ref < 0 ? undefined",
  ]),
  of("check-classes", "the checker lets values be in no class", [
    "(spans[i - 1]?.[1] ?? Number.NaN) + 1",
    "s[0]",
  ]),
];
