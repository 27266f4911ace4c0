// Webhooks on their way: soon after a channel moves here, and every few seconds for what is due again or was written
// down by another process.
import { deliverWebhooks, type Deps } from "@jumelage/api";

const every = 5000;

/** Starts delivering; the answer stops it, once what is under way has ended. */
export function startDelivering(deps: Deps): () => Promise<void> {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= deliverWebhooks(deps)
      .then(() => undefined)
      .catch((error: unknown) => deps.log.warn({ err: error }, "webhooks not looked at"))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(run, every);
  timer.unref();
  deps.moves.listen({ moved: run, anyMoved: run });
  return async () => {
    clearInterval(timer);
    await running;
  };
}
