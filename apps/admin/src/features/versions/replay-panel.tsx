// Why somebody got an answer: the facts and the receipt that an application kept, answered again by the version that is on
// screen. The files are read in the browser; nothing of them is sent or kept.
import { answeredFacts } from "@jumelage/engine";
import { digest } from "@jumelage/sdk";
import { TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { FilesField } from "../../ui/files-field.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import { HumanDecision } from "./human-decision.tsx";
import {
  belongs,
  readKept,
  signatureOf,
  standingOf,
  type Kept,
  type Signature,
  type Standing,
  type Version,
} from "./replay.ts";
import { serverKeys } from "./server-keys.ts";

/** Where the panel stands on its page. */
export const replayId = "rejouer";

interface Replayed {
  readonly kept: Kept;
  readonly standing: Standing;
  /** Absent without a receipt; `unreachable`: the keys could not be asked for. */
  readonly signature?: Signature | "unreachable";
  /** Whether what was decided is about this very receipt; absent where one of the two is. */
  readonly isOfReceipt?: boolean;
}

async function replay(kept: Kept, version: Version): Promise<Replayed> {
  const { receipt, record } = kept;
  const standing = await standingOf(kept, version, digest);
  if (receipt === undefined) return { kept, standing };
  const keys = await serverKeys().catch(() => null);
  return {
    kept,
    standing,
    signature: keys === null ? "unreachable" : await signatureOf(receipt, keys),
    ...(record ? { isOfReceipt: await belongs(record, receipt, digest) } : {}),
  };
}

export function ReplayPanel({ version }: { readonly version: Version }): ReactNode {
  const t = useTranslations("versions.replay");
  const [replayed, setReplayed] = useState<Replayed | "unreadable" | null>(null);
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const read = async (texts: readonly string[]): Promise<void> => {
    const kept = readKept(texts);
    if (texts.length === 0) setReplayed(null);
    else if (kept === null) setReplayed("unreadable");
    else setReplayed(await replay(kept, version));
  };
  return (
    <Panel id={replayId} title={t("title")}>
      <p className="j-muted">{t("lead")}</p>
      <FilesField
        label={t("files")}
        description={t("filesHint")}
        error={replayed === "unreadable" ? t("unreadable") : undefined}
        onRead={(texts) => void read(texts)}
      />
      {replayed === null || replayed === "unreadable" ? null : (
        <Answer replayed={replayed} version={version} day={day} onDay={setDay} />
      )}
    </Panel>
  );
}

function Answer({
  replayed: { kept, standing, signature, isOfReceipt },
  version: { ruleSet },
  day,
  onDay,
}: {
  readonly replayed: Replayed;
  readonly version: Version;
  readonly day: string;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const t = useTranslations("versions.replay");
  const format = useFormatter();
  const says = kept.receipt?.says;
  const person = {
    at: says?.at ?? day,
    facts: says ? answeredFacts(says, kept.facts) : kept.facts,
  };
  const problem =
    standing === "facts-differ" || standing === "result-differs" || standing === "other-version";
  return (
    <>
      <Notice
        tone={problem ? "problem" : "info"}
        announce="politely"
        title={t(`standing.${standing}`, { number: String(says?.release ?? "") })}
      />
      {signature === undefined ? null : (
        <Notice
          tone={signature === "ours" ? "info" : "problem"}
          announce="politely"
          title={t(`signature.${signature}`)}
        />
      )}
      {says === undefined ? (
        <TextInput
          type="date"
          label={t("day")}
          value={day}
          maw={240}
          onChange={({ currentTarget: { value } }) => {
            if (value !== "") onDay(value);
          }}
        />
      ) : (
        <p>
          {t("of", {
            day: format.dateTime(new Date(`${says.at}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" }),
          })}
        </p>
      )}
      {kept.record ? (
        <HumanDecision record={kept.record} isOfReceipt={isOfReceipt ?? false} ruleSet={ruleSet} />
      ) : null}
      {standing === "other-version" ? null : (
        <WitnessCard
          readings={[{ ruleSet, person }]}
          decisions={ruleSet.decisions.filter((d) => d.kind === "one").map((d) => d.id)}
        />
      )}
    </>
  );
}
