// Whatever an application, a clinical system and the console can say of somebody, sent through every door that takes it.
import type { Program } from "@jumelage/api/schemas";
import { goodClaims, keyPair, list, sign, type KeyPair } from "../cds-client.ts";
import { App, Console, reviewer, selfCare, type Answer } from "../clients.ts";

const issuer = "https://dossier.example/canaris";

/** Those who send. */
export interface Senders {
  readonly url: string;
  readonly app: App;
  readonly console: Console;
  /** Of a clinical system that the server knows. */
  readonly key: KeyPair;
}

/** An application, a reviewer at the console and a clinical system. */
export async function sendersTo(url: string): Promise<Senders> {
  const key = await keyPair("ES384", "canaris");
  await list(url, { issuer, keys: [key.publicJwk] });
  return { url, app: new App(url), console: await Console.of(url, reviewer), key };
}

/** A pointer of a channel goes out twice, with all that was sent just behind it. */
export async function moveTwice({ console: alex }: Senders): Promise<void> {
  for (const step of ["suspend", "lift"]) {
    const { data } = await alex.query<Program>("programs.get", { program: selfCare });
    const [channel] = data.channels.filter((c) => c.channel === "production");
    const where = { program: selfCare, channel: "production", expectedSequence: channel?.sequence ?? 0 };
    const { status, text } = await alex.mutate(`channels.${step}`, { ...where, message: "essai" });
    if (status !== 200) throw new Error(text);
  }
}

/** Everything an application and a clinical system can say of somebody, with this in every place. */
export async function sendEverywhere(canary: string, from: Senders): Promise<readonly Answer<unknown>[]> {
  const { url, app, console: alex } = from;
  const program = `/v1/programs/${selfCare}`;
  const known = { suicidalIdeation: "passive", acutePsychosocialCrisis: false, imminentDanger: false };
  const facts: readonly unknown[] = [
    { ...known, suicidalIdeation: canary },
    { ...known, primaryProblem: { value: canary, observedOn: canary } },
    { ...known, [canary]: canary },
    canary,
  ];
  const bodies: readonly unknown[] = [
    ...facts.map((given) => ({ facts: given })),
    ...facts.map((given) => ({ facts: given, lenient: true, trace: true, lang: "fr" })),
    { facts: known, at: canary, [canary]: canary },
    `{"facts":{"suicidalIdeation":"${canary}`,
  ];
  const doors = ["channels/production/evaluate", "releases/1/evaluate", "channels/production/receipts"];
  const answers: Answer<unknown>[] = [];
  for (const door of doors)
    for (const body of bodies) answers.push(await app.post(`${program}/${door}`, body));
  const lines = [
    ...bodies.map((b) => JSON.stringify(b)),
    JSON.stringify({ id: canary, facts: known }),
    canary,
  ];
  answers.push(
    await app.send(`${program}/channels/production/evaluate-batch`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: lines.join("\n"),
    }),
  );
  const report = {
    program: selfCare,
    channel: "production",
    version: "1.0",
    release: 1,
    refreshedAt: null,
  };
  for (const said of [
    { facts: [canary] },
    { facts: [], version: canary },
    { facts: [], overrides: [{ reason: canary, count: 1 }] },
    { facts: [{ suicidalIdeation: canary }] },
  ])
    answers.push(await app.post("/v1/report", { ...report, ...said }));
  const coded = encodeURIComponent(canary);
  for (const address of [
    `/v1/programs/${coded}`,
    `${program}/releases?at=${coded}`,
    `/${coded}?nom=${coded}`,
  ])
    answers.push(await app.get(address, { "user-agent": coded, referer: coded, "x-request-id": coded }));
  answers.push(await new App(url, coded).get("/v1/programs"));
  answers.push(await cds(canary, from));
  // The console takes texts that people write; what it refuses it does not keep either.
  answers.push(await alex.query("drafts.get", { id: canary }));
  answers.push(await alex.mutate("review.approve", { id: canary, hash: canary, meaning: canary }));
  const stranger = new Console(url);
  answers.push(await stranger.mutate("session.signIn", { personId: canary }));
  answers.push(await stranger.mutate("session.signInWithPassword", { email: canary, password: canary }));
  return answers;
}

/** A clinical system that tells of a patient by name. */
async function cds(canary: string, { url, key }: Senders): Promise<Answer<unknown>> {
  const address = `${url}/cds-services/${selfCare}`;
  const token = await sign(goodClaims(issuer, address), key);
  const about = { subject: { reference: `Patient/${canary}`, display: canary } };
  const response = {
    resourceType: "QuestionnaireResponse",
    status: "completed",
    questionnaire: `urn:jumelage:program:${selfCare}`,
    ...about,
    authored: new Date().toISOString(),
    text: { status: "generated", div: `<div>${canary}</div>` },
    item: [
      { linkId: "suicidalIdeation", answer: [{ valueCoding: { code: canary, display: canary } }] },
      { linkId: "ageYears", text: canary, answer: [{ valueString: canary }] },
    ],
  };
  return new App("", token).send(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      hook: "patient-view",
      hookInstance: crypto.randomUUID(),
      context: { userId: `Practitioner/${canary}`, patientId: canary },
      prefetch: {
        responses: { resourceType: "Bundle", type: "searchset", entry: [{ resource: response }] },
        observations: { resourceType: "Bundle", type: "searchset", entry: [{ resource: { ...about } }] },
      },
    }),
  });
}
