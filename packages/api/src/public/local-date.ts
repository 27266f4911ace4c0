// From an instant to the calendar date it is in a rule set's time zone.
import type { LocalDate } from "@jumelage/engine";

const formats = new Map<string, Intl.DateTimeFormat>();
const minute = 60_000;
// The date of the present minute, by time zone: no zone changes its date within a minute.
const present = new Map<string, { readonly minute: number; readonly date: LocalDate }>();

/** The date it is in `timeZone` at `instant`. @throws RangeError when the zone is not one the platform knows. */
export function dateIn(timeZone: string, instant: Date): LocalDate {
  const now = Math.floor(instant.getTime() / minute);
  const known = present.get(timeZone);
  if (known?.minute === now) return known.date;
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  const date = format.format(instant);
  present.set(timeZone, { minute: now, date });
  return date;
}
