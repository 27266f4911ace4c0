// The day by which a version is due to be looked at again: the one somebody chooses, or as the program has it.
import { monthsLater } from "@jumelage/engine";
import { TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useDay } from "../../ui/moment.tsx";
import { dayIn, knownZone } from "../../ui/zoned-time.ts";

export interface ReviewDay {
  /** The day that was chosen; undefined where it is left to the program. */
  readonly chosen: string | undefined;
  /** What the version will say, in words; null where it will say nothing. */
  readonly words: string | null;
  /** Says what is wrong, if something is. Whether it is as it should be. */
  readonly ask: () => boolean;
  readonly field: {
    readonly value: string;
    readonly earliest: string;
    readonly usual: string | undefined;
    readonly wrong: boolean;
    readonly type: (day: string) => void;
  };
}

interface Terms {
  /** How many months the program gives a version; null where it does not say. */
  readonly months: number | null;
  /** When it is to be published; now, where absent. */
  readonly from: Date | undefined;
}

export function useReviewDay({ months, from }: Terms): ReviewDay {
  const t = useTranslations("publication.review");
  const { ruleSet } = useWorkspace();
  const now = useNow();
  const day = useDay();
  const [typed, setTyped] = useState<string>();
  const [asked, setAsked] = useState(false);
  const earliest = dayIn(knownZone(ruleSet.timeZone), from ?? now);
  const usual = months === null ? undefined : monthsLater(earliest, months);
  const chosen = typed === "" || typed === undefined ? undefined : typed;
  const wrong = chosen !== undefined && chosen < earliest;
  const said = chosen ?? usual;
  return {
    chosen,
    words: said === undefined ? null : t("said", { date: day(said) }),
    ask: () => {
      setAsked(true);
      return !wrong;
    },
    field: { value: typed ?? usual ?? "", earliest, usual, wrong: asked && wrong, type: setTyped },
  };
}

export function ReviewField({ day }: { readonly day: ReviewDay }): ReactNode {
  const t = useTranslations("publication.review");
  const words = useDay();
  const { value, earliest, usual, wrong, type } = day.field;
  const absent = usual === undefined ? t("none") : t("usual", { date: words(usual) });
  return (
    <TextInput
      type="date"
      label={t("label")}
      description={`${t("hint")} ${absent}`}
      maw={720}
      min={earliest}
      value={value}
      error={wrong ? t("passed") : undefined}
      styles={{ input: { maxWidth: 240 } }}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
