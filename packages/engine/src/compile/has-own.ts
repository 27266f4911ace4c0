// Whether an object has a name itself.

/** Called with an object: unlike `Object.hasOwn`, it costs nothing while going through the names of that object. */
// oxlint-disable-next-line typescript/unbound-method -- it is never called without an object
export const hasOwn: (this: unknown, name: string) => boolean = Object.prototype.hasOwnProperty;
