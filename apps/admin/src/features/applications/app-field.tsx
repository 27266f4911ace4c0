// Which of the apps of this program something is for.
import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface AppChoice {
  readonly id: string;
  readonly name: string;
}

interface AppFieldProps {
  readonly apps: readonly AppChoice[];
  readonly value: string;
  readonly onChange: (app: string) => void;
}

export function AppField({ apps, value, onChange }: AppFieldProps): ReactNode {
  const t = useTranslations("applications");
  return (
    <NativeSelect
      label={t("app")}
      value={value}
      data={apps.map((app) => ({ value: app.id, label: app.name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
