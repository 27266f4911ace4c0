// A bilingual text as two fields side by side, French first. What is typed is kept at every keystroke.
import { Textarea, TextInput } from "@mantine/core";
import { languages, type Lang, type Text } from "@jumelage/engine";
import { useTranslations } from "use-intl";

export interface TextPairProps {
  readonly label: string;
  readonly value: Text;
  readonly onChange: (value: Text) => void;
  readonly long?: boolean;
  readonly disabled?: boolean;
  /** Whether it may stay empty, in both languages. */
  readonly optional?: boolean;
}

export function TextPair({
  label,
  value,
  onChange,
  long = false,
  disabled = false,
  optional = false,
}: TextPairProps) {
  const t = useTranslations("common");
  const names: Readonly<Record<Lang, string>> = { fr: t("french"), en: t("english") };
  const isBlank = (lang: Lang): boolean => value[lang].trim() === "";
  const mayBeBlank = optional && languages.every(isBlank);
  return (
    <div className="j-cols">
      {languages.map((lang) => {
        const shared = {
          label: t("fieldIn", { label, language: names[lang] }),
          value: value[lang],
          lang,
          disabled,
          error: isBlank(lang) && !mayBeBlank ? t("fieldEmpty") : undefined,
        };
        const change = (words: string): void => onChange({ ...value, [lang]: tidy(words) });
        return long ? (
          <Textarea
            key={lang}
            {...shared}
            autosize
            minRows={2}
            onChange={(e) => change(e.currentTarget.value)}
          />
        ) : (
          <TextInput key={lang} {...shared} onChange={(e) => change(e.currentTarget.value)} />
        );
      })}
    </div>
  );
}

/** Typed text as documents hold it: composed characters, and none of the invisible ones that a paste may bring. */
export function tidy(words: string): string {
  return words.normalize("NFC").replace(/[^\P{Cc}\t\n\r]|\p{Cf}|\p{Cs}/gu, "");
}
