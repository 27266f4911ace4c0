// The printed rule book, as a PDF from the browser's own print: what a committee reads and signs is there, whole, with tags for
// whoever hears it, on both sizes of paper; a draft cannot be taken for a version.
import type { Published, Release } from "../packages/api/src/schemas.ts";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { Console, author } from "../apps/server/test/clients.ts";
import { approvedDraft, castOf, makeSmallProgram, type Cast } from "../apps/server/test/small-program.ts";
import { signIn, violations } from "./browser.ts";
import { openDemo } from "./demo.ts";
import { lettersIn, lettersOf, readPdf, type Pdf } from "./pdf.ts";

const selfCare = "/p/autosoins-diriges";
const small = "petit-livret";
const watermark = "BROUILLON — ne pas utiliser";
const long = { timeout: 120_000 };

const demo = openDemo();
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  ({ page, faults } = await signIn(demo, /Camille/));
});

/** The booklet at an address, printed without grounds, as most printers do. */
async function printed(path: string): Promise<Pdf> {
  await page.goto(path);
  await page.getByRole("article", { name: /^Livret/ }).waitFor();
  await page.locator("[data-words]", { hasText: "·" }).waitFor();
  return readPdf(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true }));
}

/** Every text of these parts of the booklet, as letters. */
async function lettersAt(selector: string): Promise<readonly string[]> {
  const texts = await page
    .getByRole("article", { name: /^Livret/ })
    .locator(selector)
    .allInnerTexts();
  return texts.map(lettersOf).filter((text) => text !== "");
}

/** Headings go down one level at a time, and begin at the top. */
function headingFaults(pdf: Pdf): readonly string[] {
  const levels = pdf.pages.flatMap((p) =>
    p.roles.filter((r) => /^H\d$/.test(r)).map((r) => Number(r.slice(1))),
  );
  return levels.flatMap((level, i) =>
    level > (levels[i - 1] ?? 0) + 1 ? [`H${levels[i - 1] ?? 0} → H${level}`] : [],
  );
}

/** Where margins are 18 mm, in points, with the width of a letter as leeway. */
const margin = (18 / 25.4) * 72 - 4;

/** Words that lie outside the margins: what a table too wide would do. */
function clipped(pdf: Pdf): readonly string[] {
  return pdf.pages.flatMap((p) =>
    p.texts.filter((t) => !t.rotated && (t.left < margin || t.right < margin)).map((t) => t.text),
  );
}

describe("the version in service of a whole program", () => {
  test.each([
    ["letter", "", [612, 792]],
    ["A4", "?papier=a4", [595, 842]],
    ["both languages", "?langues=deux", [612, 792]],
  ] as const)(
    "%s: tagged, in order, nothing cut off, nothing left out",
    async (_name, query, size) => {
      const pdf = await printed(`${selfCare}/livret${query}`);
      expect(pdf.tagged).toBe(true);
      expect(pdf.language).toBe("fr");
      expect(pdf.title).toContain("Livret – Version 1 – Jumelage aux autosoins dirigés");
      for (const { width, height } of pdf.pages)
        expect([Math.round(width), Math.round(height)]).toEqual(size);
      expect(headingFaults(pdf)).toEqual([]);
      expect(pdf.pages[0]?.roles).toContain("H1");
      for (const part of [
        "En une page",
        "Vocabulaire",
        "Critères",
        "Tables de décision",
        "Cartes de décision",
        "Garanties",
        "Limites",
      ])
        expect(pdf.outline).toContain(part);
      expect(clipped(pdf)).toEqual([]);
      const all = lettersIn(pdf);
      for (const [what, atLeast] of [
        ["[data-criterion] h5", 30],
        ["[data-criterion] h5 + div", 30],
        ["[data-criterion] blockquote", 30],
        ["[data-line] th", 30],
        ["[data-line] td", 60],
        // A legend, and bands of two measures.
        ["[data-map] li", 2],
        ["[data-map] th", 5],
        ["[data-map] td", 4],
        ["[data-profile] th", 100],
        ["[data-profile] td", 100],
        ["[data-guarantee]", 40],
        ["caption, thead th", 10],
      ] as const) {
        const texts = await lettersAt(what);
        expect(texts.length, what).toBeGreaterThanOrEqual(atLeast);
        expect(
          texts.filter((text) => !all.includes(text)),
          what,
        ).toEqual([]);
      }
      const last = String(pdf.pages.length);
      for (const [i, { texts }] of pdf.pages.entries()) {
        const said = lettersOf(texts.map((t) => t.text).join(""));
        expect(said, `page ${i + 1}`).toContain(`Page${i + 1}de${last}`);
        if (i > 0)
          expect(said, `page ${i + 1}`).toContain(lettersOf("Jumelage aux autosoins dirigés – Version 1"));
      }
      expect(all).not.toContain(lettersOf(watermark));
      expect(all).toContain(
        lettersOf("la décision revient à l’intervenante ou l’intervenant, avec la personne"),
      );
      expect(faults).toEqual([]);
    },
    long.timeout,
  );
});

