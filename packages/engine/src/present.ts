// What must be there. Lists and maps say that anything may be missing; where nothing can be, asking once says so.

/**
 * The thing itself.
 * @throws TypeError where there is none, which is always a fault of ours
 */
export function present<T>(thing: T | undefined): T {
  if (thing === undefined) throw new TypeError("something that must be there is missing");
  return thing;
}
