// Workers of the console. Where browsers ask that text is trusted by name before it is made into script (Trusted Types), the
// server's policy knows this one name: it lets files of the console itself be started as workers, and nothing else be made.

/** What is used of a browser's Trusted Types; older ones have none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** The file of a worker, as an address of this origin. @throws TypeError for any other */
export function ownScript(url: string, origin: string): string {
  const { origin: of, href } = new URL(url, origin);
  if (of !== origin) throw new TypeError("a worker from elsewhere");
  return href;
}

const trustedTypes = Reflect.get(globalThis, "trustedTypes") as TrustedTypes | undefined;
// One of this name may be made, once: whoever comes later is refused.
const policy = trustedTypes?.createPolicy("jumelage-worker", {
  createScriptURL: (url) => ownScript(url, window.location.origin),
});

/** Starts a worker of the console, by the address that the build gave its file. */
export function startWorker(url: string): Worker {
  return new Worker(policy?.createScriptURL(url) ?? ownScript(url, window.location.origin), {
    type: "module",
  });
}
