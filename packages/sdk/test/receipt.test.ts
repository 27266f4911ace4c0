// Receipts of a reference program, checked as an auditor would years later, and the record of what somebody decided.
import { referencePrograms } from "@jumelage/content";
import {
  base64,
  clinicalJudgement,
  evaluate,
  factsDigest,
  fromBase64,
  parseRuleSet,
  sealReceipt,
  sha256Hex,
  type Facts,
  type Receipt,
  type RuleSet,
} from "@jumelage/engine";
import { beforeAll, describe, expect, test } from "vitest";
import {
  checkReceipt,
  digest,
  overrideCounts,
  recordDecision,
  type CheckedReceipt,
  type HumanDecision,
  type KeptReceipt,
} from "../src/index.ts";
import { newKey, publish, type TestKey } from "./fixtures.ts";

const program = "autosoins-diriges";
const at = "2026-03-02";
const salt = "sel-de-quarante-trois-caracteres-choisi-ici";
const safe = { suicidalIdeation: "none", acutePsychosocialCrisis: false, imminentDanger: false };
const facts: Facts = {
  ...safe,
  primaryProblem: "depressive_disorder",
  severity: "moderate",
  priorityNeed: "reduce_symptoms",
  challengeCharacteristics: [],
  ageYears: 34,
  phq9Total: 18,
};

let key: TestKey;
let ruleSet: RuleSet;
let release: Uint8Array;
let otherRelease: Uint8Array;

beforeAll(async () => {
  key = await newKey();
  const parsed = parseRuleSet(referencePrograms.find((p) => p.program === program)?.ruleSet);
  if (!parsed.ok) throw new Error("the reference program does not parse");
  ruleSet = parsed.value;
  const made = (number: number) =>
    publish(key, { number, release: { program, ruleSet, vectors: [] }, pointer: { program } });
  release = (await made(1)).release;
  otherRelease = (await made(2)).release;
});

const receiptOf = async (of: Facts, over: Partial<Receipt> = {}): Promise<Receipt> => ({
  schemaVersion: 1,
  program,
  release: 1,
  sha256: await sha256Hex(release, digest),
  sequence: 3,
  at,
  factsDigest: await factsDigest(of, salt, digest),
  result: evaluate(ruleSet, of, at).result,
  issuedAt: "2026-03-02T15:00:00Z",
  ...over,
});
const sealed = async (receipt: Receipt, by = key): Promise<string> =>
  base64(await sealReceipt(receipt, by.signer));
const kept = async (of: Facts, over: Partial<Receipt> = {}): Promise<KeptReceipt> => ({
  envelope: await sealed(await receiptOf(of, over)),
  salt,
  facts: of,
});
const codeOf = async (receipt: KeptReceipt, of = release): Promise<string> => {
  const checked = await checkReceipt(receipt, { trust: [key.jwk], release: of });
  return checked.ok ? "ok" : checked.code;
};
const checkedOf = async (of: Facts): Promise<CheckedReceipt> => {
  const checked = await checkReceipt(await kept(of), { trust: [key.jwk], release });
  if (!checked.ok) throw new Error(checked.code);
  return checked.value;
};

