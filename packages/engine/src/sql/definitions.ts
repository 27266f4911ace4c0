// Named values, each defined once, and the layers of a query that they make: a value stands one layer above what it
// reads. So nothing is computed twice, and the text grows with the rule set and not with how often its parts are read.
import { sql, type Expr } from "./expression.ts";

export interface Definitions {
  /** A name for a value; the same value has the same name. */
  readonly define: (value: Expr) => Expr;
  /** The whole query over `from`: every output under its (quoted) name. */
  readonly query: (outputs: readonly Output[], from: Expr, fence: string) => string;
}

export interface Output {
  readonly name: Expr;
  readonly value: Expr;
}

/** @param prefix begins every name; no column of the table or of the answer may begin with it. */
export function definitions(prefix: string): Definitions {
  const values = new Map<string, { readonly value: Expr; readonly layer: number }>();
  const names = new Map<string, string>();
  const layerOf = (value: Expr): number =>
    1 + value.reads.reduce((most, name) => Math.max(most, values.get(name)?.layer ?? 0), 0);
  return {
    define(value) {
      const known = names.get(value.text);
      const name = known ?? `${prefix}${values.size + 1}`;
      if (known === undefined) {
        names.set(value.text, name);
        values.set(name, { value, layer: layerOf(value) });
      }
      return { text: name, reads: [name] };
    },
    query(outputs, from, fence) {
      const last = outputs.reduce((most, { value }) => Math.max(most, layerOf(value)), 1);
      const until = lastUses(values, outputs, last);
      let inner = from.text;
      // Whatever is read in one layer rests on something in each below it: no layer is empty.
      for (let layer = 1; layer < last; layer += 1) {
        const lines: string[] = [];
        for (const [name, { value, layer: own }] of values) {
          if ((until.get(name) ?? 0) <= layer) continue;
          if (own === layer) lines.push(`${value.text} AS ${name}`);
          else if (own < layer) lines.push(name);
        }
        inner = `(\n${select(lines, inner)}${fence}\n) AS ${prefix}layer${layer}`;
      }
      return select(
        outputs.map(({ name, value }) => sql`${value} AS ${name}`.text),
        inner,
      );
    },
  };
}

function select(lines: readonly string[], from: string): string {
  return `SELECT\n  ${lines.join(",\n  ")}\nFROM ${from}`;
}

/** Up to which layer each value is read; what no output rests on is not there. */
function lastUses(
  values: ReadonlyMap<string, { readonly value: Expr; readonly layer: number }>,
  outputs: readonly Output[],
  last: number,
): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  const waiting: { readonly reads: readonly string[]; readonly layer: number }[] = outputs.map(
    ({ value }) => ({ reads: value.reads, layer: last }),
  );
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const name of next.reads) {
      const defined = values.get(name);
      if (!until.has(name) && defined) waiting.push({ reads: defined.value.reads, layer: defined.layer });
      until.set(name, Math.max(until.get(name) ?? 0, next.layer));
    }
  }
  return until;
}
