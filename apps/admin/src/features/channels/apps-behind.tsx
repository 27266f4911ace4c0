// What apps of a channel lack for the version that was to be promoted, and the word of the reviewer who answers for them.
import type { Gate } from "@jumelage/api/schemas";
import type { ConsumerLack } from "@jumelage/engine";
import { consumerLackSentence } from "@jumelage/engine/words";
import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Notice } from "../../ui/page.tsx";
import { lackOf } from "../publication/consumer-finding.ts";

/** What the refusal of a promotion says that apps lack; nothing where it was refused for another reason. */
export function lacksIn(error: unknown): readonly ConsumerLack[] {
  const gates = refusalOf(error)?.details["gates"];
  if (!Array.isArray(gates)) return [];
  const gate = (gates as readonly Gate[]).find(({ id, status }) => id === "consumers" && status === "failed");
  return gate?.findings.flatMap((finding) => lackOf(finding) ?? []) ?? [];
}

interface AppsBehindProps {
  /** The version that was to be promoted. */
  readonly release: number;
  readonly lacks: readonly ConsumerLack[];
  readonly answered: boolean;
  readonly onAnswer: (answered: boolean) => void;
}

export function AppsBehind({ release, lacks, answered, onAnswer }: AppsBehindProps) {
  const t = useTranslations("channels.behind");
  const { program, ruleSet, lang } = useWorkspace();
  // What is added has its words in that version; until they are here, its ids stand for them.
  const promoted = useQuery(trpc.releases.get.queryOptions({ program, number: release }));
  return (
    <Notice announce="now">
      <p>{t("lead")}</p>
      <ul>
        {lacks.map((lack) => (
          <li key={JSON.stringify(lack)}>
            {consumerLackSentence(lack, promoted.data?.ruleSet ?? ruleSet, lang)}
          </li>
        ))}
      </ul>
      <Checkbox
        label={t("answer")}
        checked={answered}
        onChange={(event) => onAnswer(event.currentTarget.checked)}
      />
    </Notice>
  );
}
