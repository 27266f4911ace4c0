// Decision receipts as an application gets them, keeps them, and shows them to somebody later.
import type { PublicJwk } from "@jumelage/engine";
import { checkReceipt, recordDecision, type KeptReceipt } from "@jumelage/sdk";
import { openDatabase } from "@jumelage/db";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, selfCare } from "../clients.ts";

interface Answer {
  readonly release: number;
  readonly sha256: string;
  readonly sequence?: number;
  readonly result: object;
  readonly receipt: Omit<KeptReceipt, "facts">;
}

export function receiptTests(server: Running): void {
  describe("receipts", () => {
    let app: App;
    let trust: readonly PublicJwk[];
    const onChannel = `/v1/programs/${selfCare}/channels/production`;
    const onRelease = `/v1/programs/${selfCare}/releases/1`;
    const facts = { suicidalIdeation: "passive", acutePsychosocialCrisis: false, imminentDanger: false };
    beforeAll(async () => {
      app = new App(server().url);
      trust = (await app.get<{ keys: PublicJwk[] }>("/v1/keys")).data.keys;
    });

    it.each([
      ["on a channel", onChannel],
      ["by a release", onRelease],
    ])("%s: the same answer, and a receipt that replays", async (_, path) => {
      const plain = await app.post<Answer>(`${path}/evaluate`, { facts });
      const { status, data } = await app.post<Answer>(`${path}/receipts`, { facts, trace: true, lang: "fr" });
      expect(status).toBe(200);
      expect(data.sequence).toBe(plain.data.sequence);
      expect(data.result).toMatchObject(plain.data.result);
      const release = await app.bytes(`/v1/programs/${selfCare}/releases/${data.release}`);
      const checked = await checkReceipt({ ...data.receipt, facts }, { trust, release });
      if (!checked.ok) throw new Error(checked.code);
      expect(checked.value.receipt).toMatchObject({ program: selfCare, result: plain.data.result });
      const others = { ...facts, imminentDanger: true };
      const forged = await checkReceipt({ ...data.receipt, facts: others }, { trust, release });
      expect(forged).toMatchObject({ ok: false, code: "facts-differ" });
      const record = recordDecision(checked.value, {
        decision: "orientation",
        decided: ["immediate"],
        by: { name: "Maude Côté", role: "psychologue" },
        decidedAt: "2026-03-02T15:30:00Z",
      });
      expect(record).toMatchObject({
        ok: true,
        value: { recommended: ["immediate"], release: data.release },
      });
    });

    it("two of the same facts have nothing in common that could be compared", async () => {
      const digestOf = async () => {
        const { data } = await app.post<Answer>(`${onRelease}/receipts`, { facts });
        const text = Buffer.from(data.receipt.envelope, "base64").toString();
        const payload = Buffer.from((JSON.parse(text) as { payload: string }).payload, "base64").toString();
        return [data.receipt.salt, (JSON.parse(payload) as { factsDigest: string }).factsDigest];
      };
      const [first, second] = [await digestOf(), await digestOf()];
      expect(new Set([...first, ...second]).size).toBe(4);
    });

    it("refuses what an evaluation refuses, and what cannot be signed for", async () => {
      const bad = await app.post<{ code: string }>(`${onRelease}/receipts`, { facts: { ageYears: "34" } });
      expect([bad.status, bad.data.code]).toEqual([422, "invalid-facts"]);
      const lone = `{"facts":{"ageYears":"\\ud800"},"lenient":true}`;
      const odd = await app.post<{ code: string; problems: { code: string }[] }>(
        `${onRelease}/receipts`,
        lone,
      );
      expect([odd.status, odd.data.problems[0]?.code]).toEqual([400, "no-canonical-form"]);
      const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, 1]));
      const long = await app.post<{ problems: { code: string }[] }>(`${onRelease}/receipts`, {
        facts: many,
        lenient: true,
      });
      expect([long.status, long.data.problems[0]?.code]).toEqual([400, "too-large"]);
      expect((await app.post(`/v1/programs/nulle-part/releases/1/receipts`, { facts })).status).toBe(404);
    });

    it("are kept nowhere", async () => {
      const { data } = await app.post<Answer>(`${onChannel}/receipts`, { facts });
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      const tables = await database.pool.query<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'public'",
      );
      const found: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await database.pool.query(
          `select 1 from "${name}" t where t::text like '%' || $1 || '%' limit 1`,
          [data.receipt.salt],
        );
        if (rows.length > 0) found.push(name);
      }
      await database.close();
      expect(found).toEqual([]);
      expect(server().output().includes(data.receipt.salt)).toBe(false);
    });
  });
}
