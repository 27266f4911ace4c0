// As much of a browser as signing in at a provider takes: cookies by host, redirects, and forms that are sent off.

export interface Page {
  /** Where it ended up. */
  readonly url: URL;
  readonly status: number;
  readonly html: string;
}

export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Follows an address until a page comes back. */
  async visit(url: string, init: RequestInit = {}): Promise<Page> {
    let [at, request] = [new URL(url), init];
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await fetch(at, {
        ...request,
        redirect: "manual",
        headers: { ...(request.headers as Record<string, string>), cookie: this.cookiesFor(at) },
      });
      this.#keep(at, response.headers.getSetCookie());
      const to = response.headers.get("location");
      if (to === null) return { url: at, status: response.status, html: await response.text() };
      [at, request] = [new URL(to, at), {}];
    }
    throw new Error("too many redirects");
  }

  /** Sends the first form of a page, with what its hidden fields hold and what is typed into the others. */
  submit(page: Page, typed: Readonly<Record<string, string>> = {}): Promise<Page> {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.html)?.[1];
    if (action === undefined) throw new Error(`no form on ${page.url.href}: ${page.html.slice(0, 300)}`);
    const hidden = [...page.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({ ...Object.fromEntries(hidden.map((m) => [m[1], m[2]])), ...typed });
    return this.visit(new URL(action, page.url).href, { method: "POST", body });
  }

  cookiesFor(url: URL): string {
    return [...(this.#cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #keep(url: URL, set: readonly string[]): void {
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
    for (const line of set) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    this.#cookies.set(url.host, jar);
  }
}
