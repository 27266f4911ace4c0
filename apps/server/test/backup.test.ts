// A backup taken from a running server by the command, restored elsewhere, and what a consumer that has seen more than the
// backup knew then sees.
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Program, Published } from "@jumelage/api/schemas";
import { openDatabase, verifyAudit } from "@jumelage/db";
import { shows } from "@jumelage/engine/test/evidence";
import { afterAll, expect, it } from "vitest";
import { jumelage } from "./cli.ts";
import { App, Console, admin, selfCare } from "./clients.ts";
import { approvedDraft, castOf, makeSmallProgram } from "./small-program.ts";
import { demoFolder, startProcess, temporaryFolder } from "./server-process.ts";

const folders: string[] = [];
const folder = (made = temporaryFolder()): string => {
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((f) => rmSync(f, { recursive: true, force: true })));

it(
  "comes back bit for bit from a backup of a running server, above every sequence that was served",
  { timeout: 300_000, ...shows("restored-above") },
  async () => {
    const [here, there, kept] = [folder(demoFolder()), folder(), folder()];
    const first = await startProcess({ dataDir: here });
    await makeSmallProgram(first.url, "garde");
    const cast = await castOf(first.url, "garde");
    const publish = async (round: number): Promise<Published> => {
      const draft = await approvedDraft(cast, round);
      const answer = await cast.reviewer.mutate<Published>("publish.publish", {
        id: draft.id,
        hash: draft.hash,
        idempotencyKey: `backup-${round}`,
        channel: "production",
        message: "",
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.data;
    };
    await publish(1);
    const file = path.join(kept, "installation.gz");
    const made = await jumelage(here, "backup", file, "--with-key", "--json");
    expect(made).toMatchObject({ code: 0 });
    expect(await jumelage(here, "backup", file)).toMatchObject({
      code: 2,
      err: expect.stringContaining("is there already"),
    });

    // Consumers see more than the backup knows.
    const lost = await publish(2);
    const app = new App(first.url);
    const bytes = Buffer.from(await app.bytes(`/v1/programs/${selfCare}/releases/1`));
    const pointed = await sequenceOf(app);
    const journal = path.join(kept, "journal.ndjson");
    expect(await jumelage(here, "audit", "export", journal)).toMatchObject({ code: 0 });
    expect(await first.stop()).toBe(0);

    // Restored where nothing is; refused where something is.
    expect((await jumelage(here, "restore", file)).err).toContain("not empty");
    const restored = await jumelage(there, "restore", file);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining("Signing key written") });
    expect(readFileSync(path.join(there, "signing-key.pem"))).toEqual(
      readFileSync(path.join(here, "signing-key.pem")),
    );
    const before = Date.now();
    const second = await startProcess({ dataDir: there });
    try {
      const again = new App(second.url);
      expect(Buffer.from(await again.bytes(`/v1/programs/${selfCare}/releases/1`)).equals(bytes)).toBe(true);
      const sacha = await Console.of(second.url, admin);
      const { channels } = (await sacha.query<Program>("programs.get", { program: "garde" })).data;
      expect(channels).toMatchObject([{ release: 1 }]);
      expect(channels[0]?.sequence).toBeGreaterThan(lost.sequence);
      const now = await sequenceOf(again);
      expect(now).toBeGreaterThan(pointed);
      // Milliseconds since 1970, of when it was restored.
      expect(now).toBeGreaterThan(before - 600_000);
      const database = await openDatabase({ url: second.databaseUrl }, { migrate: false, max: 1 });
      expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
      await database.close();
    } finally {
      await second.stop();
    }

    // The journal is judged where no installation is.
    const nowhere = path.join(kept, "nowhere");
    const held = await jumelage(nowhere, "audit", "verify", journal, "--json");
    expect(held.code).toBe(0);
    const { size, head } = JSON.parse(held.out) as { size: number; head: string };
    expect(
      (await jumelage(nowhere, "audit", "verify", journal, "--checkpoint", `${size}:${head}`)).code,
    ).toBe(0);
    const other = await jumelage(nowhere, "audit", "verify", journal, "--checkpoint", `${size + 1}:${head}`);
    expect(other).toMatchObject({ code: 1, out: expect.stringContaining("checkpoint") });
    expect(await jumelage(nowhere, "audit", "verify", file)).toMatchObject({ code: 2 });
    expect(existsSync(nowhere)).toBe(false);
  },
);

async function sequenceOf(app: App): Promise<number> {
  const { payload } = (await app.get<{ payload: string }>(`/v1/programs/${selfCare}/channels/production`))
    .data;
  return (JSON.parse(Buffer.from(payload, "base64").toString()) as { sequence: number }).sequence;
}
