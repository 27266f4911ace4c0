// What is grave is refused until the person shows again who they are. This link catches that refusal, asks whoever
// listens (`StepUpDialog`) to have it shown, and then does what was asked once more: no screen has to know.
import type { AppRouter } from "@jumelage/api";
import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { refusalOf } from "./refusal.ts";

interface Asked {
  /** Answered when the person has shown who they are, or would not. */
  readonly answer: (shown: boolean) => void;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function change(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** What is being asked at the moment, for `useSyncExternalStore`. */
export function currentStepUp(): Asked | null {
  return asked;
}

export function subscribeToStepUp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Several requests refused at once wait for one answer. */
const waiting: ((shown: boolean) => void)[] = [];
function ask(then: (shown: boolean) => void): void {
  waiting.push(then);
  if (asked !== null) return;
  change({
    answer(shown) {
      change(null);
      for (const go of waiting.splice(0)) go(shown);
    },
  });
}

/** Does a refused request again once the person has shown who they are. */
export const stepUpLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let subscription: { unsubscribe(): void } | undefined;
      const attempt = (isFirst: boolean): void => {
        subscription = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            if (!isFirst || refusalOf(error)?.code !== "step-up-needed") {
              observer.error(error);
              return;
            }
            ask((shown) => {
              if (shown) attempt(false);
              else observer.error(error);
            });
          },
        });
      };
      attempt(true);
      return () => subscription?.unsubscribe();
    });
