// What one person may do: roles by program, administration, access. Every change counts at once and is recorded.
import { roles, type NewLink, type People, type PersonRow } from "@jumelage/api/schemas";
import { Button, Checkbox, Fieldset } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";

/** Takes over the list as a change answered it. */
function rememberPeople(people: People): void {
  queryClient.setQueryData(trpc.people.list.queryKey({}), people);
}

export interface PersonDialogProps {
  readonly person: PersonRow;
  readonly programs: People["programs"];
  readonly onClose: () => void;
  readonly onLink: (name: string, link: NewLink) => void;
}

export function PersonDialog({ person, programs, onClose, onLink }: PersonDialogProps) {
  const t = useTranslations("people");
  const tf = useTranslations("frame");
  const { lang } = useLanguage();
  const remember = { onSuccess: rememberPeople };
  const setRole = useMutation(trpc.people.setRole.mutationOptions(remember));
  const setAdmin = useMutation(trpc.people.setAdmin.mutationOptions(remember));
  const setAccess = useMutation(trpc.people.setAccess.mutationOptions(remember));
  const newLink = useMutation(
    trpc.people.newLink.mutationOptions({ onSuccess: (link) => onLink(person.name, link) }),
  );
  const error = setRole.error ?? setAdmin.error ?? setAccess.error ?? newLink.error;
  const busy = setRole.isPending || setAdmin.isPending || setAccess.isPending;
  const isIn = person.disabledAt === null;
  return (
    <Dialog opened onClose={onClose} title={t("of", { name: person.name })} wide>
      <div className="j-stack">
        {error ? <ErrorNotice error={error} /> : null}
        {programs.map((program) => (
          <Fieldset key={program.id} legend={program.title[lang]}>
            <div className="j-row">
              {roles.map((role) => {
                const held =
                  person.roles.find((r) => r.program === program.id)?.roles.includes(role) ?? false;
                return (
                  <Checkbox
                    key={role}
                    label={tf(`role.${role}`)}
                    checked={held}
                    disabled={busy}
                    onChange={() =>
                      setRole.mutate({ person: person.id, of: program.id, role, granted: !held })
                    }
                  />
                );
              })}
            </div>
          </Fieldset>
        ))}
        <Checkbox
          label={t("makeAdmin")}
          checked={person.admin}
          disabled={busy}
          onChange={() => setAdmin.mutate({ person: person.id, admin: !person.admin })}
        />
        <div className="j-row">
          {isIn ? (
            <Button
              variant="default"
              loading={newLink.isPending}
              onClick={() => newLink.mutate({ person: person.id })}
            >
              {t("newLink")}
            </Button>
          ) : null}
          <Button
            variant="default"
            disabled={busy}
            onClick={() => setAccess.mutate({ person: person.id, allowed: !isIn })}
          >
            {t(isIn ? "shut" : "letIn")}
          </Button>
        </div>
        {isIn ? <p className="j-muted j-small">{t("shutHint")}</p> : null}
      </div>
    </Dialog>
  );
}
