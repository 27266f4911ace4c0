// Changing the terms of a program: what is chosen is said back as what it means for people before it is saved.
import { hardExpiryHoursSchema, reviewMonthsSchema } from "@jumelage/engine";
import type { Program } from "@jumelage/api/schemas";
import { Button, Radio } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { TermsInWords } from "./terms-panel.tsx";

interface TermsFormProps {
  readonly program: Program;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** A term as it is being chosen: none, or a number that may not be one yet. */
interface Chosen {
  readonly none: boolean;
  readonly number: number | undefined;
}

const terms = {
  reviewMonths: { schema: reviewMonthsSchema, range: { min: 1, max: 60 }, usual: 12 },
  hardExpiryHours: { schema: hardExpiryHoursSchema, range: { min: 48, max: 8760 }, usual: 168 },
} as const;
type Term = keyof typeof terms;

const valueOf = ({ none, number }: Chosen): number | null | undefined => (none ? null : number);

export function TermsForm({ program, onClose, onSaved }: TermsFormProps): ReactNode {
  const t = useTranslations("program.terms");
  const tc = useTranslations("common");
  const [chosen, setChosen] = useState<Readonly<Record<Term, Chosen>>>({
    reviewMonths: begin("reviewMonths", program),
    hardExpiryHours: begin("hardExpiryHours", program),
  });
  const save = useMutation(
    trpc.programs.setTerms.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.channels.pathKey() });
        onSaved();
      },
    }),
  );
  const reviewMonths = valueOf(chosen.reviewMonths);
  const hardExpiryHours = valueOf(chosen.hardExpiryHours);
  const wanted =
    reviewMonths === undefined || hardExpiryHours === undefined
      ? undefined
      : { reviewMonths, hardExpiryHours };
  const changed =
    wanted !== undefined &&
    (wanted.reviewMonths !== program.reviewMonths || wanted.hardExpiryHours !== program.hardExpiryHours);
  const field = (term: Term): ReactNode => (
    <TermField
      term={term}
      chosen={chosen[term]}
      onChoose={(next) => setChosen({ ...chosen, [term]: next })}
    />
  );
  return (
    <form
      className="j-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== undefined) save.mutate({ program: program.program, ...wanted });
      }}
    >
      {save.isError ? <ErrorNotice error={save.error} /> : null}
      {field("reviewMonths")}
      {field("hardExpiryHours")}
      <output className="j-stack-tight">
        {wanted === undefined ? (
          t("incomplete")
        ) : (
          <>
            <strong>{t("means")}</strong>
            <TermsInWords terms={wanted} />
            {wanted.hardExpiryHours === program.hardExpiryHours ? null : <span>{t("atOnce")}</span>}
          </>
        )}
      </output>
      <div className="j-row">
        <Button type="submit" disabled={!changed} loading={save.isPending}>
          {tc("save")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {tc("cancel")}
        </Button>
      </div>
    </form>
  );
}

function begin(term: Term, program: Program): Chosen {
  const value = program[term];
  return { none: value === null, number: value ?? terms[term].usual };
}

interface TermFieldProps {
  readonly term: Term;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function TermField({ term, chosen, onChoose }: TermFieldProps): ReactNode {
  const tc = useTranslations("common");
  const t = useTranslations(`program.terms.field.${term}`);
  const { lang } = useLanguage();
  const { schema, range } = terms[term];
  const words = t("range");
  return (
    <div className="j-stack-tight">
      <Radio.Group
        label={t("title")}
        description={t("hint")}
        value={chosen.none ? "none" : "some"}
        onChange={(value) => onChoose({ ...chosen, none: value === "none" })}
      >
        <div className="j-stack-tight">
          <Radio value="none" label={t("none")} />
          <Radio value="some" label={t("some")} />
        </div>
      </Radio.Group>
      {chosen.none ? null : (
        <div className="j-row">
          <span>{t("number")}</span>
          <NumberSlot
            label={t("number")}
            lang={lang}
            value={chosen.number}
            range={range}
            hint={words}
            accepts={(n) => schema.safeParse(n).success}
            problem={() => tc("enterNumber", { range: words })}
            onType={(number) => onChoose({ ...chosen, number })}
          />
        </div>
      )}
    </div>
  );
}
