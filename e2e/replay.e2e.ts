// Why somebody got an answer: an application keeps the facts, the receipt and what was decided, and a clinical lead has the
// version answer again in the console. The files stay in the browser.
import { checkReceipt, recordDecision, type PublicJwk } from "@jumelage/sdk";
import { expect, it } from "vitest";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";

const demo = openDemo();
const headers = { authorization: "Bearer jumelage-demo-key", "content-type": "application/json" };
const program = "autosoins-diriges";
const facts = {
  suicidalIdeation: "none",
  acutePsychosocialCrisis: false,
  imminentDanger: false,
  primaryProblem: "depressive_disorder",
  severity: "moderate",
  priorityNeed: "reduce_symptoms",
  challengeCharacteristics: [],
  ageYears: 34,
  phq9Total: 15,
  phq9Item9: 0,
};

/** What the application keeps: an answer of the channel in force, with its receipt, and that the person chose otherwise. */
async function keep(): Promise<{ readonly receipt: unknown; readonly record: unknown }> {
  const at = `${demo.url}/v1/programs/${program}`;
  const answered = await fetch(`${at}/channels/production/receipts`, {
    method: "POST",
    headers,
    body: JSON.stringify({ facts }),
  });
  const { receipt, release } = (await answered.json()) as {
    readonly receipt: { readonly envelope: string; readonly salt: string };
    readonly release: number;
  };
  const bytes = await (await fetch(`${at}/releases/${release}`, { headers })).arrayBuffer();
  const { keys } = (await (await fetch(`${demo.url}/v1/keys`)).json()) as { readonly keys: PublicJwk[] };
  const checked = await checkReceipt({ ...receipt, facts }, { trust: keys, release: new Uint8Array(bytes) });
  if (!checked.ok) throw new Error(checked.code);
  const record = recordDecision(checked.value, {
    decision: "orientation",
    decided: ["match"],
    by: { name: "Maude Côté", role: "psychologue" },
    decidedAt: "2026-03-02T16:00:00Z",
    override: { reason: "choix-de-la-personne" },
  });
  if (!record.ok) throw new Error(record.code);
  return { receipt, record: record.value };
}

it("answers again what was kept, says whose signature it bears and what was decided, and sends none of it", async () => {
  const { receipt, record } = await keep();
  const { context, page, faults } = await signIn(demo, /Camille Tremblay/);
  await page.goto(`/p/${program}/versions/1`);
  const panel = page.getByRole("region", { name: "Rejouer une réponse" });
  await panel.waitFor();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const choose = (...files: readonly unknown[]): Promise<void> =>
    panel.locator("input[type=file]").setInputFiles(
      files.map((json, i) => ({
        name: `${i}.json`,
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(json)),
      })),
    );

  await choose(facts, receipt, record);
  await panel.getByText("La réponse est celle du reçu, pour ces renseignements.").waitFor();
  await panel.getByText("Le reçu porte la signature de ce serveur.").waitFor();
  await panel.getByText(/Jumelage favorable.*par Maude Côté, psychologue/).waitFor();
  await panel.getByText(/n’a pas été suivie\s: choix-de-la-personne/).waitFor();
  await panel.getByText("Évaluation clinique plus approfondie d’abord").first().waitFor();

  // Other facts than those of the receipt, and a decision about another one.
  await choose({ ...facts, phq9Total: 4 }, receipt, { ...(record as object), receipt: "0".repeat(64) });
  await panel.getByText("Ces renseignements ne sont pas ceux du reçu.").waitFor();
  await panel.getByText("Cette décision n’est pas celle de ce reçu").waitFor();

  expect(sent.filter((request) => /phq9Total|salt|Maude|choix-de-la/.test(request))).toEqual([]);
  expect(sent.some((request) => request.includes("/v1/keys"))).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});
