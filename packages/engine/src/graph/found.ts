// Things that are there by construction, and must be where they are looked for.

/** @throws TypeError naming what is missing */
export function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new TypeError(`not declared: ${name}`);
  return thing;
}
