// Looks again and again for what is to happen now. Every process looks; of those that find something, one acts.
import { runDue, type Deps } from "@jumelage/api";

const every = 5_000;

/** Starts looking; the answer ends it, once what is under way is done. */
export function keepSchedules(deps: Deps): () => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await runDue(deps);
    } catch (error) {
      deps.log.warn({ err: error }, "schedules not looked at");
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    turn = look();
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}
