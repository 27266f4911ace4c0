// What a command ends with, and how it stops early. Exit codes are part of the contract: 0 fine, 1 findings, 2 usage or
// unreadable input, 3 a fault of ours.
import type { Diagnostic, Lang, Problem } from "@jumelage/engine";
import type { MessageParams, MessageKey } from "./messages.ts";

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shows how far long work has come, in place of what it showed before; absent where nobody watches. */
  readonly progress?: ((text: string) => void) | undefined;
  /** All of the standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** The consumer key for addresses that want one. */
  readonly consumerKey: string | undefined;
  /** The variables of the environment, for the commands that work on an installation. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
}

export interface CommonOptions {
  readonly json?: boolean | undefined;
  readonly lang: Lang;
}

/** One document for programs, lines for people, and whether there was anything to find. */
export interface Outcome {
  readonly document: unknown;
  readonly lines: readonly string[];
  readonly findings: boolean;
}

export interface UnusableDetails {
  readonly diagnostics?: readonly Diagnostic[];
  /** What the diagnostics are about, to put them in words. */
  readonly about?: unknown;
  readonly problems?: readonly Problem[];
}

/** The input cannot be used: exit 2, with the reason in the reader's language. */
export class Unusable extends Error {
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly details: UnusableDetails;

  constructor(key: MessageKey, params: MessageParams = {}, details: UnusableDetails = {}) {
    super(key);
    this.key = key;
    this.params = params;
    this.details = details;
  }
}
