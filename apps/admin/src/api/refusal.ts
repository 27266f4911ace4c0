// The one funnel of errors: what a failed call was, and what to tell the reader about it.
import type { RefusalData } from "@jumelage/api/schemas";
import type { Diagnostic } from "@jumelage/engine";
import { TRPCClientError } from "@trpc/client";

/** The server's refusal in an error, or null when the error is a fault or a lost connection. */
export function refusalOf(error: unknown): RefusalData | null {
  const data = dataOf(error);
  return isRefusal(data?.["refusal"]) ? data["refusal"] : null;
}

/** Whether no answer came at all: the request may or may not have reached the server. */
export function isOffline(error: unknown): boolean {
  return error instanceof TRPCClientError && dataOf(error) === undefined;
}

/** The id by which support finds a fault in the logs. */
export function requestIdOf(error: unknown): string | null {
  const id = dataOf(error)?.["requestId"];
  return typeof id === "string" && id !== "" ? id : null;
}

/** What the server found wrong with a document it refused; none when it refused for another reason. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  const found = refusalOf(error)?.details["diagnostics"];
  return Array.isArray(found) ? (found as readonly Diagnostic[]) : [];
}

function dataOf(error: unknown): Readonly<Record<string, unknown>> | undefined {
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined;
  return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>) : undefined;
}

function isRefusal(value: unknown): value is RefusalData {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}
