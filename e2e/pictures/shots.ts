// What there is to be seen of the console, each with how to get there: the screens, what they show when asked, and the
// states of trouble. The states are forced on the screens themselves, so that no picture can differ from the product.
import type { Page } from "playwright-core";
import { fr } from "../../apps/admin/src/i18n/fr/index.ts";
import { askedFor, readCohort, settled } from "../asked-for.ts";
import { everything, force, makeOld, troubles, whatItAsks, type Trouble } from "../forced-state.ts";
import {
  belowProgram,
  elsewhere,
  langs,
  readOnly,
  schemes,
  screens,
  type Language,
  type Person,
  type Screen,
} from "../screens.ts";
import type { Picture } from "./gallery.ts";
import { nothingYet, type Studio } from "./studio.ts";

export interface Shot {
  readonly name: string;
  /** Whether it is of the demo as it was published, or once there is a draft. */
  readonly stage: "published" | "furnished";
  readonly take: (studio: Studio) => Promise<readonly Picture[]>;
}

const old = fr.common.old.split("{")[0] ?? "";
const waiting = new RegExp(`^(${fr.common.loading}|${fr.publication.checking})$`);
const anybody = "Camille";

/** What is on the page now, light and dark. */
async function bothSchemes(
  studio: Studio,
  page: Page,
  {
    name,
    lang,
    how = "whole",
  }: { readonly name: string; readonly lang: Language; readonly how?: "whole" | "in-sight" },
): Promise<readonly Picture[]> {
  const taken: Picture[] = [];
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
    taken.push({
      kind: "screen",
      name,
      lang,
      scheme,
      file: await studio.keep(page, `${name}-${lang}-${scheme}`, how),
    });
  }
  return taken;
}

/** A shot of one page in one language, from a fresh page of somebody. */
function ofPage(
  {
    name,
    who,
    lang,
    stage,
  }: {
    readonly name: string;
    readonly who: Person | null;
    readonly lang: Language;
    readonly stage: Shot["stage"];
  },
  go: (page: Page, studio: Studio) => Promise<readonly Picture[]>,
): Shot {
  return {
    name: `${name}-${lang}`,
    stage,
    async take(studio) {
      const page = await studio.pageOf(who, lang);
      try {
        return await go(page, studio);
      } finally {
        await page.close();
      }
    },
  };
}

const screenShots = (list: readonly Screen[], stage: Shot["stage"]): readonly Shot[] =>
  list.flatMap(({ name, path, who = anybody }) =>
    langs.map((lang) =>
      ofPage({ name, who, lang, stage }, async (page, studio) => {
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        await settled(page);
        return bothSchemes(studio, page, { name, lang });
      }),
    ),
  );

const strangers: readonly Shot[] = langs.map((lang) =>
  ofPage({ name: "sign-in", who: null, lang, stage: "published" }, async (page, studio) => {
    await page.goto("/");
    await settled(page);
    return bothSchemes(studio, page, { name: "sign-in", lang });
  }),
);

const opened: readonly Shot[] = askedFor.flatMap(({ name, path, who, open }) =>
  langs.map((lang) =>
    ofPage({ name, who, lang, stage: "furnished" }, async (page, studio) => {
      await page.goto(path);
      await settled(page);
      await open(page);
      // What was asked for lies over the page, or further down on it.
      return bothSchemes(studio, page, { name, lang, how: "in-sight" });
    }),
  ),
);

const cohort: readonly Shot[] = langs.map((lang) =>
  ofPage({ name: "cohort-read", who: anybody, lang, stage: "furnished" }, async (page, studio) => {
    const taken: Picture[] = [];
    const look = (name: string) => async (): Promise<void> => {
      taken.push(...(await bothSchemes(studio, page, { name, lang })));
    };
    await readCohort(page, { columns: look("cohort-columns"), rows: look("cohort-read") });
    return taken;
  }),
);

/** A screen in a state of trouble: once for all that it needs, French and light. */
function troubled({ name, path, who = anybody }: Screen, state: Trouble | "stale"): Shot {
  const shot = { name: `${name}-${state}`, who, lang: "fr", stage: "furnished" } as const;
  return ofPage(shot, async (page, studio) => {
    const kept = async (): Promise<readonly Picture[]> => [
      { kind: "state", name, state, file: await studio.keep(page, `${name}-${state}`, "whole") },
    ];
    const main = page.locator("main");
    if (state === "stale") {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await settled(page);
      await makeOld(page, everything);
      await main.getByText(old).or(main.getByRole("alert")).first().waitFor();
      // Whatever else is old says so as well.
      await page.waitForLoadState("networkidle");
      return kept();
    }
    // Some screens ask nothing of their own.
    for (const isForced of [whatItAsks, everything]) {
      const forced = await force(page, state, isForced);
      await page.goto(path);
      await main.waitFor();
      if (state === "loading")
        await main.getByRole("heading", { level: 1 }).or(main.getByText(waiting)).first().waitFor();
      else await page.waitForLoadState("networkidle");
      if (forced.count() === 0) continue;
      if (state !== "loading") await main.getByRole("alert").first().waitFor();
      return kept();
    }
    return [];
  });
}

const empty: readonly Shot[] = belowProgram(nothingYet).map(({ name, path }) =>
  ofPage({ name: `${name}-empty`, who: anybody, lang: "fr", stage: "furnished" }, async (page, studio) => {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await settled(page);
    return [{ kind: "state", name, state: "empty", file: await studio.keep(page, `${name}-empty`, "whole") }];
  }),
);

export const shots: readonly Shot[] = [
  ...strangers,
  ...screenShots(readOnly, "published"),
  ...screenShots([...screens, ...elsewhere], "furnished"),
  ...opened,
  ...cohort,
  ...empty,
  ...screens.flatMap((screen) => [...troubles, "stale" as const].map((state) => troubled(screen, state))),
];
