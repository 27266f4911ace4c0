// The memo of a review over random edits: it lists what was changed and nothing else, and says who gets another answer, and
// how many from which to which, as the engine does.
import { expect, test } from "vitest";
import { author, Console, newDraft } from "../apps/server/test/clients.ts";
import { evaluate, type DecisionResult, type Profile, type RuleSet } from "../packages/engine/src/index.ts";
import { textIn } from "../packages/engine/src/words/index.ts";
import { chanceFrom, freshSeed } from "../packages/engine/test/arbitraries.ts";
import { anyDay, programs } from "../packages/engine/test/reference-programs.ts";
import { howMany } from "../packages/engine/test/small/how-many.ts";
import { signIn } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { plain } from "./explanation.ts";

const demo = openDemo();
const seed = Number(process.env["SEED"] ?? freshSeed());
const chance = chanceFrom(seed);
const edits = howMany({ quick: 4, long: 100 });

/** One to three criteria switched over or thresholds moved, and what they are called in a list of changes. */
function edited(ruleSet: RuleSet): { readonly after: RuleSet; readonly anchors: readonly string[] } {
  const criteria = chance.some(ruleSet.criteria, 1 + chance.below(2));
  const parameters = chance.some(ruleSet.parameters, chance.below(2));
  return {
    after: {
      ...ruleSet,
      criteria: ruleSet.criteria.map((c) => (criteria.includes(c) ? { ...c, enabled: !c.enabled } : c)),
      parameters: ruleSet.parameters.map((p) => (parameters.includes(p) ? { ...p, value: p.value + 1 } : p)),
    },
    anchors: [
      ...criteria.map(({ id }) => `criterion//${id}`),
      ...parameters.map(({ id }) => `parameter//${id}`),
    ],
  };
}

/** The same, of which somebody is moved, whatever the seed. */
function editedToMove({ ruleSet, profiles }: (typeof programs)[number]): ReturnType<typeof edited> {
  for (;;) {
    const edit = edited(ruleSet);
    if (movedBy(ruleSet, edit.after, profiles).length > 0) return edit;
  }
}

function answerOf(result: DecisionResult | undefined): string {
  if (result?.kind !== "many") return result?.state ?? "";
  return [result.suggested, result.undetermined, result.withheld].map((l) => [...l].sort().join()).join("|");
}

/** Whom the change moves, in which decisions. */
function movedBy(before: RuleSet, after: RuleSet, profiles: readonly Profile[]): readonly string[] {
  return profiles.flatMap(({ id, facts, evaluatedOn = anyDay }) => {
    const [old, now] = [before, after].map((r) => evaluate(r, facts, evaluatedOn).result.decisions);
    return before.decisions
      .filter((d) => answerOf(old?.[d.id]) !== answerOf(now?.[d.id]))
      .map((d) => `${id}: ${plain(textIn(d.title, "fr"))}`);
  });
}

test.each(programs)(
  `$program: the memo says what changed and whom it moves (SEED=${seed})`,
  async (program) => {
    const camille = await Console.of(demo.url, author);
    const { page, faults } = await signIn(demo, /Camille/);
    const [main] = program.ruleSet.decisions.filter((d) => d.kind === "one");
    for (const n of Array(edits).keys()) {
      const { after, anchors } = n === 0 ? editedToMove(program) : edited(program.ruleSet);
      const draft = await newDraft(camille, program.program);
      const save = { id: draft.id, expectedRevision: draft.revision, ruleSet: after };
      expect((await camille.mutate("drafts.save", save)).status).toBe(200);
      await page.goto(`/p/${program.program}/revision`);
      await page.locator("[data-change]").first().waitFor();
      const about = `SEED=${seed} ${anchors.join(" ")}`;
      const listed = await page
        .locator("[data-change]")
        .evaluateAll((all) => all.map((e) => e.getAttribute("data-change") ?? ""));
      expect([...listed].sort(), about).toEqual([...anchors].sort());

      const expected = movedBy(program.ruleSet, after, program.profiles);
      // The first cell of a person spans the rows of their decisions.
      const told = await page
        .getByRole("table")
        .filter({ hasText: "Profil" })
        .locator("tbody")
        .evaluateAll((bodies) => {
          let id = "";
          return bodies.flatMap((body) =>
            [...body.querySelectorAll("tr")].flatMap((row) => {
              const link = row.querySelector("th a");
              if (link) id = link.textContent.split(" – ")[0] ?? "";
              const decision = row.querySelector("td")?.textContent ?? "";
              return id === "" ? [] : [`${id}: ${decision.replaceAll(/\s+/gu, " ").trim()}`];
            }),
          );
        });
      expect([...told].sort(), about).toEqual([...expected].sort());
      const cells = await page.locator("table:has(caption) tbody td").allInnerTexts();
      const counted = cells.map(Number).filter((count) => !Number.isNaN(count));
      const ofMain = expected.filter(
        (line) => main && line.endsWith(`: ${plain(textIn(main.title, "fr"))}`),
      ).length;
      expect(
        counted.reduce((sum, count) => sum + count, 0),
        about,
      ).toBe(ofMain);
    }
    expect(faults).toEqual([]);
  },
  3_600_000,
);
