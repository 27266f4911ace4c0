// Every way in which a page can make markup or script from text, tried in a page; it runs there. Code from text is not among
// them: whoever drives the browser may make it whatever the page says.

/** By name, whether the page lets it: `refused` where the attempt throws, `taken` where it does not. */
export function trySinks(): Readonly<Record<string, "refused" | "taken">> {
  const text = "<img src=x>";
  const element = (): HTMLElement => document.body.appendChild(document.createElement("div"));
  // A lint rule against each of these is what the rest of the console has; here they are what is asked about.
  const sinks: Readonly<Record<string, () => unknown>> = {
    innerHTML: () => Reflect.set(element(), "innerHTML", text),
    outerHTML: () => Reflect.set(element(), "outerHTML", text),
    insertAdjacentHTML: () => element().insertAdjacentHTML("beforeend", text),
    createContextualFragment: () => document.createRange().createContextualFragment(text),
    parseFromString: () => new DOMParser().parseFromString(text, "text/html"),
    srcdoc: () => Reflect.set(document.createElement("iframe"), "srcdoc", text),
    "script.src": () => Reflect.set(document.createElement("script"), "src", "/assets/x.js"),
    "script.text": () => Reflect.set(document.createElement("script"), "text", "1"),
    onclick: () => element().setAttribute("onclick", "1"),
    Worker: () => new Worker("/assets/x.js").terminate(),
    policy: () =>
      (
        Reflect.get(globalThis, "trustedTypes") as { createPolicy(name: string, rules: object): unknown }
      ).createPolicy("another", {}),
  };
  const tried = Object.entries(sinks).map(([name, sink]) => {
    try {
      sink();
      return [name, "taken"] as const;
    } catch {
      return [name, "refused"] as const;
    }
  });
  return Object.fromEntries(tried);
}
