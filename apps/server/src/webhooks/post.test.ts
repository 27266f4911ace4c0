import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiverHost, startReceiver, type Receiver } from "../../test/webhook-receiver.ts";
import { createPost } from "./post.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.received.length = 0;
  receiver.replies.length = 0;
});
const posted = (over: Partial<Receiver["network"]> = {}) =>
  createPost({ ...receiver.network, ...over })({
    url: receiver.address,
    headers: { "content-type": "application/json", "webhook-id": "msg_1" },
    body: '{"é":1}',
  });

describe("a post to a webhook", () => {
  test("arrives whole, under the name it was addressed to", async () => {
    expect(await posted()).toEqual({ status: 204 });
    expect(receiver.received).toMatchObject([{ body: '{"é":1}', path: "/crochet" }]);
    expect(receiver.received[0]?.headers).toMatchObject({
      host: `${receiverHost}:${receiver.port}`,
      "webhook-id": "msg_1",
    });
  });

  test("the name is resolved once, and the connection goes to what was judged", async () => {
    const asked: string[] = [];
    // The second time, the name would lead elsewhere.
    const resolve = async (host: string) => (asked.push(host) === 1 ? ["127.0.0.1"] : ["10.0.0.1"]);
    expect(await posted({ resolve })).toEqual({ status: 204 });
    expect(asked).toEqual([receiverHost]);
  });

  test("a redirect is an answer, and is not followed", async () => {
    receiver.replies.push({ status: 302, headers: { location: `${receiver.address}/ailleurs` } });
    expect(await posted()).toEqual({ status: 302 });
    expect(receiver.received).toHaveLength(1);
  });

  test("64 KiB are read, and no more", async () => {
    receiver.replies.push({ status: 200, bytes: 64 * 1024 }, { status: 200, bytes: 64 * 1024 + 1 });
    expect(await posted()).toEqual({ status: 200 });
    expect(await posted()).toEqual({ failure: "too-large" });
  });

  test("who never answers, or whose name never resolves, is not waited for", async () => {
    receiver.replies.push("never");
    expect(await posted({ timeout: 200 })).toEqual({ failure: "timeout" });
    const resolve = () => new Promise<readonly string[]>(() => undefined);
    expect(await posted({ timeout: 50, resolve })).toEqual({ failure: "timeout" });
  });

  test("a name nobody knows, a certificate nobody vouches for, a port nobody listens on", async () => {
    expect(await posted({ resolve: async () => [] })).toEqual({ failure: "unknown-host" });
    expect(await posted({ resolve: () => Promise.reject(new Error("ENOTFOUND")) })).toEqual({
      failure: "unknown-host",
    });
    const { ca: _ca, ...strangers } = receiver.network;
    const post = createPost(strangers);
    expect(await post({ url: receiver.address, headers: {}, body: "" })).toEqual({ failure: "unreachable" });
    const closed = await startReceiver();
    await closed.close();
    const nobody = createPost(closed.network);
    expect(await nobody({ url: closed.address, headers: {}, body: "" })).toEqual({ failure: "unreachable" });
    expect(receiver.received).toEqual([]);
  });
});
