// What stands between the draft and the server and needs a word from the person: two people's changes, a missing reason,
// a refused save, a newer release. Each is a message in the page, and none of them hides what was typed.
import { allows } from "@jumelage/api/schemas";
import { conflictWords, diagnosticSentence } from "@jumelage/engine/words";
import { Button, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../api/client.ts";
import { diagnosticsOf } from "../api/refusal.ts";
import { canKeepBoth, conflictKey, type Clash, type Conflict, type Choice } from "../draft/merge.ts";
import { useWorkspace } from "../draft/use-draft.ts";
import { programPaths } from "../paths.ts";
import { ErrorNotice, QueryTrouble, useErrorWords } from "../ui/error-notice.tsx";
import { AppLink } from "../ui/link.tsx";
import { Notice } from "../ui/page.tsx";
import classes from "./frame.module.css";

export function DraftAsides() {
  const { conflict, unexplained, saveState, refusal, startError, settle } = useWorkspace();
  return (
    <div className={classes.asides}>
      {startError ? <ErrorNotice error={startError} /> : null}
      <OldNotice />
      <MovedNotice />
      {conflict ? <ConflictNotice key={conflict.at} conflict={conflict} settle={settle} /> : null}
      {unexplained.length > 0 && saveState !== "conflict" ? <ReasonNotice profiles={unexplained} /> : null}
      {saveState === "refused" ? <RefusedNotice error={refusal} /> : null}
    </div>
  );
}

/** What is on screen may be of before: the server was asked anew and did not answer. What is typed is told in the strip. */
function OldNotice() {
  const { program, draft, saveState } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  const served = useQuery(trpc.drafts.get.queryOptions({ id: draft?.id ?? "" }, { enabled: draft !== null }));
  const old = [found, served].find((query) => query.isError && query.data !== undefined);
  return old === undefined || saveState === "offline" ? null : <QueryTrouble query={old} />;
}

/** A newer version came into service: this draft cannot be published as it stands, and should say so before the end. */
function MovedNotice() {
  const t = useTranslations("frame.strip");
  const { program, draft, baseline, roles } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  const inForce = found.data?.current?.number;
  if (draft === null || inForce === undefined || inForce === baseline?.number) return null;
  const base = baseline === null ? t("movedFromNothing") : t("movedFrom", { base: String(baseline.number) });
  return (
    <Notice title={`${t("moved", { number: String(inForce) })} ${base}`}>
      {allows("draft.update", roles) ? (
        <AppLink href={programPaths(program).update}>{t("toUpdate")}</AppLink>
      ) : null}
    </Notice>
  );
}

/** What the server would not take, place by place, in words. */
function RefusedNotice({ error }: { readonly error: unknown }) {
  const t = useTranslations("frame");
  const words = useErrorWords();
  const { ruleSet, profiles, lang } = useWorkspace();
  const found = diagnosticsOf(error);
  return (
    <Notice tone="problem" announce="now" title={t("refusedTitle")}>
      {found.length === 0 ? (
        <p>{words(error)}</p>
      ) : (
        <ul>
          {found.map((d) => {
            const [document, ...at] = d.at;
            const sentence = diagnosticSentence(
              { ...d, at },
              document === "profiles" ? profiles : ruleSet,
              lang,
            );
            return <li key={sentence}>{sentence}</li>;
          })}
        </ul>
      )}
    </Notice>
  );
}

const sides = ["mine", "theirs", "both"] as const satisfies readonly Choice[];

interface ConflictProps {
  readonly conflict: Conflict;
  readonly settle: (choose: (clash: Clash) => Choice) => void;
}

function ConflictNotice({ conflict, settle }: ConflictProps) {
  const t = useTranslations("frame.conflict");
  const tc = useTranslations("common");
  const format = useFormatter();
  const { lang } = useWorkspace();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const time = format.dateTime(new Date(conflict.at), { timeStyle: "short" });
  const title = t("title", { name: conflict.by, time });
  const choose = (clash: Clash): Choice => choices[conflictKey(clash)] ?? "mine";
  if (conflict.clashes.length === 0) {
    return (
      <Notice title={title} announce="politely">
        <p>{t("merged")}</p>
        <Button variant="default" size="compact-sm" onClick={() => settle(choose)}>
          {tc("close")}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice title={title} announce="now">
      <p>{t("choose")}</p>
      {conflict.clashes.map((clash) => {
        const key = conflictKey(clash);
        const words = conflictWords(clash, conflict, lang);
        return (
          <Radio.Group
            key={key}
            label={words.title}
            description={words.base === undefined ? undefined : t("was", { words: words.base })}
            value={choose(clash)}
            onChange={(side) =>
              setChoices({ ...choices, [key]: sides.find((choice) => choice === side) ?? "mine" })
            }
          >
            {(canKeepBoth(clash) ? sides : sides.slice(0, 2)).map((side) => (
              <Radio
                key={side}
                value={side}
                label={
                  <span className="j-stack-tight">
                    <strong>{side === "theirs" ? t("theirs", { name: conflict.by }) : t(side)}</strong>
                    <span className={classes.side}>
                      {side === "both" ? t("bothHint", { name: conflict.by }) : (words[side] ?? t("removed"))}
                    </span>
                  </span>
                }
              />
            ))}
          </Radio.Group>
        );
      })}
      <Button size="compact-md" onClick={() => settle(choose)}>
        {t("keep")}
      </Button>
    </Notice>
  );
}

function ReasonNotice({ profiles }: { readonly profiles: readonly string[] }) {
  const t = useTranslations("frame.reason");
  const workspace = useWorkspace();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const ready = profiles.some((id) => (typed[id] ?? "").trim() !== "");
  return (
    <Notice title={t("title")} announce="politely">
      <p>{t("hint")}</p>
      {profiles.map((id) => (
        <TextInput
          key={id}
          w="100%"
          label={t("field", {
            profile: workspace.profiles.find((p) => p.id === id)?.title[workspace.lang] ?? id,
          })}
          value={typed[id] ?? ""}
          onChange={(event) => setTyped({ ...typed, [id]: event.currentTarget.value })}
        />
      ))}
      <Button
        size="compact-md"
        disabled={!ready}
        onClick={() => {
          for (const id of profiles) {
            const reason = (typed[id] ?? "").trim();
            if (reason !== "") workspace.recordReason(id, reason);
          }
        }}
      >
        {t("keep")}
      </Button>
    </Notice>
  );
}
