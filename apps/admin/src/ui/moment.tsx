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

/** A calendar day in words: « 30 novembre 2026 ». */
export function useDay(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
}

/** Instants in words, by the clocks of a given zone, which is named: whoever reads may be elsewhere. */
export function useZoned(): {
  /** « lundi 30 novembre 2026 à 7 h 00 (heure de l’Est) ». */
  readonly moment: (at: Date, zone: string) => string;
  /** The name of a zone, as it is at an instant where one is given: « heure avancée de l’Est ». */
  readonly zoneName: (zone: string, at?: Date) => string;
} {
  const format = useFormatter();
  const { lang } = useLanguage();
  const zoneName = (zone: string, at?: Date): string => {
    const timeZoneName = at === undefined ? "longGeneric" : "long";
    const parts = new Intl.DateTimeFormat(`${lang}-CA`, { timeZone: zone, timeZoneName }).formatToParts(at);
    return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  };
  return {
    zoneName,
    moment: (at, zone) => {
      const words = format.dateTime(at, { dateStyle: "full", timeStyle: "short", timeZone: zone });
      return `${words} (${zoneName(zone, at)})`;
    },
  };
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
