// Terms of SMT-LIB, built once each: equal terms are one object, so that what two worlds share is asked once, and the
// text names a term that is used several times instead of repeating it. Knows nothing of rule sets.
export interface Term {
  readonly id: number;
  readonly sort: "Bool" | "Int";
  /** The operator of SMT-LIB, or the name of a variable, or a literal. */
  readonly head: string;
  readonly below: readonly Term[];
}

export interface Variable {
  readonly name: string;
  readonly sort: "Bool" | "Int";
}

/** Makes terms, simplifying where a constant decides. */
export class Terms {
  readonly variables: Variable[] = [];
  readonly no: Term;
  readonly yes: Term;
  readonly #made = new Map<string, Term>();

  constructor() {
    this.no = this.#make("Bool", "false");
    this.yes = this.#make("Bool", "true");
  }

  /** A fresh variable; names must differ. */
  variable(name: string, sort: Variable["sort"]): Term {
    this.variables.push({ name, sort });
    return this.#make(sort, name);
  }

  bool(value: boolean): Term {
    return value ? this.yes : this.no;
  }

  /** A whole number, of any size. */
  whole(value: number): Term {
    const text = BigInt(Math.round(value)).toString();
    return this.#make("Int", text.startsWith("-") ? `(- ${text.slice(1)})` : text);
  }

  not(term: Term): Term {
    if (term === this.yes) return this.no;
    if (term === this.no) return this.yes;
    if (term.head === "not") return only(term.below);
    return this.#make("Bool", "not", [term]);
  }

  and(...terms: readonly Term[]): Term {
    return this.#junction("and", this.yes, this.no, terms);
  }

  or(...terms: readonly Term[]): Term {
    return this.#junction("or", this.no, this.yes, terms);
  }

  implies(premise: Term, conclusion: Term): Term {
    return this.or(this.not(premise), conclusion);
  }

  same(a: Term, b: Term): Term {
    if (a === b) return this.yes;
    if (a === this.yes) return b;
    if (b === this.yes) return a;
    if (a === this.no) return this.not(b);
    if (b === this.no) return this.not(a);
    return this.#make("Bool", "=", a.id < b.id ? [a, b] : [b, a]);
  }

  /** At least `count` of the terms; none of them is needed when `count` is 0. */
  atLeast(count: number, terms: readonly Term[]): Term {
    const [first, ...rest] = terms;
    if (count <= 0) return this.yes;
    if (first === undefined || count > terms.length) return this.no;
    if (count === 1) return this.or(...terms);
    if (count === terms.length) return this.and(...terms);
    return this.or(this.and(first, this.atLeast(count - 1, rest)), this.atLeast(count, rest));
  }

  atMostOne(terms: readonly Term[]): Term {
    return this.not(this.atLeast(2, terms));
  }

  choose(condition: Term, then: Term, otherwise: Term): Term {
    if (condition === this.yes || then === otherwise) return then;
    if (condition === this.no) return otherwise;
    if (then.sort === "Bool") return this.and(this.implies(condition, then), this.or(condition, otherwise));
    return this.#make("Int", "ite", [condition, then, otherwise]);
  }

  less(a: Term, b: Term): Term {
    return this.#make("Bool", "<", [a, b]);
  }

  lessOrSame(a: Term, b: Term): Term {
    return this.#make("Bool", "<=", [a, b]);
  }

  sum(terms: readonly Term[]): Term {
    return terms.length === 1 ? only(terms) : this.#make("Int", "+", terms);
  }

  times(factor: number, term: Term): Term {
    return factor === 1 ? term : this.#make("Int", "*", [this.whole(factor), term]);
  }

  isMultiple(factor: number, term: Term): Term {
    return this.same(this.#make("Int", "mod", [term, this.whole(factor)]), this.whole(0));
  }

  /** Without what changes nothing; decided when one member decides, or contradicts another. */
  #junction(head: "and" | "or", neutral: Term, deciding: Term, terms: readonly Term[]): Term {
    const distinct = new Set(terms);
    distinct.delete(neutral);
    if (distinct.has(deciding)) return deciding;
    const members = [...distinct];
    if (members.some((t) => t.head === "not" && distinct.has(only(t.below)))) return deciding;
    if (members.length < 2) return members[0] ?? neutral;
    return this.#make(
      "Bool",
      head,
      members.sort((a, b) => a.id - b.id),
    );
  }

  #make(sort: Term["sort"], head: string, below: readonly Term[] = []): Term {
    const key = `${head} ${below.map((t) => t.id).join(" ")}`;
    let term = this.#made.get(key);
    if (!term) this.#made.set(key, (term = { id: this.#made.size, sort, head, below }));
    return term;
  }
}

/** The names of the variables in the terms, and the literals. */
export function namesIn(terms: readonly Term[]): ReadonlySet<string> {
  const seen = new Set<Term>();
  const visit = (term: Term): void => {
    if (seen.has(term)) return;
    seen.add(term);
    term.below.forEach(visit);
  };
  terms.forEach(visit);
  return new Set([...seen].flatMap((t) => (t.below.length === 0 ? [t.head] : [])));
}

export interface Commands {
  readonly text: string;
  /** The names of the variables in it. */
  readonly used: readonly string[];
  /** The named terms, as the solver may be asked about them afterwards. */
  readonly spelled: readonly string[];
}

/**
 * Commands that assert terms: declarations of the variables used, definitions of what is used several times, and one
 * assertion for each. The terms under `named` are given names but are not asserted.
 */
export function commandsFor(
  terms: Terms,
  { asserted, named }: { readonly asserted: readonly Term[]; readonly named: readonly Term[] },
): Commands {
  const uses = new Map<Term, number>();
  const order: Term[] = [];
  const visit = (term: Term): void => {
    const before = uses.get(term) ?? 0;
    uses.set(term, before + 1);
    if (before > 0) return;
    term.below.forEach(visit);
    order.push(term);
  };
  [...asserted, ...named].forEach(visit);
  const names = new Map<Term, string>();
  const textOf = (term: Term): string => names.get(term) ?? spelled(term);
  const spelled = (term: Term): string =>
    term.below.length === 0 ? term.head : `(${term.head} ${term.below.map(textOf).join(" ")})`;
  const heads = new Set(order.filter((t) => t.below.length === 0).map((t) => t.head));
  const used = terms.variables.filter((v) => heads.has(v.name));
  const lines = used.map((v) => `(declare-const ${v.name} ${v.sort})`);
  for (const term of order) {
    if (term.below.length === 0 || (uses.get(term) ?? 0) < 2) continue;
    lines.push(`(define-fun t${term.id} () ${term.sort} ${spelled(term)})`);
    names.set(term, `t${term.id}`);
  }
  for (const term of asserted) if (term !== terms.yes) lines.push(`(assert ${textOf(term)})`);
  return {
    text: `${lines.join("\n")}\n`,
    used: used.map((v) => v.name),
    spelled: named.map(textOf),
  };
}

function only(terms: readonly Term[]): Term {
  const [term] = terms;
  if (term === undefined) throw new TypeError("a term is missing");
  return term;
}
