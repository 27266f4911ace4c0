// At once, or on a day and at an hour: asked, checked, and said back in words. The clocks are those of the program.
import { NativeSelect, Radio, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useZoned } from "../../ui/moment.tsx";
import { clockIn, instantsOf, knownZone } from "../../ui/zoned-time.ts";

/** Nobody decides further ahead than this; the server says the same. */
const mostAhead = 366 * 24 * 60 * 60 * 1000;

type Problem = "needed" | "skipped" | "passed" | "far";

export interface When {
  readonly isLater: boolean;
  /** The instant that was chosen; undefined at once, and while something is wrong with it. */
  readonly due: Date | undefined;
  /** Says what is wrong, if something is: from then on the field does too. Whether it is as it should be. */
  readonly ask: () => boolean;
  readonly clear: () => void;
  readonly field: FieldState;
}

interface FieldState {
  readonly isLater: boolean;
  readonly clock: string;
  readonly earliest: string;
  readonly zone: string;
  readonly instants: readonly Date[];
  readonly second: boolean;
  /** What is wrong, once somebody has tried to go on or has chosen an hour. */
  readonly problem: Problem | undefined;
  readonly choose: (change: Partial<Chosen>) => void;
}

interface Chosen {
  readonly isLater: boolean;
  readonly clock: string;
  /** Which of the two, of an hour that comes twice. */
  readonly second: boolean;
}

const atOnce: Chosen = { isLater: false, clock: "", second: false };

export function useWhen(): When {
  const { ruleSet } = useWorkspace();
  const zone = knownZone(ruleSet.timeZone);
  const [chosen, setChosen] = useState(atOnce);
  const [asked, setAsked] = useState(false);
  const now = useNow({ updateInterval: 10_000 });
  const { isLater, clock, second } = chosen;
  const instants = instantsOf(zone, clock);
  const at = (second ? instants[1] : undefined) ?? instants[0];
  const problem = isLater ? problemOf(clock, at, now) : undefined;
  return {
    isLater,
    due: isLater && problem === undefined ? at : undefined,
    ask: () => {
      setAsked(true);
      return problem === undefined;
    },
    clear: () => {
      setChosen(atOnce);
      setAsked(false);
    },
    field: {
      isLater,
      clock,
      earliest: clockIn(zone, now),
      zone,
      instants,
      second,
      problem: asked || clock !== "" ? problem : undefined,
      choose: (change) => setChosen((before) => ({ ...before, ...change })),
    },
  };
}

function problemOf(clock: string, at: Date | undefined, now: Date): Problem | undefined {
  if (clock === "") return "needed";
  if (at === undefined) return "skipped";
  const ahead = at.getTime() - now.getTime();
  if (ahead <= 0) return "passed";
  return ahead > mostAhead ? "far" : undefined;
}

export function WhenField({ when }: { readonly when: When }): ReactNode {
  const t = useTranslations("channels.when");
  const zoned = useZoned();
  const { isLater, clock, earliest, zone, instants, second, problem, choose } = when.field;
  return (
    <>
      <Radio.Group
        label={t("title")}
        value={isLater ? "later" : "now"}
        onChange={(value) => choose({ isLater: value === "later" })}
      >
        <div className="j-stack-tight">
          <Radio value="now" label={t("now")} />
          <Radio value="later" label={t("later")} />
        </div>
      </Radio.Group>
      {isLater ? (
        <TextInput
          type="datetime-local"
          label={t("clock")}
          description={t("zone", { zone: zoned.zoneName(zone) })}
          maw={320}
          min={earliest}
          value={clock}
          error={problem === undefined ? undefined : t(`problem.${problem}`)}
          onChange={(event) => choose({ clock: event.currentTarget.value, second: false })}
        />
      ) : null}
      {isLater && instants.length > 1 ? (
        <NativeSelect
          label={t("twice")}
          maw={420}
          value={second ? "second" : "first"}
          data={(["first", "second"] as const).map((value, i) => ({
            value,
            label: t(value, { zone: zoned.zoneName(zone, instants[i]) }),
          }))}
          onChange={(event) => choose({ second: event.currentTarget.value === "second" })}
        />
      ) : null}
    </>
  );
}
