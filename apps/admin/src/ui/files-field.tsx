// A field that takes files of JSON: what it is for stands in it, until some are chosen.
import { FileInput } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface FilesFieldProps {
  readonly label: string;
  readonly description: string;
  readonly error: string | undefined;
  /** The texts of the files that were chosen; none where they were taken back. */
  readonly onRead: (texts: readonly string[]) => void;
}

export function FilesField({ label, description, error, onRead }: FilesFieldProps): ReactNode {
  const t = useTranslations("common");
  return (
    <FileInput
      label={label}
      description={description}
      placeholder={t("chooseFiles")}
      leftSection={<IconFileUpload size={18} aria-hidden />}
      multiple
      clearable
      clearButtonProps={{ "aria-label": t("removeFiles") }}
      accept="application/json,.json"
      maw={480}
      error={error}
      onChange={(files) => void Promise.all(files.map((file) => file.text())).then(onRead)}
    />
  );
}
