import { once } from "node:events";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { referencePrograms } from "@jumelage/content";
import { parseProfiles } from "@jumelage/engine";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, selfCare } from "../clients.ts";

type Answer = Readonly<Record<string, unknown>> & {
  readonly line: number;
  readonly id?: string | number;
  readonly error?: { readonly code: string; readonly requestId?: string };
};

const parsed = parseProfiles(referencePrograms.find((p) => p.program === selfCare)?.profiles);
if (!parsed.ok) throw new Error("the reference profiles do not parse");
const profiles = parsed.value;

const onChannel = `/v1/programs/${selfCare}/channels/production/evaluate-batch`;
const onRelease = `/v1/programs/${selfCare}/releases/1/evaluate-batch`;
const mebibyte = 1024 * 1024;

export function batchTests(server: Running): void {
  describe("a batch", () => {
    let app: App;
    beforeAll(() => {
      app = new App(server().url);
    });

    const send = (path: string, body: BodyInit | null, type = "application/x-ndjson") =>
      app.send<{ code?: string }>(path, { method: "POST", body, headers: { "content-type": type } });
    const answersOf = async (path: string, lines: readonly string[]): Promise<readonly Answer[]> => {
      const { status, text, headers } = await send(path, lines.join("\n"));
      expect(status, text.slice(0, 300)).toBe(200);
      expect(headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(text === "" || text.endsWith("\n")).toBe(true);
      return text
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Answer);
    };

    it.each([onChannel, onRelease])("answers every line as evaluate does: %s", async (path) => {
      const bodies: object[] = profiles.map(({ facts, evaluatedOn }) => ({
        facts,
        at: evaluatedOn ?? "2026-03-01",
      }));
      bodies.push(
        { facts: {} },
        { facts: { ageYears: 34 }, trace: true, lang: "en" },
        { facts: { nowhere: 1, phq9Total: "15" }, at: "2026-03-01" },
        { facts: { nowhere: 1, phq9Total: "15" }, at: "2026-03-01", lenient: true },
        { facts: {}, at: "hier", other: 1 },
        { facts: 1 },
        [],
      );
      const answers = await answersOf(
        path,
        bodies.map((body) => JSON.stringify(body)),
      );
      expect(answers.map((a) => a.line)).toEqual(bodies.map((_, i) => i + 1));
      expect(answers.filter((a) => a.error).length).toBeGreaterThanOrEqual(4);
      for (const [i, answer] of answers.entries()) {
        const alone = await app.post(path.replace("-batch", ""), bodies[i]);
        const { line: _line, error, ...rest } = answer;
        const { requestId: _alone, in: _in, ...expected } = alone.data;
        const { requestId: _batch, ...got } = error ?? rest;
        expect(got, JSON.stringify(bodies[i])).toEqual(expected);
      }
    });

    it("says of each bad line what is wrong with it, and goes on", async () => {
      const long = JSON.stringify({ id: "long", facts: { x: "a".repeat(mebibyte) } });
      const answers = await answersOf(onRelease, [
        '{"id":"a","facts":{}}',
        "{",
        "",
        long,
        '{"id":7,"facts":{},"fact":{},"at":5}',
        '{"id":{"no":1},"facts":{}}',
        `{"id":"${"i".repeat(201)}","facts":{}}`,
        '  {"id":"b","facts":{"inconnu":1}}\r',
        "null",
        '{"id":"last","facts":{}}',
      ]);
      expect(answers.map(({ line, id, error }) => [line, id, error?.code])).toEqual([
        [1, "a", undefined],
        [2, undefined, "malformed-json"],
        [4, undefined, "too-large"],
        [5, 7, "invalid-input"],
        [6, undefined, "invalid-input"],
        [7, undefined, "invalid-input"],
        [8, "b", "invalid-facts"],
        [9, undefined, "invalid-input"],
        [10, "last", undefined],
      ]);
      expect(answers[3]?.error).toMatchObject({
        type: "urn:jumelage:problem:invalid-input",
        title: "La demande n’a pas la forme attendue.",
        status: 400,
        problems: expect.arrayContaining([
          expect.objectContaining({ code: "unknown-key" }),
          expect.objectContaining({ at: ["at"] }),
        ]),
      });
    });

    it("has no limit as a whole; of nothing it makes nothing", async () => {
      const lines = Array.from({ length: 60 }, (_, i) =>
        JSON.stringify({ id: i, facts: { [`x${i}`]: "a".repeat(50_000) } }),
      );
      expect(lines.join("").length).toBeGreaterThan(2 * mebibyte);
      const answers = await answersOf(onRelease, lines);
      expect(answers.map((a) => a.id)).toEqual(lines.map((_, i) => i));
      expect(await answersOf(onRelease, [])).toEqual([]);
      expect(await answersOf(onRelease, ["", " ", ""])).toEqual([]);
      expect((await app.send(onRelease, { method: "POST" })).text).toBe("");
    });

    it("is refused as a whole where there is nothing to evaluate with", async () => {
      const body = '{"facts":{}}\n'.repeat(100_000);
      const refusal = async (path: string, key: string, type?: string) => {
        const { status, data } = await new App(server().url, key).send<{ code: string }>(path, {
          method: "POST",
          body: type === undefined ? '{"facts":{}}' : body,
          headers: { "content-type": type ?? "application/x-ndjson" },
        });
        return [status, data.code];
      };
      expect(await refusal(onChannel, "wrong")).toEqual([401, "wrong-key"]);
      const key = app.key ?? "";
      expect(await refusal(onChannel.replace("production", "nowhere"), key)).toEqual([404, "not-found"]);
      expect(await refusal(onRelease.replace("/1/", "/99/"), key)).toEqual([404, "not-found"]);
      expect(await refusal(`${onRelease}?at=2026-01-01`, key)).toEqual([400, "invalid-input"]);
      const json = await send(onRelease, '{"facts":{}}', "application/json");
      expect([json.status, json.data.code]).toEqual([415, "unsupported-media-type"]);
    });

    it("answers a line while the next has not been written", async () => {
      const { call, answered } = open(server().url, onRelease, app.key);
      call.write('{"id":1,"facts":{}}\n{"id":2,"fa');
      const response = await answered;
      const lines = readLines(response);
      expect((await lines.next()).value).toMatchObject({ line: 1, id: 1, release: 1 });
      call.end('cts":{}}');
      expect((await lines.next()).value).toMatchObject({ line: 2, id: 2, release: 1 });
      expect((await lines.next()).done).toBe(true);
    });

    it("reads no faster than its answers are taken, and loses none", async () => {
      // Far more than what the two ends and the system between them hold on the way.
      const total = 20_000;
      const line = `${JSON.stringify({ facts: { phq9Total: 15 }, at: "2026-03-01", padding: "" }).replace(',"padding":""', " ".repeat(2000))}\n`;
      const { host, hostname, port } = new URL(server().url);
      const socket = connect({ host: hostname, port: Number(port) });
      await once(socket, "connect");
      socket.pause();
      socket.write(
        `POST ${onRelease} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${app.key ?? ""}\r\n` +
          `content-type: application/x-ndjson\r\ncontent-length: ${line.length * total}\r\nconnection: close\r\n\r\n`,
      );
      let written = 0;
      const writeOn = (): void => {
        while (written < total) {
          written += 1;
          if (!socket.write(line)) return;
        }
      };
      socket.on("drain", writeOn);
      writeOn();
      // Until nothing has moved for a while.
      for (let before = -1; before !== written;) {
        before = written;
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
      expect(written).toBeGreaterThan(10);
      expect(written).toBeLessThan(total * 0.75);
      // The server is not busy with it, and answers others.
      expect((await app.get("/healthz")).status).toBe(200);
      let ends = 0;
      socket.on("data", (chunk: Buffer) => {
        for (const byte of chunk) if (byte === 10) ends += 1;
      });
      socket.resume();
      await once(socket, "end");
      expect(written).toBe(total);
      // One for each answer, and the few of the head and of the pieces the body comes in.
      expect(ends).toBeGreaterThanOrEqual(total);
    });

    it("is given up when its caller goes away, and troubles nobody else", async () => {
      for (let i = 0; i < 20; i++) {
        const { call, answered } = open(server().url, onRelease, app.key);
        call.write('{"facts":{}}\n'.repeat(i * 50 + 1));
        const response = await answered;
        response.on("error", () => undefined);
        call.destroy();
      }
      expect((await answersOf(onRelease, ['{"facts":{}}']))[0]).toMatchObject({ line: 1, release: 1 });
    });
  });
}

function open(
  url: string,
  path: string,
  key: string | undefined,
): { readonly call: ClientRequest; readonly answered: Promise<IncomingMessage> } {
  const call = request(url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${key ?? ""}`, "content-type": "application/x-ndjson" },
  });
  call.on("error", () => undefined);
  return { call, answered: new Promise((resolve) => void call.once("response", resolve)) };
}

async function* readLines(response: IncomingMessage): AsyncGenerator {
  let held = "";
  for await (const chunk of response) {
    held += String(chunk);
    for (let end = held.indexOf("\n"); end >= 0; end = held.indexOf("\n")) {
      yield JSON.parse(held.slice(0, end)) as unknown;
      held = held.slice(end + 1);
    }
  }
}
