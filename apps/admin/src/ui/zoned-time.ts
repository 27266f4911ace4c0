// Days and hours as the clocks of one time zone show them: a program is kept where its people are, wherever it is read.

const minute = 60_000;
const day = 24 * 60 * minute;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone a rule set names, or UTC where this browser knows none of that name. */
export function knownZone(zone: string): string {
  try {
    clockIn(zone, new Date(0));
    return zone;
  } catch {
    return "UTC";
  }
}

/** What the clocks of a zone show at an instant, to the minute: `2026-11-30T07:00`. */
export function clockIn(zone: string, at: Date): string {
  let format = formats.get(zone);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  return format.format(at).replace(" ", "T");
}

/** The calendar day it is in a zone at an instant: `2026-11-30`. */
export function dayIn(zone: string, at: Date): string {
  return clockIn(zone, at).slice(0, 10);
}

/**
 * Every instant at which the clocks of a zone show this, the earliest first: two in the hour that comes twice when they
 * are put back, none in the hour that is left out when they are put forward.
 */
export function instantsOf(zone: string, clock: string): readonly Date[] {
  const asIfUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asIfUtc)) return [];
  const ahead = (at: number): number => Date.parse(`${clockIn(zone, new Date(at))}Z`) - floorToMinute(at);
  // No zone is further than a day from the other side of a change.
  const instants = new Set([asIfUtc - day, asIfUtc + day].map((at) => asIfUtc - ahead(at)));
  return [...instants]
    .filter((at) => clockIn(zone, new Date(at)) === clock)
    .toSorted((a, b) => a - b)
    .map((at) => new Date(at));
}

function floorToMinute(at: number): number {
  return Math.floor(at / minute) * minute;
}
