// What can be done with several profiles at once.
import { Autocomplete, Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { retagged } from "./edit-profiles.ts";
import { personalDataIn } from "./personal-data.ts";
import classes from "./profiles.module.css";
import { useTagNames } from "./tag-names.ts";

export interface BulkBarProps {
  readonly chosen: ReadonlySet<string>;
  readonly onNone: () => void;
}

export function BulkBar({ chosen, onNone }: BulkBarProps): ReactNode {
  const t = useTranslations("profiles.bulk");
  const tc = useTranslations("profiles.changes");
  const { profiles, update } = useWorkspace();
  const { nameOf, tagOf } = useTagNames();
  const [written, setWritten] = useState("");
  const [done, setDone] = useState(false);
  const count = chosen.size;
  const tags = [...new Set(profiles.flatMap((p) => p.tags))].map(nameOf).sort();
  const tag = tagOf(written.trim());
  const unusable = tag === "" || personalDataIn(tag).length > 0;
  const tagAll = (has: boolean): void => {
    update(tc(has ? "addTag" : "removeTag", { count }), (doc) => ({
      ...doc,
      profiles: retagged(doc.profiles, chosen, { tag, has }),
    }));
    setDone(true);
  };
  const remove = (): void => {
    update(tc("removeMany", { count }), (doc) => ({
      ...doc,
      profiles: doc.profiles.filter((p) => !chosen.has(p.id)),
    }));
    setDone(true);
    onNone();
  };
  return (
    <>
      {count === 0 ? null : (
        <fieldset className={classes.bulk}>
          <legend>{t("chosen", { count })}</legend>
          <Autocomplete label={t("tag")} value={written} data={tags} maxLength={100} onChange={setWritten} />
          <Button variant="default" disabled={unusable} onClick={() => tagAll(true)}>
            {t("addTag")}
          </Button>
          <Button variant="default" disabled={unusable} onClick={() => tagAll(false)}>
            {t("removeTag")}
          </Button>
          <Button variant="outline" color="red" onClick={remove}>
            {t("remove", { count })}
          </Button>
          <Button variant="subtle" onClick={onNone}>
            {t("none")}
          </Button>
        </fieldset>
      )}
      <output className="j-muted j-small">{done ? t("done") : ""}</output>
    </>
  );
}