describe("a version that was approved", () => {
  let cast: Cast;
  let number: number;

  beforeAll(async () => {
    await makeSmallProgram(demo.url, small);
    cast = await castOf(demo.url, small);
    for (const round of [1, 2]) {
      const { id, hash } = await approvedDraft(cast, round);
      const done = await cast.reviewer.mutate<Published>("publish.publish", {
        id,
        hash,
        idempotencyKey: crypto.randomUUID(),
        channel: "production",
        message: `Message ${round}`,
      });
      if (done.status !== 200) throw new Error(done.text);
      ({ number } = done.data);
    }
  }, 120_000);

  test("says who approved it, when and as what, its fingerprint, what was proved, and what changed", async () => {
    const release = (await cast.author.query<Release>("releases.get", { program: small, number })).data;
    const all = lettersIn(await printed(`/p/${small}/versions/${number}/livret`));
    expect(all).toContain(lettersOf("Alex Roy Approbation clinique"));
    expect(all).toContain(release.sha256);
    expect(all).toContain(lettersOf("Message 2"));
    expect(all).toContain(lettersOf("1 changement depuis la version 1."));
    expect(all).toContain(lettersOf("But, version 1"));
    expect(all).toContain(lettersOf("But, version 2"));
    const words = (await page.locator("[data-words]").innerText()).split(" · ");
    expect(words).toHaveLength(6);
    expect(all).toContain(lettersOf(words.join("")));
  });

  test("the code on its cover leads to the version, which knows its own fingerprint and another’s", async () => {
    const release = (await cast.author.query<Release>("releases.get", { program: small, number })).data;
    const version = `/p/${small}/versions/${number}?empreinte=sha256-`;
    await page.goto(`${version}${release.sha256}`);
    await page.getByText(/est celui de cette version/).waitFor();
    await page.goto(`${version}${"0".repeat(64)}`);
    await page.getByText(/n’est pas celui de cette version/).waitFor();
    expect(faults).toEqual([]);
  });
});

describe("a draft", () => {
  test(
    "is watermarked on every page, and its approvals wait for hands",
    async () => {
      const camille = await Console.of(demo.url, author);
      await camille.mutate("drafts.start", { program: "autosoins-diriges" });
      const pdf = await printed(`${selfCare}/livret`);
      expect(pdf.title).toContain("Ébauche");
      for (const [i, { texts }] of pdf.pages.entries()) {
        expect(
          lettersOf(
            texts
              .filter((t) => t.rotated)
              .map((t) => t.text)
              .join(""),
          ),
          `page ${i + 1}`,
        ).toBe(lettersOf(watermark));
        expect(
          lettersOf(
            texts
              .filter((t) => !t.rotated)
              .map((t) => t.text)
              .join(""),
          ),
          `page ${i + 1}`,
        ).toContain(lettersOf(watermark));
      }
      expect(
        await page
          .getByRole("table", { name: "Approbations de ce contenu" })
          .getByText("Ligne à remplir à la main")
          .count(),
      ).toBe(3);
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
    long.timeout,
  );
});
