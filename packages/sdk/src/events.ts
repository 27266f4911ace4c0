// What a client tells its application: events as they happen, and a status at any time. Codes are stable; programs look
// at them, people read the texts of their own application.
import type { VerificationCode } from "@jumelage/engine";
import type { Step } from "./follow.ts";
import type { StreamCode } from "./stream.ts";
import type { TransportCode } from "./transport.ts";

export type ProblemCode =
  | VerificationCode
  | TransportCode
  | "crypto-unavailable"
  | "cache-unreadable"
  | "cache-unwritable"
  | "internal-error";

/** How bytes came in. Each is verified alike. */
export type Door = "network" | "cache" | "bundled";

export type Details = Readonly<Record<string, string | number>>;

export type ClientEvent =
  /** Another release answers from now on. */
  | {
      readonly type: "switched";
      readonly from: number | undefined;
      readonly to: number;
      readonly sequence: number;
    }
  | {
      readonly type: "problem";
      readonly door: Door;
      readonly code: ProblemCode;
      readonly details: Details;
    }
  | { readonly type: "recovered" }
  /** The channel's events come from now on. */
  | { readonly type: "streaming" }
  /** They do not come, or no more: until they do, the channel is polled. */
  | { readonly type: "polling"; readonly code: StreamCode }
  /** The channel went on to a release that the application does not take by itself, for this step on the way. */
  | { readonly type: "held"; readonly release: number; readonly step: Step }
  /** A key list was taken: from now on these keys count, and those of these ids never again. */
  | {
      readonly type: "keys-changed";
      readonly version: number;
      readonly trusted: readonly string[];
      readonly revoked: readonly string[];
    }
  /** The server's journal is shorter than before, or another one: somebody may have rewritten it. Tell its owners. */
  | { readonly type: "audit-changed"; readonly seen: number; readonly got: number }
  /** A pointer was issued in what this machine takes for the future. */
  | { readonly type: "clock-behind"; readonly seconds: number };

/** What was not taken, and the first step on the way to it that is of another kind than those to be taken. */
export interface Held {
  readonly release: number;
  readonly sequence: number;
  readonly step: Step;
}

export interface Status {
  /**
   * `no-rules`: nothing verified is here. `suspended`, `stale`: the pointer is past its hard or its plain expiry.
   * `problem`: the last check failed and the last good release serves on. `held`: the channel is at a release that is
   * not taken by itself. `current`: the last check went well.
   */
  readonly state: "no-rules" | "current" | "held" | "stale" | "suspended" | "problem";
  /** What went wrong with the last check. */
  readonly code?: ProblemCode;
  readonly release?: number;
  readonly sha256?: string;
  readonly sequence?: number;
  readonly expires?: string;
  /** The release the channel is at, where another serves on because of `follow`. */
  readonly held?: Held;
  /** When the channel was last checked with success; while its events come, when something was last heard. */
  readonly checkedAt?: string;
  /** The channel's events come; otherwise it is polled. */
  readonly streaming?: true;
}
