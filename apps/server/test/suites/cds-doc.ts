// The clinical system of docs/consumers.md: its program, as it stands there, against the server under test.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { list, type Listing } from "../cds-client.ts";

const here = import.meta.dirname;
const name = "cards.mjs";

export function cdsDocTests(server: Running): void {
  describe("docs/consumers.md, CDS Hooks", () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "jumelage-cards-"));
      const text = await readFile(join(here, "../../../../docs/consumers.md"), "utf8");
      const [, program] = new RegExp(`\`\`\`js\\n(// ${name}\\n[\\s\\S]*?)\`\`\``).exec(text) ?? [];
      await writeFile(join(folder, name), program ?? "throw new Error('no such block')");
      await symlink(await realpath(join(here, "../../node_modules")), join(folder, "node_modules"));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const run = async (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
      promisify(execFile)(process.execPath, [name, ...args], {
        cwd: folder,
        env: { JUMELAGE_URL: server().url },
      });

    it("is refused until its keys are listed; then it shows what a declined question asks for", async () => {
      const { stdout } = await run("keys");
      expect((await run()).stderr).toBe("401 wrong-token untrusted\n");
      const { keys } = JSON.parse(stdout) as Pick<Listing, "keys">;
      await list(server().url, { issuer: "https://record.example", keys });
      const cards = (await run()).stdout;
      expect(cards).toMatch(/^\[warning\] Service qui convient\s: Sécurité à vérifier/);
      expect(cards).toMatch(/«\sIdées suicidaires actuelles\s» \(refus de répondre\)/);
      expect(cards).toContain("1 866 APPELLE");
    });
  });
}
