// Runs `consumer.ts` as a process and talks to it line by line.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface ConsumerProcess {
  ask(question: unknown): Promise<Record<string, unknown>>;
  stop(): void;
}

export function startConsumer(): ConsumerProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, "consumer.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const answer = await answers.next();
      if (answer.done) throw new Error("the consumer process has stopped");
      return JSON.parse(answer.value) as Record<string, unknown>;
    },
    stop: () => child.kill(),
  };
}
