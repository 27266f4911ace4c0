// Instants and fingerprints as people read them.
import { useFormatter } from "use-intl";
import { useLanguage } from "../i18n/i18n.tsx";

/** « 22 novembre 2026 à 14 h 05 », with the exact instant for machines. */
export function Moment({
  at,
  show = "both",
}: {
  readonly at: string;
  readonly show?: "both" | "date" | "time";
}) {
  const format = useFormatter();
  const date = new Date(at);
  const style = {
    both: { dateStyle: "long", timeStyle: "short" },
    date: { dateStyle: "long" },
    time: { timeStyle: "short" },
  } as const;
  return (
    <time dateTime={at} className="j-nowrap">
      {format.dateTime(date, style[show])}
    </time>
  );
}

/** A moment at the end of a sentence; in English it ends with the stop of « p.m. », which is not written twice. */
export function LastMoment({ at }: { readonly at: string }) {
  const { lang } = useLanguage();
  return (
    <>
      <Moment at={at} />
      {lang === "fr" ? "." : ""}
    </>
  );
}

/** A SHA-256 in groups of four, short unless asked for whole. */
export function Fingerprint({
  sha256,
  whole = false,
}: {
  readonly sha256: string;
  readonly whole?: boolean;
}) {
  const groups = (whole ? sha256 : sha256.slice(0, 16)).match(/.{1,4}/g) ?? [];
  return (
    <code className="j-mono" title={sha256}>
      {groups.join(" ")}
      {whole ? "" : "…"}
    </code>
  );
}

/** A list of names or things in a sentence: « A, B et C ». */
export function useList(): (items: readonly string[]) => string {
  const { lang } = useLanguage();
  return (items) =>
    new Intl.ListFormat(lang === "fr" ? "fr-CA" : "en-CA", { type: "conjunction" }).format(items);
}
