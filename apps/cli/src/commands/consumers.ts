// `jumelage consumers`: what apps in use lack for a rule set: facts they do not send, answers and outcomes that came after
// the rule set in force. What an app is known to use by its release is the server's to say.
import {
  additionsOf,
  consumerLacks,
  countAdditions,
  consumersInUseSchema,
  type ConsumerInUse,
  type Lang,
} from "@jumelage/engine";
import { consumerLackSentence } from "@jumelage/engine/words";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { readJson, readRuleSet } from "../read.ts";

interface Asked {
  readonly base: string;
  readonly head: string;
  /** The file of apps. */
  readonly apps: string;
  readonly lang: Lang;
}

/** What each app of the file lacks for `head` beyond `base`; a finding when one lacks anything. */
export async function consumers({ base, head, apps, lang }: Asked, io: Io): Promise<Outcome> {
  const [before, after] = [await readRuleSet(base, io), await readRuleSet(head, io)];
  const known = await readConsumers(apps, io);
  const added = additionsOf(before.ruleSet, after.ruleSet);
  const lacks = consumerLacks(added, known);
  return {
    document: { added, consumers: known.length, lacks },
    lines: [
      ...lacks.map((lack) => consumerLackSentence(lack, after.ruleSet, lang)),
      say(lang, "consumers-told", { added: countAdditions(added), all: known.length }),
    ],
    findings: lacks.length > 0,
  };
}

async function readConsumers(path: string, io: Io): Promise<readonly ConsumerInUse[]> {
  const parsed = consumersInUseSchema.safeParse(await readJson(path, io));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join("/") ?? "";
  throw new Unusable("not-consumers", { what: path, where: at });
}