describe("a receipt", () => {
  test("is what it says: the release, the facts and the answer", async () => {
    const checked = await checkedOf(facts);
    expect(checked.receipt.sequence).toBe(3);
    expect(checked.evaluation.result.decisions["orientation"]).toMatchObject({ state: "deeper" });
  });

  test("holds no fact: only a digest that nobody can guess without the salt", async () => {
    const { envelope } = await kept({ ...facts, ageYears: 97 });
    const text = new TextDecoder().decode(fromBase64(envelope));
    const payload = atob((JSON.parse(text) as { payload: string }).payload);
    expect(payload).not.toMatch(/depressive_disorder|moderate|reduce_symptoms|ageYears":/);
    expect(payload).not.toContain(salt);
    const guessed = await factsDigest({ ...facts, ageYears: 97 }, "", digest);
    expect(payload).not.toContain(guessed);
  });

  test("of other facts, another salt, another release or another answer is found out", async () => {
    const good = await kept(facts);
    expect(await codeOf(good)).toBe("ok");
    for (const [name, value] of Object.entries({ ageYears: 35, phq9Total: 17, severity: "mild" }))
      expect(await codeOf({ ...good, facts: { ...facts, [name]: value } }), name).toBe("facts-differ");
    expect(await codeOf({ ...good, facts: { ...facts, gad7Total: 3 } })).toBe("facts-differ");
    expect(await codeOf({ ...good, salt: `${salt}x` })).toBe("facts-differ");
    expect(await codeOf(good, otherRelease)).toBe("hash-mismatch");
    const { result } = evaluate(ruleSet, { ...facts, phq9Total: 3 }, at);
    expect(await codeOf(await kept(facts, { result }))).toBe("result-differs");
    expect(await codeOf(await kept(facts, { release: 2 }))).toBe("wrong-release");
    expect(await codeOf(await kept(facts, { at: "2026-05-02" }))).toBe("ok");
    const dated = { ...facts, phq9Total: { value: 18, observedOn: "2026-03-01" } };
    const stale = evaluate(ruleSet, dated, "2026-05-02").result;
    expect(await codeOf(await kept(dated, { result: stale }))).toBe("result-differs");
  });

  test("what only another release declares was left aside, and is again", async () => {
    const sent = { ...facts, factOfAnotherRelease: 3 };
    const { result } = evaluate(ruleSet, facts, at);
    expect(await codeOf(await kept(sent, { result, ignored: ["factOfAnotherRelease"] }))).toBe("ok");
    expect(await codeOf(await kept(sent, { result }))).toBe("result-differs");
  });

  test("of a suspended channel concludes nothing, and says so in the record", async () => {
    const suspended = "2026-03-01T00:00:00Z";
    const result = clinicalJudgement(ruleSet);
    const receipt = await kept(facts, { suspended, result });
    expect(await codeOf(receipt)).toBe("ok");
    expect(await codeOf(await kept(facts, { suspended }))).toBe("result-differs");
    expect(await codeOf(await kept(facts, { result }))).toBe("result-differs");
    const checked = await checkReceipt(receipt, { trust: [key.jwk], release });
    if (!checked.ok) throw new Error(checked.code);
    const record = recordDecision(checked.value, {
      decision: "orientation",
      decided: ["match"],
      by: { name: "Maude Côté", role: "psychologue" },
      decidedAt: "2026-03-02T15:30:00Z",
    });
    expect(record).toMatchObject({
      ok: true,
      value: {
        recommended: ["@undetermined"],
        used: { fr: [] },
        factors: { fr: [expect.stringContaining("suspendu")] },
      },
    });
  });

  test("by nobody’s key, with a bit flipped anywhere, or of another kind is refused", async () => {
    const stranger = await newKey();
    const good = await kept(facts);
    const forged = { ...good, envelope: await sealed(await receiptOf(facts), stranger) };
    expect(await codeOf(forged)).toBe("unknown-key");
    expect(await codeOf({ ...good, envelope: base64(release) })).toBe("payload-type");
    const bytes = fromBase64(good.envelope) ?? new Uint8Array();
    // Every 97th bit, so that each part of the envelope is met.
    for (let bit = 0; bit < bytes.length * 8; bit += 97) {
      const spoilt = bytes.map((b, i) => (i === bit >> 3 ? b ^ (1 << (bit & 7)) : b));
      expect(await codeOf({ ...good, envelope: base64(spoilt) }), `bit ${bit}`).not.toBe("ok");
    }
    expect(await codeOf({ ...good, envelope: good.envelope.slice(1) })).toBe("malformed");
  });
});

describe("the record of a decision", () => {
  const human: HumanDecision = {
    decision: "orientation",
    decided: ["deeper"],
    by: { id: "12345", name: "Maude Côté", role: "psychologue" },
    decidedAt: "2026-03-02T15:30:00Z",
  };

  test("says who, what, when, from what, and why in both languages", async () => {
    const checked = await checkedOf(facts);
    const record = recordDecision(checked, human);
    if (!record.ok) throw new Error(record.code);
    const { sha256 } = checked.receipt;
    expect(record.value).toMatchObject({
      ...human,
      program,
      release: 1,
      sha256,
      at,
      recommended: ["deeper"],
    });
    expect(record.value.receipt).toBe(checked.sha256);
    expect(record.value.factors.fr[0]).toMatch(/Score total au PHQ-9\s» est 18/);
    expect(record.value.factors.en[0]).toContain("“PHQ-9 total score” is 18");
    expect(record.value.used.fr).toContain("Score total au PHQ-9");
    // Assumed for want of an answer: not information about the person.
    expect(record.value.used.en).not.toContain("Deeper clinical assessment done");
  });

  test("what is used is what the decision was about, and nothing that only another looked at", async () => {
    const checked = await checkedOf({ ...facts, imminentDanger: true });
    const urgency = recordDecision(checked, { ...human, decision: "urgency", decided: ["emergency"] });
    if (!urgency.ok) throw new Error(urgency.code);
    expect(urgency.value.used.fr).not.toContain("Score total au PHQ-9");
    expect(recordDecision(checked, { ...human, decidedAt: "2026-03-02T15:30:00.123456789Z" }).ok).toBe(false);
    const plain = await checkedOf(facts);
    expect(recordDecision(plain, { ...human, decidedAt: "2026-03-02T15:30:00.123456789Z" }).ok).toBe(true);
  });

  test("another outcome is an override: where that is allowed, with a reason", async () => {
    const checked = await checkedOf(facts);
    const other = { ...human, decided: ["possible"] };
    expect(recordDecision(checked, other)).toEqual({ ok: false, code: "reason-required" });
    const override = { reason: "choix-de-la-personne", text: "Elle préfère attendre." };
    expect(recordDecision(checked, { ...other, override })).toMatchObject({ ok: true, value: { override } });
    expect(recordDecision(checked, { ...human, override })).toEqual({
      ok: false,
      code: "nothing-overridden",
    });
    for (const reason of ["", "une phrase entière", "é", "Majuscule", "trem80010112", "x".repeat(41)])
      expect(recordDecision(checked, { ...other, override: { reason } })).toEqual({
        ok: false,
        code: "invalid-reason",
      });
  });

  test("what must not be overridden is not", async () => {
    const danger = await checkedOf({ ...facts, imminentDanger: true });
    const override = { reason: "autre-lecture" };
    expect(recordDecision(danger, { ...human, decided: ["match"], override })).toEqual({
      ok: false,
      code: "override-not-allowed",
    });
    const urgency = { ...human, decision: "urgency" };
    expect(recordDecision(danger, { ...urgency, decided: [], override })).toEqual({
      ok: false,
      code: "override-not-allowed",
    });
    expect(recordDecision(danger, { ...urgency, decided: ["emergency"] }).ok).toBe(true);
  });

  test("where nothing was recommended, a decision overrides nothing", async () => {
    const unsafe = await checkedOf({ ...facts, suicidalIdeation: { unknown: "declined" } });
    expect(recordDecision(unsafe, human)).toMatchObject({
      ok: true,
      value: { recommended: ["@safety-unknown"] },
    });
  });

  test.each([
    ["unknown-decision", { decision: "autre" }],
    ["unknown-outcome", { decided: ["autre"] }],
    ["unknown-outcome", { decided: ["@undetermined"] }],
    ["unknown-outcome", { decision: "obligations", decided: ["monitor", "monitor"] }],
    ["one-outcome", { decided: [] }],
    ["one-outcome", { decided: ["deeper", "match"] }],
    ["who-required", { by: { name: " ", role: "x" } }],
    ["who-required", { by: { name: "x", role: "" } }],
    ["invalid-instant", { decidedAt: "2026-03-02" }],
    ["invalid-instant", { decidedAt: "2026-03-02T1:00:00Z" }],
    ["invalid-instant", { decidedAt: "2026-03-02T15:30:00.Z" }],
    ["invalid-instant", { decidedAt: "2026-03-02T15:30:00-05:00" }],
    ["invalid-instant", { decidedAt: "x2026-03-02T15:30:00Z" }],
    ["invalid-instant", { decidedAt: "2026-03-02T15:30:00Zx" }],
    ["invalid-instant", { decidedAt: "2026-13-02T00:00:00Z" }],
  ] as const)("%s", async (code, over) => {
    expect(recordDecision(await checkedOf(facts), { ...human, ...over })).toEqual({ ok: false, code });
  });

  test("overrides are counted by reason, and nothing else of them is", () => {
    const records = ["b", "a", undefined, "b"].map((reason) =>
      reason === undefined ? {} : { override: { reason, text: "secret" } },
    );
    expect(overrideCounts(records)).toEqual([
      { reason: "b", count: 2 },
      { reason: "a", count: 1 },
    ]);
    expect(overrideCounts([])).toEqual([]);
  });
});
