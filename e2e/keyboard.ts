// A person who has no pointer: keys only, and on every stop of Tab what somebody who sees needs to know where they are.
import type { Locator, Page } from "playwright-core";

/** What the page heard of a pointer, counted before anything else on it hears it. */
function countPointer(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heardOfPointer: heard });
  for (const name of ["pointerdown", "mousedown", "mousemove", "pointermove", "wheel", "touchstart", "click"])
    addEventListener(
      name,
      (event) => {
        // A button that is pressed by a key is clicked without a pointer, zero times.
        if (name !== "click" || (event as MouseEvent).detail > 0) heard.push(name);
      },
      { capture: true, passive: true },
    );
}

/** Where the focus is: its name, and what is wrong with how it is shown. */
interface Stop {
  readonly name: string;
  readonly faults: readonly string[];
  /** Nothing of the page has the focus: the browser's own controls have it. */
  readonly outside: boolean;
}

/** Looks at what has the focus, in the page. */
function lookAtFocus(): Stop {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { name: "", faults: [], outside: true };
  const name = `<${element.tagName.toLowerCase()}> ${(
    element.getAttribute("aria-label") ??
    (element as HTMLInputElement).labels?.[0]?.innerText ??
    element.innerText
  )
    .replaceAll(/\s+/gu, " ")
    .slice(0, 80)}`;
  const faults: string[] = [];
  // What a library draws beside its hidden input (a switch's track) or around it shows the focus in its place.
  const around = element.closest(".mantine-MultiSelect-input");
  const marks = [element, element.nextElementSibling, around].filter((e) => e !== null);
  const ringed = marks.some((mark) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(mark);
    const outlined =
      outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(", 0)");
    return outlined || (mark !== element && boxShadow !== "none");
  });
  // The calendar in a field for a date has the focus of its own, and the browser's own ring.
  const isCalendar = element.matches("input[type=date]:not(:focus-visible)");
  if (!ringed && !isCalendar) faults.push("no ring");
  // The part of it that is on screen and not under something else (a bar that stays while the page scrolls).
  const shown = marks
    .map((mark) => mark.getBoundingClientRect())
    .find((box) => box.width >= 8 && box.height >= 8);
  if (!shown) return { name, faults: [...faults, "too small to be seen"], outside: false };
  const left = Math.max(shown.left, 0);
  const right = Math.min(shown.right, innerWidth);
  const [top, bottom] = [Math.max(shown.top, 0), Math.min(shown.bottom, innerHeight)];
  const tall = shown.height > innerHeight / 2;
  // Of a field with several lines the browser brings up the line with the caret.
  if (right - left < 8 || bottom - top < (tall ? 8 : Math.min(shown.height - 2, 24)))
    faults.push("not on screen");
  const covers = [top + 2, (top + bottom) / 2, bottom - 2].map((y) => {
    const hit = document.elementFromPoint((left + right) / 2, y);
    const own = hit === null || marks.some((mark) => mark.contains(hit) || hit.contains(mark));
    return own || (element as HTMLInputElement).labels?.[0]?.contains(hit) ? undefined : hit;
  });
  // What is taller than half the window may begin above it.
  const cover = covers.find((hit) => hit !== undefined);
  if (cover && !(tall && covers.includes(undefined))) faults.push(`under ${cover.outerHTML.slice(0, 80)}`);
  return { name, faults, outside: false };
}

/** Somebody at a keyboard. */
export class Keys {
  readonly page: Page;
  /** What was wrong on the way, one line each. */
  readonly faults = new Set<string>();
  /** How many stops of Tab were looked at. */
  stops = 0;

  private constructor(page: Page) {
    this.page = page;
  }

  /** To be called before the page is opened: what it hears from then on is counted. */
  static async of(page: Page): Promise<Keys> {
    await page.addInitScript(countPointer);
    return new Keys(page);
  }

  /** Events of a pointer since the document was loaded; none where only keys were used. */
  async pointerEvents(): Promise<readonly string[]> {
    return this.page.evaluate(() => (globalThis as unknown as { heardOfPointer: string[] }).heardOfPointer);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** One stop further, or back, and how it looks there. */
  async tab(key: "Tab" | "Shift+Tab" = "Tab"): Promise<Stop> {
    await this.press(key);
    const stop = await this.page.evaluate(lookAtFocus);
    if (!stop.outside) this.stops += 1;
    const where = decodeURI(new URL(this.page.url()).pathname);
    for (const fault of stop.faults) this.faults.add(`${where}: ${key}: ${stop.name}: ${fault}`);
    return stop;
  }

  /** Whether this has the focus. */
  async isOn(target: Locator): Promise<boolean> {
    return (await target.and(this.page.locator(":focus")).count()) > 0;
  }

  /** Goes on with Tab until this has the focus, past the end of the page if it lies before. */
  async to(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await target.first().waitFor();
    for (let left = 600; left > 0; left -= 1) {
      if (await this.isOn(target)) return;
      await this.tab(key);
    }
    throw new Error(`Tab never comes to ${String(target)}`);
  }

  /** Comes to it, and presses it. */
  async enter(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.to(target);
    await this.press(key);
  }

  /** Comes to it, and writes this in place of what it holds. */
  async write(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.press("Control+a");
    await this.type(text);
  }

  /** From the top of the page to its end, every stop; how many there were. */
  async around(key: "Tab" | "Shift+Tab" = "Tab"): Promise<number> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const first = await this.tab(key);
    let [count, same, before] = [0, 0, first.name];
    for (let stop = first; !stop.outside; count += 1) {
      if (count > 1500) throw new Error(`Tab does not leave the page: ${stop.name}`);
      stop = await this.tab(key);
      same = stop.name === before ? same + 1 : 0;
      if (same > 40) throw new Error(`Tab does not leave ${stop.name}`);
      before = stop.name;
    }
    return count;
  }
}
