// The two kinds of caller: somebody at the console, with a session cookie, and a downstream app, with a key.
import type { Draft, DraftSummary, Gates, Program, RefusalData, Session } from "@jumelage/api/schemas";
import { demoConsumer } from "../src/seed.ts";

export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly refusal: RefusalData | null;
  /** The whole body, as it came. */
  readonly text: string;
  readonly headers: Headers;
}

export class Console {
  readonly url: string;
  cookie: string | undefined;
  /** What a browser would send of its own accord. */
  readonly headers: Record<string, string> = { "x-jumelage": "test" };

  constructor(url: string) {
    this.url = url;
  }

  /** A console where this demo person has signed in. */
  static async of(url: string, personId: string): Promise<Console> {
    const console = new Console(url);
    const { status } = await console.mutate<Session>("session.signIn", { personId });
    if (status !== 200) throw new Error(`${personId} could not sign in: ${status}`);
    return console;
  }

  query<T>(procedure: string, input?: unknown): Promise<Answer<T>> {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.send(`/trpc/${procedure}${search}`, { method: "GET" });
  }

  mutate<T>(procedure: string, input?: unknown): Promise<Answer<T>> {
    return this.send(`/trpc/${procedure}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input ?? {}),
    });
  }

  async send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      ...init,
      headers: {
        ...this.headers,
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    const set = response.headers.getSetCookie()[0]?.split(";")[0];
    if (set !== undefined) this.cookie = set.endsWith("=") ? undefined : set;
    const text = await response.text();
    const body = parse(text) as { result?: { data: T }; error?: { data?: { refusal?: RefusalData | null } } };
    return {
      status: response.status,
      data: body.result?.data as T,
      refusal: body.error?.data?.refusal ?? null,
      text,
      headers: response.headers,
    };
  }
}

export class App {
  readonly url: string;
  readonly key: string | undefined;

  constructor(url: string, key: string | undefined = demoConsumer.key) {
    this.url = url;
    this.key = key;
  }

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send(path, { headers });
  }

  post<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  async send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      ...init,
      headers: {
        ...(this.key === undefined ? {} : { authorization: `Bearer ${this.key}` }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    const text = await response.text();
    return {
      status: response.status,
      data: parse(text) as T,
      refusal: null,
      text,
      headers: response.headers,
    };
  }

  async bytes(path: string): Promise<Uint8Array> {
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${this.key ?? ""}` } });
    return new Uint8Array(await response.arrayBuffer());
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

export const author = "camille-tremblay";
export const reviewer = "alex-roy";
export const qa = "dominique-gagnon";
export const viewer = "noa-bouchard";
export const admin = "sacha-lavoie";
export const selfCare = "autosoins-diriges";
export const serviceChoice = "choix-de-service";

/** A new draft of a program, and the only open one: those that are open are discarded first. */
export async function newDraft(by: Console, program: string): Promise<Draft> {
  for (const { id } of await openDrafts(by, program)) await by.mutate("drafts.discard", { id });
  return (await by.mutate<Draft>("drafts.start", { program })).data;
}

export async function openDrafts(by: Console, program: string): Promise<readonly DraftSummary[]> {
  return (await by.query<Program>("programs.get", { program })).data.drafts;
}

/** The draft that is open in a program, started if there is none. */
export async function openDraft(by: Console, program: string): Promise<Draft> {
  const [open] = await openDrafts(by, program);
  const answer = open
    ? await by.query<Draft>("drafts.get", { id: open.id })
    : await by.mutate<Draft>("drafts.start", { program });
  return answer.data;
}

export async function gatesOf(by: Console, draft: { readonly id: string }): Promise<Gates> {
  return (await by.query<Gates>("publish.gates", { id: draft.id })).data;
}
