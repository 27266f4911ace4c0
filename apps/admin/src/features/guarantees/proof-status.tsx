// How a proof ended, in words a clinician reads: proved for everybody and how, refuted, or undecided and why.
import type { ProofReport } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useList } from "../../ui/moment.tsx";
import classes from "./guarantees.module.css";

export type Proof = Pick<
  ProofReport["properties"][number],
  "status" | "reason" | "witness" | "ms" | "methods"
>;

const glyphs = { proved: "✓", refuted: "✗", undecided: "?", none: "–" } as const;

export function ProofBadge({ proof, stale }: { readonly proof: Proof | undefined; readonly stale: boolean }) {
  const t = useTranslations("guarantees.status");
  const status = proof?.status ?? "none";
  return (
    <span className={classes.status} data-status={status} data-stale={stale || undefined}>
      <span aria-hidden="true">{glyphs[status]}</span> {t(status)}
      {stale && proof ? ` ${t("beforeEdit")}` : ""}
    </span>
  );
}

/** By which ways it was settled and how much was gone through; or why it was not. */
export function ProofMeta({ proof }: { readonly proof: Proof }): ReactNode {
  const t = useTranslations("guarantees.meta");
  const format = useFormatter();
  const list = useList();
  const used = proof.methods.filter((m) => m.status === proof.status && m.status !== "undecided");
  const classesSeen = used.find((m) => m.classes !== undefined)?.classes;
  const time = t("seconds", {
    seconds: format.number(proof.ms / 1000, { maximumFractionDigits: proof.ms < 1000 ? 2 : 1 }),
  });
  return (
    <p className={`j-muted j-small ${classes.meta}`}>
      {proof.status === "undecided" ? `${t(`undecided.${proof.reason ?? "time"}`)} ` : ""}
      {used.length === 0
        ? ""
        : `${t("by", { count: used.length, methods: list(used.map((m) => t(`method.${m.method}`))) })} · `}
      {classesSeen === undefined ? "" : `${t("classes", { classes: format.number(classesSeen) })} · `}
      {time}
    </p>
  );
}
