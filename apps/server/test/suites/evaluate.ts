import { referencePrograms } from "@jumelage/content";
import {
  certainties,
  diagramsOf,
  evaluate,
  evaluatePerson,
  parseProfiles,
  parseRuleSet,
  readPerson,
  type Result,
} from "@jumelage/engine";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { App, selfCare } from "../clients.ts";

interface Evaluated {
  readonly release: number;
  readonly sha256: string;
  readonly sequence?: number;
  readonly at: string;
  readonly result: Result & { readonly trace?: readonly unknown[] };
  readonly ignored?: readonly string[];
  readonly explanation?: {
    readonly decisions: readonly { readonly title: string; readonly sentences: readonly string[] }[];
  };
}

const reference = referencePrograms.find((p) => p.program === selfCare);
const ruleSetJson = parseRuleSet(reference?.ruleSet);
const profilesJson = parseProfiles(reference?.profiles);
if (!ruleSetJson.ok || !profilesJson.ok) throw new Error("the reference program does not parse");
const ruleSet = ruleSetJson.value;
const profiles = profilesJson.value;
const diagrams = diagramsOf(ruleSet);

export function evaluateTests(server: Running): void {
  describe("evaluation", () => {
    let app: App;
    const onChannel = `/v1/programs/${selfCare}/channels/production/evaluate`;
    const onRelease = `/v1/programs/${selfCare}/releases/1/evaluate`;
    beforeAll(() => {
      app = new App(server().url);
    });

    it("answers every profile as the direct reading does", async () => {
      for (const profile of profiles) {
        const at = profile.evaluatedOn ?? "2026-03-01";
        const answer = await app.post<Evaluated>(onRelease, { facts: profile.facts, at, lenient: true });
        expect(answer.status, profile.id).toBe(200);
        expect(answer.data.result, profile.id).toEqual(evaluate(ruleSet, profile.facts, at).result);
        expect(answer.data).toMatchObject({ release: 1, at });
        const person = readPerson(ruleSet, profile.facts, at);
        const { result } = evaluatePerson(ruleSet, person);
        expect(answer.data, profile.id).toMatchObject({ certain: certainties(diagrams, person, result) });
        expect(answer.data).not.toHaveProperty("sequence");
      }
    });

    it("names the release and the sequence of a channel, and is kept by nobody", async () => {
      const answer = await app.post<Evaluated>(onChannel, { facts: {} });
      expect(answer.data.sequence).toBeGreaterThanOrEqual(1);
      expect(answer.data.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    });

    it("is strict: every problem of the facts is listed, unless the caller is lenient", async () => {
      const facts = {
        suicidalIdeation: "perhaps",
        phq9Total: "15",
        ageYears: 34,
        inconnu: 1,
        phq9Item9: { value: 1 },
      };
      const strict = await app.post<{ code: string; problems: unknown[] }>(onRelease, {
        facts,
        at: "2026-03-01",
      });
      expect(strict.status).toBe(422);
      expect(strict.data.code).toBe("invalid-facts");
      const problems = [
        { fact: "suicidalIdeation", code: "invalid" },
        { fact: "phq9Total", code: "invalid" },
        { fact: "phq9Item9", code: "invalid" },
        { fact: "inconnu", code: "undeclared-fact" },
      ];
      expect(strict.data.problems).toEqual(problems);
      const lenient = await app.post<Evaluated>(onRelease, { facts, at: "2026-03-01", lenient: true });
      expect([lenient.status, lenient.data.result.problems]).toEqual([200, problems]);
    });

    it("takes an instant as the date it is in the rule set's time zone", async () => {
      const at = async (text: string) =>
        (await app.post<Evaluated>(onRelease, { facts: {}, at: text })).data.at;
      expect(await at("2026-03-01T03:30:00Z")).toBe("2026-02-28");
      expect(await at("2026-03-01T05:30:00Z")).toBe("2026-03-01");
      expect(await at("2026-07-01T03:59:59Z")).toBe("2026-06-30");
      expect(await at("2026-07-01T00:00:00-04:00")).toBe("2026-07-01");
      expect(await at("2024-02-29")).toBe("2024-02-29");
    });

    it("judges freshness on that date", async () => {
      const facts = { phq9Total: { value: 20, observedOn: "2026-03-01" } };
      const doubtful = async (at: string) =>
        (await app.post<Evaluated>(onRelease, { facts, at })).data.result.doubtful;
      expect(await doubtful("2026-03-15")).toEqual([]);
      expect(await doubtful("2026-03-16")).toEqual([{ fact: "phq9Total", reason: "stale" }]);
      const future = await app.post(onRelease, { facts, at: "2026-02-28" });
      expect(future.status).toBe(422);
    });

    it("gives the reasons when asked: a trace, an explanation in either language", async () => {
      const [profile] = profiles;
      if (!profile) throw new Error("profiles");
      const plain = (await app.post<Evaluated>(onRelease, { facts: profile.facts, at: "2026-03-01" })).data;
      expect(plain.result.trace).toBeUndefined();
      expect(plain.explanation).toBeUndefined();
      const traced = (
        await app.post<Evaluated>(onRelease, { facts: profile.facts, at: "2026-03-01", trace: true })
      ).data;
      expect(traced.result.trace).toHaveLength(ruleSet.criteria.filter((c) => c.enabled).length);
      const { trace: _, ...rest } = traced.result;
      expect(rest).toEqual(plain.result);
      for (const lang of ["fr", "en"] as const) {
        const explained = (
          await app.post<Evaluated>(onRelease, { facts: profile.facts, at: "2026-03-01", lang })
        ).data;
        expect(explained.result).toEqual(plain.result);
        const titles = explained.explanation?.decisions.map((d) => d.title);
        expect(titles).toEqual(ruleSet.decisions.map((d) => d.title[lang]));
        expect(explained.explanation?.decisions[0]?.sentences.length).toBeGreaterThan(0);
      }
    });

    it.each([
      [
        "an unknown key and a wrong type",
        { facts: {}, att: 1, lenient: "yes" },
        ["unknown-key", "wrong-type"],
      ],
      ["no facts", {}, ["missing-key"]],
      ["facts that are a list", { facts: [] }, ["wrong-type"]],
      ["a date that does not exist", { facts: {}, at: "2026-02-30" }, undefined],
      ["an instant without a zone", { facts: {}, at: "2026-02-28T10:00:00" }, undefined],
      ["another language", { facts: {}, lang: "de" }, ["not-one-of"]],
      ["a list", [], ["wrong-type"]],
      ["nothing", null, ["wrong-type"]],
    ])("refuses %s with every problem", async (_name, body, codes) => {
      const answer = await app.post<{ code: string; problems: { code: string }[] }>(onRelease, body);
      expect([answer.status, answer.data.code]).toEqual([400, "invalid-input"]);
      if (codes) expect(answer.data.problems.map((p) => p.code).toSorted()).toEqual(codes.toSorted());
    });

    it("refuses what is no JSON, what is too large, and what is of another type", async () => {
      for (const body of ["{", "", '{"facts":{}} x', '{"__proto__":{},"facts":{}}']) {
        const answer = await app.post(onRelease, body);
        expect([answer.status, answer.data.code], body).toEqual([400, "malformed-json"]);
      }
      const large = await app.post(onRelease, `{"facts":{"x":"${"a".repeat(1024 * 1024)}"}}`);
      expect([large.status, large.data.code]).toEqual([413, "too-large"]);
      const form = await app.send<{ code: string }>(onRelease, {
        method: "POST",
        body: "facts=1",
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      expect([form.status, form.data.code]).toEqual([415, "unsupported-media-type"]);
    });

    it("is not troubled by hostile facts", async () => {
      const deep = `{"facts":{"phq9Total":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
      expect((await app.post(onRelease, deep)).status).toBe(422);
      const facts = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, i]));
      expect((await app.post(onRelease, { facts })).status).toBe(422);
      for (const facts of [{ toString: true }, { constructor: 1 }, { hasOwnProperty: "x" }]) {
        const answer = await app.post<{ problems: { code: string }[] }>(onRelease, { facts });
        expect([answer.status, answer.data.problems.map((p) => p.code)]).toEqual([422, ["undeclared-fact"]]);
      }
    });
  });
}
