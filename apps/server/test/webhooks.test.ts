// Webhooks from the change of a channel to a receiver on this machine, checked with a library that shares no code with
// ours; retries, a holder that died, several deliverers at once.
import { deliverWebhooks, signPointer, type Deps } from "@jumelage/api";
import type { Delivery, Webhook as Listed, WebhookSecret } from "@jumelage/api/schemas";
import {
  createConsumer,
  inTransaction,
  movePointer,
  readAudit,
  revokeConsumer,
  takeDueDeliveries,
} from "@jumelage/db";
import type { FreshDatabase } from "@jumelage/db/test-database";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/start-server.ts";
import { startDelivering } from "../src/webhooks/deliver.ts";
import { admin, Console, selfCare, serviceChoice } from "./clients.ts";
import { startHooked, type HookedServer } from "./hooked-server.ts";
import type { Receiver, Received } from "./webhook-receiver.ts";

const minute = 60_000;
const hour = 60 * minute;

describe("webhooks", () => {
  let hooked: HookedServer | undefined;
  let database: FreshDatabase;
  let receiver: Receiver;
  let server: RunningServer;
  let deps: Deps;
  let offset = 0;

  beforeAll(async () => {
    hooked = await startHooked({ now: () => new Date(Date.now() + offset) });
    ({ database, receiver, server, deps } = hooked);
  }, 120_000);
  afterAll(() => hooked?.close());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.replies.length = 0;
  });

  const move = async (program = selfCare) => {
    const moved = await movePointer(
      deps.db,
      { by: "system", at: deps.clock.now() },
      {
        program,
        channel: "production",
        release: 1,
        reason: "renew",
        sign: (toSign) => signPointer(toSign, deps),
      },
    );
    expect(moved.kind).toBe("moved");
  };
  const sacha = () => Console.of(server.url, admin);
  const create = async (consumer = "demo", url = receiver.address) =>
    (await sacha()).mutate<WebhookSecret>("webhooks.create", { consumer, url });
  const listed = async () => (await (await sacha()).query<Listed[]>("webhooks.list", {})).data;
  const remove = async (id: string) => (await sacha()).mutate<Listed[]>("webhooks.remove", { id });
  const deliveries = async (id: string) =>
    (await (await sacha()).query<Delivery[]>("webhooks.deliveries", { id })).data;
  const audited = async (id: string) =>
    (await readAudit(deps.db)).filter((row) => row.subject === `webhook:${id}`).map((row) => row.action);
  const idsOf = (received: readonly Received[]) => received.map((r) => r.headers["webhook-id"]);
  const checks = (secret: string, { body, headers }: Received): boolean => {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };

  it("say that there is a release, and nothing more, in a way the receiver can check", async () => {
    const { status, data } = await create();
    expect(status).toBe(200);
    expect(data.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await move();
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    const [first] = receiver.received;
    if (!first) throw new Error("nothing came");
    expect(checks(data.secret, first)).toBe(true);
    expect(checks(data.secret, { ...first, body: first.body.replace("release", "rollback") })).toBe(false);
    expect(JSON.parse(first.body)).toEqual({
      type: "release.available",
      timestamp: expect.any(String),
      data: {},
    });
    expect(await listed()).toMatchObject([
      { id: data.id, consumer: "demo", last: { state: "delivered", attempts: 1, outcome: "204" } },
    ]);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);

    const renewed = await (await sacha()).mutate<WebhookSecret>("webhooks.renewSecret", { id: data.id });
    await move();
    await deliverWebhooks(deps);
    const last = receiver.received.at(-1);
    if (!last) throw new Error("nothing came");
    expect([checks(renewed.data.secret, last), checks(data.secret, last)]).toEqual([true, false]);
    // Nobody who reads the database or the list finds a secret.
    const rows = await database.pool.query<{ text: string }>("select w::text as text from webhooks w");
    const known = [JSON.stringify(rows.rows), JSON.stringify(await listed())].join();
    for (const { secret } of [data, renewed.data]) expect(known).not.toContain(secret.slice(6, 20));
    await remove(data.id);
  });

  it("are tried again, later and later, as the same message; and given up in the end", async () => {
    const { data } = await create();
    receiver.replies.push({ status: 500 }, { status: 302, headers: { location: receiver.address } });
    await move();
    await deliverWebhooks(deps);
    expect(await listed()).toMatchObject([{ last: { state: "pending", attempts: 1, outcome: "500" } }]);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    offset += 6000;
    await deliverWebhooks(deps);
    expect(await listed()).toMatchObject([{ last: { state: "pending", attempts: 2, outcome: "302" } }]);
    offset += 4 * minute;
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(2);
    offset += 2 * minute;
    await deliverWebhooks(deps);
    expect(await listed()).toMatchObject([{ last: { state: "delivered", attempts: 3, outcome: "204" } }]);
    expect(new Set(idsOf(receiver.received)).size).toBe(1);

    receiver.received.length = 0;
    receiver.replies.push(...Array.from({ length: 20 }, () => ({ status: 503 })));
    await move();
    for (let i = 0; i < 20; i++) {
      await deliverWebhooks(deps);
      offset += 15 * hour;
    }
    expect(receiver.received).toHaveLength(8);
    expect(await listed()).toMatchObject([{ last: { state: "failed", attempts: 8, outcome: "503" } }]);

    receiver.replies.length = 0;
    receiver.replies.push({ status: 410 });
    await move();
    await deliverWebhooks(deps);
    expect(await listed()).toMatchObject([{ last: { state: "failed", attempts: 1, outcome: "410" } }]);
    await remove(data.id);
  });

  it("each goes out once, however many deliver; what somebody took and never ended is taken again", async () => {
    const { data } = await create();
    for (let i = 0; i < 25; i++) await move();
    while ((await Promise.all([1, 2, 3, 4].map(() => deliverWebhooks(deps)))).some((n) => n > 0));
    expect(receiver.received).toHaveLength(25);
    expect(new Set(idsOf(receiver.received)).size).toBe(25);

    receiver.received.length = 0;
    await move();
    const now = deps.clock.now();
    expect(await takeDueDeliveries(deps.db, { now, lease: minute, most: 10 })).toHaveLength(1);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(0);
    offset += 61_000;
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    await remove(data.id);
  });

  it("only those who may read the program hear of it, and nobody who was removed or revoked", async () => {
    const act = { by: "system", at: new Date() };
    const narrow = { name: "x", keyPrefix: "x", programs: [serviceChoice] };
    await inTransaction(deps.db, (tx) =>
      createConsumer(tx, act, { ...narrow, id: "one-program", keyHash: "e".repeat(64) }),
    );
    const { data } = await create("one-program");
    await move(selfCare);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(0);
    await move(serviceChoice);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    await move(serviceChoice);
    await remove(data.id);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    expect(await listed()).toEqual([]);
    await create("one-program");
    await inTransaction(deps.db, (tx) => revokeConsumer(tx, act, "one-program"));
    await move(serviceChoice);
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    expect((await create("one-program")).refusal?.code).toBe("not-found");
  });

  it("wait while they are paused; of what waited the newest is sent, once; each step is audited", async () => {
    const { data } = await create();
    const steps = { id: data.id };
    const sacha1 = await sacha();
    const step = (name: "pause" | "resume") => sacha1.mutate<Listed[]>(`webhooks.${name}`, steps);
    const own = async () => (await listed()).find((w) => w.id === data.id);
    expect((await step("resume")).refusal?.code).toBe("stale-revision");
    expect((await step("pause")).status).toBe(200);
    expect(await own()).toMatchObject({ pausedAt: expect.any(String) });
    expect((await step("pause")).refusal?.code).toBe("stale-revision");
    for (let i = 0; i < 3; i++) {
      offset += 1000;
      await move();
    }
    offset += hour;
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(0);
    expect((await step("resume")).status).toBe(200);
    expect(await own()).toMatchObject({ pausedAt: null });
    await deliverWebhooks(deps);
    expect(receiver.received).toHaveLength(1);
    const sent = await deliveries(data.id);
    expect(sent.map((d) => [d.kind, d.state, d.outcome])).toEqual([
      ["release.available", "delivered", "204"],
      ["release.available", "failed", "superseded"],
      ["release.available", "failed", "superseded"],
    ]);
    expect(idsOf(receiver.received)).toEqual([`msg_${sent[0]?.id ?? ""}`]);
    expect(await audited(data.id)).toEqual(["webhook.create", "webhook.pause", "webhook.resume"]);
    await remove(data.id);
  });

  it("are sent again when somebody asks, as the same message, and nobody is told of what was answered", async () => {
    const { data } = await create();
    receiver.replies.push({ status: 410, headers: { "x-secret": "Kw5Jt" }, bytes: 20 });
    await move();
    await deliverWebhooks(deps);
    const [first] = await deliveries(data.id);
    expect(first).toMatchObject({ state: "failed", attempts: 1, outcome: "410", next: null });
    const again = async (delivery = first?.id ?? "") =>
      (await sacha()).mutate<Delivery[]>("webhooks.resend", { id: data.id, delivery });
    receiver.replies.push({ status: 500 });
    expect((await again()).data).toMatchObject([{ state: "pending", attempts: 0 }]);
    // Under way, or soon: asking once more would send it twice.
    expect((await again()).refusal?.code).toBe("stale-revision");
    await deliverWebhooks(deps);
    offset += 6000;
    receiver.replies.push({ status: 500 });
    await deliverWebhooks(deps);
    // It waits for five minutes: that can be cut short.
    const [waiting] = await deliveries(data.id);
    expect(waiting).toMatchObject({
      state: "pending",
      attempts: 2,
      outcome: "500",
      next: expect.any(String),
    });
    expect((await again()).status).toBe(200);
    await deliverWebhooks(deps);
    expect(await deliveries(data.id)).toMatchObject([{ state: "delivered", attempts: 1, outcome: "204" }]);
    expect(receiver.received).toHaveLength(4);
    expect(new Set(idsOf(receiver.received)).size).toBe(1);
    expect((await again(crypto.randomUUID())).refusal?.code).toBe("stale-revision");
    await (await sacha()).mutate("webhooks.pause", { id: data.id });
    expect((await again()).refusal?.code).toBe("stale-revision");
    const resent = ["webhook.resend", "webhook.resend"];
    expect(await audited(data.id)).toEqual(["webhook.create", ...resent, "webhook.pause"]);
    const rows = await database.pool.query<{ text: string }>(
      "select d::text as text from webhook_deliveries d",
    );
    expect(JSON.stringify(rows.rows)).not.toMatch(/Kw5Jt|xxx/);
    await remove(data.id);
    expect((await again()).refusal?.code).toBe("stale-revision");
  });

  it("go out by themselves when a channel moves", async () => {
    const { data } = await create();
    const stop = startDelivering(deps);
    await move();
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
    await stop();
    await remove(data.id);
  });

  it("go where the operator lets them, and nowhere else", async () => {
    const why = async (url: string) => {
      const { refusal } = await create("demo", url);
      return (refusal?.details["diagnostics"] as { code: string }[] | undefined)?.[0]?.code;
    };
    expect(await why(receiver.address.replace("https:", "http:"))).toBe("not-https");
    expect(await why("https://ailleurs.example/")).toBe("host-not-listed");
    expect(await why(`https://127.0.0.1:${receiver.port}/`)).toBe("host-not-listed");
    expect(await why(receiver.address.replace("https://", "https://a:b@"))).toBe("url-has-user");
    expect(await why("chez moi")).toBe("not-a-url");
  });
});
