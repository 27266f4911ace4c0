// Calendar days for the random cases, counted with the platform's own calendar and not with the engine's.
const dayLength = 86_400_000;

/** The date so many days after `date` (before it, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}
