// Protections of the console, and of what is done later or told to others from it.
import type { Sabotage } from "./sabotage.ts";

export const inConsole: readonly Sabotage[] = [
  {
    what: "text may become markup in the console",
    file: "apps/server/src/http/console.ts",
    source: `"require-trusted-types-for 'script'",`,
    replacement: "",
    test: "apps/server/src/http/build-app.test.ts",
  },
  {
    what: "any address may be started as a worker of the console",
    file: "apps/admin/src/lab/start-worker.ts",
    source: "if (of !== origin)",
    replacement: 'if (of === "")',
    test: "apps/admin/src/lab/start-worker.test.ts",
  },
  {
    what: "an hour that no clock shows is published at",
    file: "apps/admin/src/ui/zoned-time.ts",
    source: ".filter((at) => clockIn(zone, new Date(at)) === clock)",
    replacement: "",
    test: "apps/admin/src/ui/zoned-time.test.ts",
  },
  {
    what: "a webhook that is paused is sent to",
    file: "packages/db/src/webhooks.ts",
    source: "isNull(webhooks.pausedAt),",
    replacement: "",
    test: "apps/server/test/webhooks.test.ts",
    only: "while they are paused",
  },
  {
    what: "a webhook is paused without a word in the audit",
    file: "packages/db/src/webhook-pauses.ts",
    source: 'if (row) await audited(tx, act, { action: "webhook.pause", id, payload: row });',
    replacement: "",
    test: "apps/server/test/webhooks.test.ts",
    only: "while they are paused",
  },
  {
    what: "a message that is under way is sent a second time",
    file: "packages/db/src/webhook-pauses.ts",
    source: "gt(webhookDeliveries.dueAt, new Date(act.at.getTime() + resend.lease)),",
    replacement: "gt(webhookDeliveries.dueAt, new Date(0)),",
    test: "apps/server/test/webhooks.test.ts",
    only: "sent again when somebody asks",
  },
];
