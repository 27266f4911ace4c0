import type { Publish } from "@jumelage/api/schemas";
import { describe, expect, it } from "vitest";
import { carryOut, pendingIntent, type Deps, type Intent, type Shelf } from "./publish-intent.ts";

const intent: Intent = {
  id: "d1",
  hash: "a".repeat(64),
  idempotencyKey: "une-seule-fois",
  message: "Seuil à 16",
};
const published = { number: 2, sha256: "b".repeat(64), sequence: 2 };
const unanswered = new Error("no answer");

/** A server that publishes at the first request and loses the first `lost` replies. */
function serverLosing(lost: number) {
  const requests: Publish[] = [];
  const releases = new Set<string>();
  return {
    requests,
    releases,
    publish: (input: Publish) => {
      requests.push(input);
      releases.add(input.idempotencyKey);
      return requests.length <= lost ? Promise.reject(unanswered) : Promise.resolve(published);
    },
  };
}

function memoryShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function deps(part: Partial<Deps> & Pick<Deps, "publish">): Deps {
  return {
    shelf: memoryShelf(),
    isUnanswered: (error) => error === unanswered,
    wait: () => Promise.resolve(),
    onUnanswered: () => {},
    cancelled: () => false,
    ...part,
  };
}

describe("publishing truthfully", () => {
  it("asks again with the same key until an answer comes: one release, one success", async () => {
    const server = serverLosing(3);
    let verifying = 0;
    const done = await carryOut(
      intent,
      deps({ publish: server.publish, onUnanswered: () => (verifying += 1) }),
    );
    expect(done).toEqual(published);
    expect(server.requests).toHaveLength(4);
    expect(server.releases.size).toBe(1);
    expect(verifying).toBe(3);
  });

  it("a reload takes up the very same intention", async () => {
    const server = serverLosing(1);
    const shelf = memoryShelf();
    let asked = 0;
    const first = deps({ publish: server.publish, shelf, cancelled: () => (asked += 1) > 1 });
    expect(await carryOut(intent, first)).toBeUndefined();
    const left = pendingIntent(shelf, "d1");
    expect(left).toEqual(intent);
    expect(await carryOut(left ?? intent, deps({ publish: server.publish, shelf }))).toEqual(published);
    expect(server.releases.size).toBe(1);
    expect(pendingIntent(shelf, "d1")).toBeUndefined();
  });

  it("a refusal ends the intention and is told", async () => {
    const shelf = memoryShelf();
    const refusal = new Error("publish-blocked");
    await expect(carryOut(intent, deps({ publish: () => Promise.reject(refusal), shelf }))).rejects.toBe(
      refusal,
    );
    expect(pendingIntent(shelf, "d1")).toBeUndefined();
  });

  it("what another draft or a broken page left is no intention", () => {
    const shelf = memoryShelf();
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      JSON.stringify({ ...intent, id: "d2" }),
      JSON.stringify({ id: "d1" }),
    ]) {
      shelf.setItem("jumelage.publishing.d1", text);
      expect(pendingIntent(shelf, "d1"), text).toBeUndefined();
    }
  });
});
