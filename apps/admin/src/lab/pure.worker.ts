// The engine's pure lab in a worker, so that a long look at the profiles never holds up typing. One question in, one
// answer out; whoever asks ends the worker when the answer no longer matters.
import { boundaries, coverage } from "@jumelage/engine";
import type { Answers, Asked, Replied } from "./pure-tasks.ts";

const tasks: { readonly [T in keyof Answers]: (asked: Asked<T>) => Answers[T] } = {
  boundaries: ({ ruleSet, profiles }) => boundaries(ruleSet, profiles),
  coverage: ({ ruleSet, profiles }) => coverage(ruleSet, profiles),
};

self.addEventListener("message", ({ data }: MessageEvent<Asked<keyof Answers>>) => {
  try {
    const answer = tasks[data.task](data as never);
    const replied: Replied<keyof Answers> = { answer };
    self.postMessage(replied);
  } catch (error) {
    const replied: Replied<keyof Answers> = { failed: String(error) };
    self.postMessage(replied);
  }
});
