// Why somebody got an answer: the facts and the receipt that an application kept, answered again by the version that is on
// screen. The files are read in the browser; nothing of them is sent or kept.
import { answeredFacts } from "@jumelage/engine";
import { TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { FilesField } from "../../ui/files-field.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import { readKept, standingOf, type Kept, type Standing, type Version } from "./replay.ts";

/** Where the panel stands on its page. */
export const replayId = "rejouer";

interface Replayed {
  readonly kept: Kept;
  readonly standing: Standing;
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));

export function ReplayPanel({ version }: { readonly version: Version }): ReactNode {
  const t = useTranslations("versions.replay");
  const [replayed, setReplayed] = useState<Replayed | "unreadable" | null>(null);
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const read = async (texts: readonly string[]): Promise<void> => {
    const kept = readKept(texts);
    if (texts.length === 0) setReplayed(null);
    else if (kept === null) setReplayed("unreadable");
    else setReplayed({ kept, standing: await standingOf(kept, version, sha256) });
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
  replayed: { kept, standing },
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
      {standing === "other-version" ? null : (
        <WitnessCard
          readings={[{ ruleSet, person }]}
          decisions={ruleSet.decisions.filter((d) => d.kind === "one").map((d) => d.id)}
        />
      )}
    </>
  );
}
