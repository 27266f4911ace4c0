// What terms of the SMT encoder are worth, given values of their variables: the meaning of SMT-LIB's operators, and no
// more than the encoder uses.
import type { Term } from "../src/smt/terms.ts";

export type TermValues = Readonly<Record<string, boolean | number>>;

/** @throws TypeError on a variable without a value, and on an operator the encoder does not use */
export function termValue({ head, below }: Term, values: TermValues): boolean | number {
  if (below.length === 0) {
    if (head === "true" || head === "false") return head === "true";
    const number = /^(?:\(- )?(\d+)\)?$/.exec(head);
    if (number) return head.startsWith("(") ? -Number(number[1]) : Number(number[1]);
    const value = values[head];
    if (value === undefined) throw new TypeError(`no value of ${head}`);
    return value;
  }
  const all = below.map((term) => termValue(term, values));
  const [a = 0, b = 0, c = 0] = all;
  switch (head) {
    case "and":
      return !all.includes(false);
    case "or":
      return all.includes(true);
    case "not":
      return a === false;
    case "=":
      return a === b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "ite":
      return a === true ? b : c;
    case "+":
      return all.reduce<number>((sum, v) => sum + Number(v), 0);
    case "*":
      return Number(a) * Number(b);
    case "mod":
      return ((Number(a) % Number(b)) + Number(b)) % Number(b);
    default:
      throw new TypeError(`not read: ${head}`);
  }
}
