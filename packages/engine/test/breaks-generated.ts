// One-line breaks of what generates code.
import type { Break } from "./breaks.ts";

export const breaksOfGenerated: readonly Break[] = [
  {
    what: "all is any",
    file: "compile/generate-writer.ts",
    source: `join(" & ")`,
    replacement: `join(" | ")`,
  },
  {
    what: "the seventeenth leaf of a fact is taken for the first",
    file: "compile/generate-tables.ts",
    source: "Math.floor(leaf / leavesInWord), leaf % leavesInWord",
    replacement: "0, leaf % leavesInWord",
  },
  {
    what: "the second sixteen criteria are lost",
    file: "compile/generate-tables.ts",
    source: "~((${low} & 65535) | (${high} << 16))",
    replacement: "~(${low} & 65535)",
  },
  {
    what: "a number that is not known differs from every number",
    file: "compile/generate-writer.ts",
    source: "(${value} < ${than} || ${value} > ${than})",
    replacement: "${value} !== ${than}",
  },
  {
    what: "an unknown number decides",
    file: "compile/generate-writer.ts",
    source: "? ${BOTH} : 0) | ${unknown}`",
    replacement: "? ${BOTH} : 0) | (${unknown} & 0)`",
  },
  {
    what: "an optional set nobody gave keeps criteria open",
    file: "compile/generate-writer.ts",
    source: `if (slot.fact.whenUnknown !== "ignore") return test;`,
    replacement: "if (slot.index >= 0) return test;",
  },
  {
    what: "not is forgotten before a test of a set",
    file: "compile/generate-writer.ts",
    source: "wanted ? [BOTH, 0] : [0, BOTH]",
    replacement: "[BOTH, 0]",
  },
  {
    what: "one possible outcome speaks for all of them",
    file: "compile/generate-writer.ts",
    source: "& ${among}) === 0 ? 0 : ${MAY}`",
    replacement: "& ${among}) === 0 ? 0 : ${BOTH}`",
  },
  {
    what: "the walk does not stop at the candidate",
    file: "compile/generate.ts",
    source: "`if (g${d} !== 0) q${d} &= (g${d} & -g${d}) - 1;`,",
    replacement: "",
  },
  {
    what: "an open decision never waits for safety",
    file: "compile/generate.ts",
    source: "`y${d} = 1;`",
    replacement: "`y${d} = 0;`",
  },
  {
    what: "every open decision waits for safety",
    file: "compile/generate-safety.ts",
    source: "slotAt(plan.layout, node.slot).fact.safety",
    replacement: "true",
  },
  {
    what: "at least k counts what is open as what holds",
    file: "compile/generate-writer.ts",
    source: "((s >>> 16) >= ${node.count} ? ${MUST} : 0)",
    replacement: "((s & 65535) >= ${node.count} ? ${MUST} : 0)",
  },
  {
    what: "an open outcome rests on nothing",
    file: "compile/generate-facts.ts",
    source: "`f${node.slot >>> 5} |= ${1 << (node.slot & 31)};`",
    replacement: "`f${node.slot >>> 5} |= 0;`",
  },
  {
    what: "an open condition rests on decided leaves too",
    file: "compile/generate-facts.ts",
    source: "& ${BOTH}) === 1) {`",
    replacement: "& ${BOTH}) !== 2) {`",
  },
  {
    what: "an open earlier decision rests on nothing",
    file: "compile/generate-facts.ts",
    source: "f${word} |= run.missing[${node.decision}][${word}];",
    replacement: "f${word} |= 0;",
  },
  {
    what: "a decided criterion is asked about all the same",
    file: "compile/generate-facts.ts",
    source: "`if (((${decided}) & ${1 << (index & 31)}) === 0) {`",
    replacement: "`if (((${decided}) & 0) === 0) {`",
  },
  {
    what: "a fact nobody declared passes",
    file: "compile/generate-reader.ts",
    source: "count + absent === ${slots.length} ? invalid : 2",
    replacement: "count + absent >= ${slots.length} ? invalid : 2",
  },
  {
    what: "what every object has was sent",
    file: "compile/generate-reader.ts",
    source: "id in Object.prototype ?",
    replacement: "id === undefined ?",
  },
  {
    what: "a value too high by one is believed",
    file: "compile/generate-reader.ts",
    source: "v <= ${max})",
    replacement: "v <= ${max + 1})",
  },
  {
    what: "a fact that was assumed once stays assumed beside a value",
    file: "compile/generate-reader.ts",
    source: "&= ${~(1 << (index & 31))};",
    replacement: "&= -1;",
  },
  {
    what: "an invalid fact is no problem",
    file: "compile/generate-reader.ts",
    source: "invalid |= r;",
    replacement: "",
  },
];
