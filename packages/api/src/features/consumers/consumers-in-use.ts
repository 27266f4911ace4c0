// The apps of a program as they say of themselves: what each sends, and which rules it has met.
import { consumerReportsOf, consumersOf, getRelease } from "@jumelage/db";
import type { ConsumerInUse, RuleSet } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";

/** Each app once for every channel it has spoken of, or once without a channel where it never has. */
export async function consumersInUse(
  program: string,
  deps: Pick<Deps, "db">,
): Promise<readonly ConsumerInUse[]> {
  const [consumers, reports] = await Promise.all([
    consumersOf(deps.db, program),
    consumerReportsOf(deps.db, program),
  ]);
  const known = new Set(consumers.map((c) => c.id));
  const ruleSets = new Map<number, RuleSet | undefined>();
  for (const { consumer, release } of reports) {
    if (release === null || !known.has(consumer) || ruleSets.has(release)) continue;
    ruleSets.set(release, (await getRelease(deps.db, program, release))?.ruleSet);
  }
  return consumers.flatMap(({ id: consumer, name }): readonly ConsumerInUse[] => {
    const own = reports.filter((r) => r.consumer === consumer);
    if (own.length === 0) return [{ consumer, name, channel: null, sends: null }];
    return own.map(({ channel, facts, release }) => ({
      consumer,
      name,
      channel,
      sends: [...facts],
      uses: release === null ? undefined : ruleSets.get(release),
    }));
  });
}
