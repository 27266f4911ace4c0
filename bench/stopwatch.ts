// The stopwatch inside the page: from the key to the frame that shows what it did. Both ends are read from the page's own
// clock, so that talking to the browser costs nothing.
import type { Page } from "playwright-core";
import type { Stroke } from "./typing-plans.ts";

interface Stopwatch {
  /** Waits for the next key, and for the strip to say these words. */
  arm(words: string): void;
  /** The milliseconds the armed key took. */
  readonly taken: () => Promise<number>;
}

/** Sets it up on a page that shows a draft. */
export async function setUpStopwatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const strip = document.querySelector('section[aria-label="État de l’ébauche"]');
    if (!strip) throw new Error("the page shows no state of a draft");
    let lastKey = 0;
    let start: number | undefined;
    let words = "";
    let answer: Promise<number> = Promise.resolve(Number.NaN);
    let settle: (milliseconds: number) => void = () => undefined;
    for (const type of ["keydown", "keyup"])
      document.addEventListener(type, (event) => (lastKey = event.timeStamp), { capture: true });
    // A key counts once it has changed a field: a letter does when it goes down, the space bar when it comes up.
    document.addEventListener("input", () => (start ??= lastKey), { capture: true });
    const look = (): void => {
      const items = [...strip.querySelectorAll("li")].map((item) => item.textContent);
      if (words === "" || start === undefined || !items.includes(words)) return;
      const from = start;
      words = "";
      requestAnimationFrame(() => {
        // A message sent before a frame arrives after it was drawn.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => settle(performance.now() - from), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    };
    new MutationObserver(look).observe(strip, { subtree: true, childList: true, characterData: true });
    const stopwatch: Stopwatch = {
      arm(next) {
        words = next;
        start = undefined;
        answer = new Promise((resolve) => (settle = resolve));
      },
      taken: () => answer,
    };
    Object.assign(globalThis, { stopwatch });
  });
}

/** Presses a key and returns how long the page took to show what it did. @throws Error when it does not show it */
export async function timeStroke(page: Page, { key, shown }: Stroke): Promise<number> {
  await page.evaluate((w) => (globalThis as unknown as { stopwatch: Stopwatch }).stopwatch.arm(w), shown);
  await page.keyboard.press(key);
  return page.evaluate(
    (w) =>
      Promise.race([
        (globalThis as unknown as { stopwatch: Stopwatch }).stopwatch.taken(),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error(`the state of the draft never said “${w}”`)), 10_000);
        }),
      ]),
    shown,
  );
}
