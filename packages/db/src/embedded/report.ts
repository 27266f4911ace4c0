// What the embedded PostgreSQL says to whoever started it, in both languages, and the errors it refuses to start with.
import type { Text } from "@jumelage/engine";

/** Progress, for the terminal. */
export type Log = (message: Text) => void;

export type EmbeddedErrorCode =
  | "in-use"
  | "other-major-version"
  | "no-binaries"
  | "no-account"
  | "no-place"
  | "not-reachable"
  | "not-writable"
  | "initdb-failed"
  | "start-failed"
  | "does-not-stop";

/** Why the embedded PostgreSQL could not start. `text` is for people, `detail` is PostgreSQL's own last words. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  readonly text: Text;
  readonly detail: string;
  constructor(code: EmbeddedErrorCode, text: Text, detail = "") {
    super(detail === "" ? text.en : `${text.en}\n${detail}`);
    this.name = "EmbeddedError";
    this.code = code;
    this.text = text;
    this.detail = detail;
  }
}
