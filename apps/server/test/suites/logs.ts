import type { Draft } from "@jumelage/api/schemas";
import { shows } from "@jumelage/engine/test/evidence";
import { describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, Console, author, newDraft, selfCare } from "../clients.ts";

export function logTests(server: Running): void {
  describe("the log", () => {
    it("begins with one line of JSON that says where the server is", () => {
      const line =
        server()
          .output()
          .split("\n")
          .find((l) => l.startsWith("{")) ?? "";
      expect(server().output()).toContain(JSON.stringify({ url: server().url }).slice(0, -1));
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    });

    it(
      "holds nothing a caller sends: no fact, no key, no body, no address",
      shows("nothing-in-the-log"),
      async () => {
        const canary = "Canari-Tremblay-19730412";
        const app = new App(server().url);
        const evaluate = `/v1/programs/${selfCare}/channels/production/evaluate`;
        await app.post(evaluate, { facts: { suicidalIdeation: canary, [canary]: 1 } });
        await app.post(evaluate, {
          facts: { suicidalIdeation: canary },
          lenient: true,
          trace: true,
          lang: "fr",
        });
        await app.post(evaluate, `{"facts": ${canary}`);
        await app.post(evaluate, { facts: {}, [canary]: canary });
        await app.get(`/v1/programs/${canary}/releases?at=${canary}`);
        await app.get(`/${canary}?nom=${canary}`);
        await new App(server().url, canary).get("/v1/programs");
        const camille = await Console.of(server().url, author);
        const draft: Draft = await newDraft(camille, selfCare);
        const [first, ...rest] = draft.profiles;
        await camille.mutate("drafts.save", {
          id: draft.id,
          expectedRevision: draft.revision,
          profiles: [{ ...first, story: canary }, ...rest],
        });
        await camille.mutate("drafts.save", {
          id: draft.id,
          expectedRevision: draft.revision,
          profiles: [{ ...first, facts: { suicidalIdeation: `${canary}\u0000` } }, ...rest],
        });
        await camille.query("drafts.get", { id: canary });
        await camille.query(canary, { id: canary });
        // Everything that happened so far is on its way to the log.
        await app.get("/healthz");
        const written = server().output();
        // As booleans: a failure must not print the whole log.
        const holds = (text: string): boolean => written.includes(text);
        expect(holds('"msg":"request"')).toBe(true);
        const secrets = [canary, "jumelage-demo-key", camille.cookie?.split("=")[1] ?? "-", "postgresql://"];
        expect(secrets.filter(holds)).toEqual([]);
        expect(written.split("\n").filter((line) => line.includes('"msg":"fault"'))).toEqual([]);
      },
    );
  });
}
