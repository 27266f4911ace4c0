// A group of members of a set that are always tested together, as one dimension: only which ways of standing occur among
// them can matter (in, out, not asked), and of those only what some test looks at.
import { found } from "./found.ts";
import type { Ground } from "./scalar.ts";
import type { FeatureKind } from "./set-tests.ts";

export type Standing = "in" | "out" | "unasked";
/** Some member of the group, in this copy of the fact, stands so. */
export type Feature = `${number} ${FeatureKind}`;

export interface GroupAxis {
  readonly members: readonly string[];
  readonly dimension: number;
  /** The node that says that some member has the feature. */
  readonly node: (feature: Feature) => number;
  readonly standings: (choice: readonly number[], copy: number) => ReadonlyMap<string, Standing>;
  readonly optionOf: (people: readonly ReadonlyMap<string, Standing>[]) => number;
}

interface GroupOptions {
  readonly fact: string;
  readonly suffix: string;
  readonly worlds: readonly number[];
  readonly members: readonly string[];
  readonly retired: boolean;
  /** How many persons' standings an option says: two where the second is the first, completed. */
  readonly copies: number;
  readonly tied: boolean;
  /** What some test looks at. */
  readonly features: ReadonlySet<Feature>;
}

/** How one member stands in every copy. */
type Stand = readonly Standing[];

const kinds = ["in", "in or unasked", "out", "out or unasked", "unasked"] as const;

export function groupAxis({ builder, dimensions }: Ground, options: GroupOptions): GroupAxis {
  const { members, copies } = options;
  const stands = standsOf(options);
  const looked = Array.from({ length: copies }, (_, copy) => kinds.map((kind): Feature => `${copy} ${kind}`))
    .flat()
    .filter((feature) => options.features.has(feature));
  const classes = new Map<string, { readonly first: readonly Stand[]; readonly all: (readonly Stand[])[] }>();
  for (const occurring of subsets(stands, members.length)) {
    const signature = signatureOf(occurring);
    const known = classes.get(signature);
    if (known) known.all.push(occurring);
    else classes.set(signature, { first: occurring, all: [occurring] });
  }
  const signatures = [...classes.keys()];
  const list = [...classes.values()];
  const dimension = dimensions.length;
  dimensions.push({
    name: `${options.fact}${options.suffix}: ${members.join(", ")}`,
    fact: options.fact,
    worlds: options.worlds,
    members,
    options: list.map(({ all }) => {
      const occur = (standing: Standing): boolean => all.some((o) => o.some((s) => s[0] === standing));
      return {
        known: [],
        unknown: false,
        doubtful: false,
        members: { in: occur("in"), out: occur("out"), unasked: occur("unasked") },
        completions: [...new Set(all.flatMap(completionsOf))].toSorted((a, b) => a - b),
      };
    }),
  });
  return {
    members,
    dimension,
    node: (feature) =>
      builder.literal(
        dimension,
        list.map(({ first }) => has(first, feature)),
      ),
    standings: (choice, copy) => {
      const { first } = found(list[choice[dimension] ?? 0], options.fact);
      // Every way that occurs has a member; the rest of the members follow the last.
      return new Map(
        members.map((m, i) => [m, first[Math.min(i, first.length - 1)]?.[copy] ?? "out"] as const),
      );
    },
    optionOf: (people) => {
      const occurring = members.map((m) => people.map((p) => p.get(m) ?? "out"));
      const option = signatures.indexOf(signatureOf(occurring));
      if (option < 0) throw new TypeError(`nobody was expected to stand like this in ${options.fact}`);
      return option;
    },
  };

  function signatureOf(occurring: readonly Stand[]): string {
    return looked.map((feature) => (has(occurring, feature) ? "1" : "0")).join("");
  }

  /** Where it may end when every member of the first copy is asked. */
  function completionsOf(occurring: readonly Stand[]): readonly number[] {
    const asked = occurring.filter((s) => s[0] !== "unasked");
    const endings: readonly Stand[][] =
      asked.length === occurring.length
        ? [[]]
        : [[["in"]], [["out"]], ...(members.length - asked.length > 1 ? [[["in"], ["out"]] as Stand[]] : [])];
    return endings.flatMap((ending) => {
      const option = signatures.indexOf(signatureOf([...asked, ...ending]));
      return option < 0 ? [] : [option];
    });
  }
}

function has(occurring: readonly Stand[], feature: Feature): boolean {
  const [copy, ...words] = feature.split(" ");
  const wanted = words.join(" ");
  return occurring.some((s) => wanted.split(" or ").includes(s[Number(copy)] ?? ""));
}

function standsOf({ copies, retired, tied }: GroupOptions): readonly Stand[] {
  const singles: readonly Standing[] = retired ? ["out", "in"] : ["out", "in", "unasked"];
  if (copies === 1) return singles.map((s) => [s]);
  return singles.flatMap((a) =>
    singles.flatMap((b): readonly Stand[] => (!tied || a === b || a === "unasked" ? [[a, b]] : [])),
  );
}

/** The non-empty subsets that so many members can show, small ones first. */
function subsets<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const all = items.reduce<readonly (readonly T[])[]>(
    (found, item) => [...found, ...found.map((f) => [...f, item])],
    [[]],
  );
  return all.filter((s) => s.length > 0 && s.length <= most).toSorted((a, b) => a.length - b.length);
}
