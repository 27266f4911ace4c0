// Publishing truthfully. One intention has one key, kept on this device until the server has answered; when the reply is
// lost the same key is sent again, so that the console learns what happened and nothing is published twice.
import type { Publish, Published } from "@jumelage/api/schemas";

export interface Intent {
  readonly id: string;
  readonly hash: string;
  readonly idempotencyKey: string;
  readonly message: string;
  /** The day by which the version is due to be looked at again, where one was chosen. */
  readonly reviewBy?: string;
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (draft: string): string => `jumelage.publishing.${draft}`;

/** The intention that was under way for this draft and has not been answered. */
export function pendingIntent(shelf: Shelf, draft: string): Intent | undefined {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(keyOf(draft)) ?? "null");
    return isIntent(stored) && stored.id === draft ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isIntent(value: unknown): value is Intent {
  const parts = ["id", "hash", "idempotencyKey", "message"];
  return (
    typeof value === "object" &&
    value !== null &&
    parts.every((p) => typeof Reflect.get(value, p) === "string")
  );
}

export interface Deps {
  readonly shelf: Shelf;
  readonly publish: (input: Publish) => Promise<Published>;
  /** Whether an error means that no answer came, so that the publication may or may not have taken place. */
  readonly isUnanswered: (error: unknown) => boolean;
  readonly wait: (attempt: number) => Promise<void>;
  /** Called each time an answer did not come, before the next attempt. */
  readonly onUnanswered: () => void;
  readonly cancelled: () => boolean;
}

/** Carries out an intention until the server says yes or no. @throws the server's refusal; undefined when cancelled. */
export async function carryOut(intent: Intent, deps: Deps): Promise<Published | undefined> {
  try {
    deps.shelf.setItem(keyOf(intent.id), JSON.stringify(intent));
  } catch {
    // A closed storage only means that a reload forgets the key; the server then still refuses to publish twice.
  }
  for (let attempt = 0; !deps.cancelled(); attempt += 1) {
    try {
      const published = await deps.publish({ ...intent, channel: "production" });
      deps.shelf.removeItem(keyOf(intent.id));
      return published;
    } catch (error) {
      if (!deps.isUnanswered(error)) {
        deps.shelf.removeItem(keyOf(intent.id));
        throw error;
      }
      deps.onUnanswered();
      await deps.wait(attempt);
    }
  }
  return undefined;
}
