// The engine's pure lab in a worker, so that a long look at the profiles never holds up typing. One question in, one
// answer out; whoever asks ends the worker when the answer no longer matters.
import { boundaries, coverage } from "@jumelage/engine";
import type { Answers, Asked, Replied } from "./pure-tasks.ts";
import { send } from "./worker-messages.ts";

const tasks: { readonly [T in keyof Answers]: (asked: Asked<T>) => Answers[T] } = {
  boundaries: ({ ruleSet, profiles }) => boundaries(ruleSet, profiles),
  coverage: ({ ruleSet, profiles }) => coverage(ruleSet, profiles),
};

self.addEventListener("message", ({ data }: MessageEvent<Asked<keyof Answers>>) => {
  try {
    const answer = tasks[data.task](data as never);
    send(self, { answer } satisfies Replied<keyof Answers>);
  } catch (error) {
    send(self, { failed: String(error) } satisfies Replied<keyof Answers>);
  }
});
