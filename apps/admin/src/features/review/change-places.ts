// Where the changes are on the page: going from one to the next, and which one somebody is at. The page itself is asked,
// so that the order is the one people read in.

const changeAttribute = "data-change";

/** What a change is found by on the page. */
export function placeOf(anchor: string): { readonly id: string; readonly [changeAttribute]: string } {
  return { id: `change-${anchor}`, [changeAttribute]: anchor };
}

function places(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[${changeAttribute}]`)];
}

/** The change that holds the focus, by its anchor. */
export function currentChange(): string | undefined {
  return document.activeElement?.closest(`[${changeAttribute}]`)?.getAttribute(changeAttribute) ?? undefined;
}

/** Goes to a change. */
export function goToChange(anchor: string): void {
  enter(document.getElementById(`change-${anchor}`));
}

/** Goes to the change after the one somebody is at, or before it; from nowhere, to the first or the last. */
export function stepToChange(by: 1 | -1): void {
  const all = places();
  const at = all.findIndex((place) => place.getAttribute(changeAttribute) === currentChange());
  enter((at < 0 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by]) ?? null);
}

/** Opens what is said of the change somebody is at, to say something too. */
export function commentOnChange(): void {
  const anchor = currentChange();
  if (anchor === undefined) return;
  const field = document.getElementById(`say-${anchor}`);
  if (field) field.focus();
  else document.getElementById(`comments-${anchor}`)?.click();
}

function enter(place: HTMLElement | null): void {
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "nearest" });
}
