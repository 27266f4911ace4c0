// What a field of a new entry says while it lacks something, in the words that sum up what the whole form lacks.
import { TextInput, type TextInputProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations, type Messages } from "use-intl";
import { useTried } from "../../ui/tried.tsx";

export type Lack = keyof Messages["vocabulary"]["grow"]["lack"];

/** The words that ask for what is lacking. */
export function useNeeded(): (lack: Lack) => string {
  const t = useTranslations("vocabulary.grow.lack");
  const tc = useTranslations("common");
  return (lack) => tc("enter", { what: t(lack) });
}

interface NeededInputProps extends TextInputProps {
  /** What it lacks, if anything; said once somebody has tried to go on without. */
  readonly lack: Lack | undefined;
}

export function NeededInput({ lack, error, ...input }: NeededInputProps): ReactNode {
  const tried = useTried();
  const needed = useNeeded();
  return <TextInput {...input} error={error ?? (tried && lack !== undefined ? needed(lack) : undefined)} />;
}
