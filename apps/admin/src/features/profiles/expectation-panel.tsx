// What a profile gets, what is expected of it, and why an expectation changes. A change waits for its reason here, so
// that nobody corrects an expectation without saying why.
import type { DecisionResult, Decision, Expected, Profile } from "@jumelage/engine";
import { differenceSentence, listOf, textIn } from "@jumelage/engine/words";
import { Button, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { stateFace } from "../../ui/tones.ts";
import type { SimulatedRow } from "../simulation/simulate.ts";
import { withProfile } from "./edit-profiles.ts";
import {
  expectOutcomes,
  expectResult,
  expectState,
  wantedOutcomes,
  withExpected,
  type ManyPart,
} from "./expectation.ts";
import { ExpectedOutcomes } from "./expected-outcomes.tsx";
import classes from "./profiles.module.css";
import { ProvenanceOf } from "./provenance.tsx";
import { StatementChoice } from "./statement-choice.tsx";
import { statementOf } from "../vocabulary/statements.tsx";

export function ExpectationPanel({ row }: { readonly row: SimulatedRow }): ReactNode {
  const t = useTranslations("profiles.expectation");
  const { ruleSet, lang, baseline, served, profilesEditable, recordReason, cite, update } = useWorkspace();
  const { profile, after } = row;
  const [pending, setPending] = useState<Expected | null>(null);
  const [reason, setReason] = useState("");
  const [statement, setStatement] = useState<string | undefined>();
  const cited = statementOf(ruleSet.sources, statement);
  const expected = pending ?? profile.expected;
  const fresh =
    !baseline?.profiles.some((p) => p.id === profile.id) &&
    Object.keys(profile.expected.decisions).length === 0;

  const keep = (next: Expected, why: string): void => {
    recordReason(profile.id, why);
    update(t("change", { id: profile.id }), (doc) => ({
      ...doc,
      profiles: withProfile(doc.profiles, profile.id, (p) => withExpected(p, next)),
    }));
    if (statement !== undefined) cite(profile.id, statement);
    setPending(null);
    setReason("");
    setStatement(undefined);
  };
  // Nobody has read a first version yet: what is expected in it is still being written.
  const unread = baseline === null && served?.approvals.length === 0;
  // A new profile has nothing to contradict yet: its first expectation explains itself.
  const propose = (next: Expected): void =>
    fresh || unread ? keep(next, t(fresh ? "firstReason" : "unreadReason")) : setPending(next);

  return (
    <Panel title={t("title")}>
      <output className={row.differences.length > 0 ? slot.problem : undefined}>
        {Object.keys(profile.expected.decisions).length === 0
          ? t("nothing")
          : row.differences.length === 0
            ? t("met")
            : t("notMet", { count: row.differences.length })}
      </output>
      {Object.keys(profile.expected.decisions).length === 0 ? null : <ProvenanceOf profile={profile} />}
      {row.differences.length === 0 ? null : (
        <ul className={classes.differences}>
          {row.differences.map((d) => {
            const sentence = differenceSentence(d, ruleSet, lang);
            return <li key={sentence}>{sentence}</li>;
          })}
        </ul>
      )}
      {profilesEditable &&
      (row.differences.length > 0 ||
        expected.fired === undefined ||
        Object.keys(expected.decisions).length === 0) ? (
        <Button
          variant={row.differences.length > 0 ? "filled" : "default"}
          onClick={() => propose(expectResult(profile.expected, after.result))}
        >
          {t("accept")}
        </Button>
      ) : null}
      {pending === null ? null : (
        <Notice title={t("changing")} announce="politely">
          <Textarea
            w="100%"
            label={t("reason")}
            description={t("reasonHint")}
            autosize
            minRows={2}
            value={reason}
            data-autofocus
            maxLength={1000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <StatementChoice
            sources={ruleSet.sources}
            lang={lang}
            label={t("statement")}
            value={statement}
            onChoose={setStatement}
          />
          <div className="j-row">
            <Button
              disabled={reason.trim() === "" && cited === undefined}
              onClick={() =>
                keep(
                  pending,
                  // A sentence of a document is a reason by itself.
                  reason.trim() ||
                    t("because", {
                      statement: `${cited?.statement.id ?? ""} · ${cited?.statement.locator ?? ""}`,
                    }),
                )
              }
            >
              {t("keep")}
            </Button>
            <Button variant="default" onClick={() => setPending(null)}>
              {t("cancel")}
            </Button>
          </div>
        </Notice>
      )}
      {ruleSet.decisions.map((decision) => (
        <DecisionExpectation
          key={decision.id}
          decision={decision}
          expected={expected}
          obtained={after.result.decisions[decision.id]}
          editable={profilesEditable}
          onChange={propose}
        />
      ))}
      <Rest profile={profile} />
    </Panel>
  );
}

interface DecisionExpectationProps {
  readonly decision: Decision;
  readonly expected: Expected;
  readonly obtained: DecisionResult | undefined;
  readonly editable: boolean;
  readonly onChange: (expected: Expected) => void;
}

function DecisionExpectation({
  decision,
  expected,
  obtained,
  editable,
  onChange,
}: DecisionExpectationProps): ReactNode {
  const t = useTranslations("profiles.expectation");
  const { lang } = useWorkspace();
  const title = textIn(decision.title, lang) || decision.id;
  const wanted = expected.decisions[decision.id];
  if (decision.kind === "one") {
    return (
      <section className={classes.decision} aria-label={title}>
        <h3>{title}</h3>
        <div className={classes.answers}>
          <span className="j-muted">{t("obtained")}</span>
          {obtained?.kind === "one" ? (
            <OutcomeBadge lang={lang} decision={decision} state={obtained.state} />
          ) : (
            <span>–</span>
          )}
          <span className="j-muted">{t("expected")}</span>
          {editable ? (
            <select
              className={slot.slot}
              aria-label={t("expectedOf", { decision: title })}
              value={typeof wanted === "string" ? wanted : ""}
              onChange={(event) =>
                onChange(expectState(expected, decision.id, event.currentTarget.value || undefined))
              }
            >
              <option value="">{t("notCompared")}</option>
              {[...decision.outcomes.map((o) => o.id), "@safety-unknown", "@undetermined"].map((state) => (
                <option key={state} value={state}>
                  {stateFace(decision, state, lang).label}
                </option>
              ))}
            </select>
          ) : typeof wanted === "string" ? (
            <OutcomeBadge lang={lang} decision={decision} state={wanted} />
          ) : (
            <span>{t("notCompared")}</span>
          )}
        </div>
      </section>
    );
  }
  const parts: readonly ManyPart[] = ["suggested", "undetermined", "withheld"];
  const names = (ids: readonly string[]): string =>
    ids.length === 0
      ? t("none")
      : listOf(
          ids.map((id) => stateFace(decision, id, lang).label),
          lang,
          "and",
        );
  return (
    <section className={classes.decision} aria-label={title}>
      <h3>{title}</h3>
      {parts.map((part) => {
        const list = wantedOutcomes(wanted, part);
        const got = obtained?.kind === "many" ? obtained[part] : [];
        if (part !== "suggested" && list === undefined && got.length === 0) return null;
        return (
          <div key={part} className="j-stack-tight">
            <p className="j-small">
              <span className="j-muted">{t(`obtainedPart.${part}`)}</span> {names(got)}
            </p>
            {editable ? (
              <ExpectedOutcomes
                decision={decision}
                label={t(`expectedPart.${part}`, { decision: title })}
                lang={lang}
                value={list}
                onChange={(outcomes) => onChange(expectOutcomes(expected, decision.id, part, outcomes))}
              />
            ) : (
              <p className="j-small">
                <span className="j-muted">{t(`expectedPart.${part}`, { decision: title })}</span>{" "}
                {list === undefined ? t("notCompared") : names(list)}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** What else is compared: true criteria, missing facts. */
function Rest({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useTranslations("profiles.expectation");
  const { ruleSet, lang } = useWorkspace();
  const { fired, missing } = profile.expected;
  const facts = missing?.map((id) => {
    const fact = ruleSet.facts.find((f) => f.id === id);
    return fact ? textIn(fact.label, lang) || id : id;
  });
  return (
    <div className="j-stack-tight j-small">
      <p>
        <span className="j-muted">{t("fired")}</span>{" "}
        {fired === undefined ? t("notCompared") : fired.length === 0 ? t("none") : listOf(fired, lang, "and")}
      </p>
      <p>
        <span className="j-muted">{t("missing")}</span>{" "}
        {facts === undefined ? t("notCompared") : facts.length === 0 ? t("none") : listOf(facts, lang, "and")}
      </p>
    </div>
  );
}
