// What a page shows as it stands, measured in the browser: its words and their language, and whether all of it can be seen.
import type { Page } from "playwright-core";

/** A piece of text on the page, with the language the page says it is in. */
export interface ShownText {
  readonly text: string;
  readonly lang: string;
}

/** Every text a reader meets: what is written, and the names that stand in attributes. Code and what people typed is left out. */
export async function wordsOf(page: Page): Promise<readonly ShownText[]> {
  return page.evaluate(() => {
    const found: { text: string; lang: string }[] = [];
    const langOf = (element: Element | null): string =>
      (element?.closest("[lang]")?.getAttribute("lang") ?? "").slice(0, 2);
    const isCode = (element: Element | null): boolean =>
      Boolean(element?.closest("code, pre, script, style, kbd, noscript, textarea, [translate=no]"));
    // A sentence may be in several pieces; what stands in one block is read as one.
    const inline = (element: Element): boolean =>
      /^(inline|contents)/.test(getComputedStyle(element).display);
    const blockOf = (element: Element): Element => {
      let at = element;
      while (inline(at) && at.parentElement && at !== document.body) at = at.parentElement;
      return at;
    };
    const blocks = new Map<Element, { text: string; lang: string }[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [text, parent] = [node.textContent ?? "", node.parentElement];
      if (!parent || text.trim() === "" || isCode(parent)) continue;
      const block = blockOf(parent);
      const pieces = blocks.get(block) ?? [];
      blocks.set(block, pieces);
      const [last, lang] = [pieces.at(-1), langOf(parent)];
      if (last?.lang === lang) last.text += text;
      else pieces.push({ text, lang });
    }
    found.push(...[...blocks.values()].flat());
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name) ?? "";
        if (text.trim() !== "" && !isCode(element)) found.push({ text, lang: langOf(element) });
      }
    return found;
  });
}

/** What sticks out of the page sideways, so that a reader would have to scroll in two directions; none in a sound page. */
export async function sidewaysOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if ((document.scrollingElement?.scrollWidth ?? 0) <= width) return [];
    const scrolls = (element: Element): boolean => {
      for (let at: Element | null = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const out = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element),
    );
    return out
      .slice(0, 5)
      .map((element) => `sticks out: ${element.outerHTML.slice(0, 160)}`)
      .concat(out.length === 0 ? ["the page is wider than the window"] : []);
  });
}

/** Texts of which a part cannot be seen, because their box is too small and hides it; those told whole by a `title` are not. */
export async function clippedOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const own = [...element.childNodes].some(
          (n) => n.nodeType === 3 && (n.textContent ?? "").trim() !== "",
        );
        if (!own || element.clientWidth <= 2) return false;
        const style = getComputedStyle(element);
        const hides = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
        return (
          !element.closest("[title], textarea") &&
          ((hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2))
        );
      })
      .map((element) => `cut: ${element.outerHTML.slice(0, 160)}`),
  );
}

/** The distances between lines, letters and words that a reader may ask for (WCAG 2.2, 1.4.12). */
const wideText = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** Does something with the text set wide, and sets it back. */
export async function withWideText<T>(page: Page, work: () => Promise<T>): Promise<T> {
  // A sheet made by the page's own engine: a style element would meet the content security policy.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, wideText);
  try {
    return await work();
  } finally {
    await page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    });
  }
}
