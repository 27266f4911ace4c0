// One thing that both sides changed: how it was, both ways it is now, and which of them the draft keeps.
import type { MergeConflict } from "@jumelage/api/schemas";
import { Radio } from "@mantine/core";
import { useTranslations } from "use-intl";

export type Choice = "mine" | "theirs";

interface ConflictChoiceProps {
  readonly words: MergeConflict["words"]["fr"];
  /** The number of the release on the other side. */
  readonly release: string;
  readonly value: Choice | undefined;
  readonly onChange: (choice: Choice) => void;
}

export function ConflictChoice({ words, release, value, onChange }: ConflictChoiceProps) {
  const t = useTranslations("update");
  const sides = [
    ["mine", t("mine")],
    ["theirs", t("theirs", { number: release })],
  ] as const;
  return (
    <Radio.Group
      label={words.title}
      description={words.base === undefined ? t("wasNot") : t("was", { words: words.base })}
      value={value ?? ""}
      onChange={(side) => onChange(side === "theirs" ? "theirs" : "mine")}
    >
      <div className="j-stack" style={{ marginBlock: 8 }}>
        {sides.map(([side, name]) => (
          <Radio
            key={side}
            value={side}
            label={
              <span className="j-stack-tight">
                <strong>{name}</strong>
                <span>{words[side] ?? t("removed")}</span>
              </span>
            }
          />
        ))}
      </div>
    </Radio.Group>
  );
}
