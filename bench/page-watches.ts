// What is read inside a page, by the page's own clock: how long its thread was taken, what moved by itself, how long a
// screen took to stand, and how many frames were drawn while it was scrolled.
import type { Locator, Page } from "playwright-core";

/** Starts to watch; answers the longest time for which the page's thread did one thing, of 50 ms or more, or 0 (ms). */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: "longtask" });
    Object.assign(globalThis, { longestTask: () => longest });
  });
  return () => page.evaluate(() => (globalThis as unknown as { longestTask: () => number }).longestTask());
}

/** How much of the layout moved by itself since the page was opened, as Chromium scores it. */
export async function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        interface Shift extends PerformanceEntry {
          readonly value: number;
        }
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries() as Shift[]) sum += value;
        }).observe({ type: "layout-shift", buffered: true });
        // What was kept from before is told at once, in a task of its own.
        setTimeout(() => resolve(sum), 100);
      }),
  );
}

/**
 * Answers how long the page takes from the click on a link to the frame in which the screen stands: its address is that
 * of the link, it has a title, and nothing on it says that it is loading (ms).
 */
export async function watchScreens(page: Page): Promise<(link: Locator) => Promise<number>> {
  await page.evaluate(() => {
    const stands = (address: string): boolean =>
      location.pathname === address &&
      document.querySelector("main h1") !== null &&
      [...document.querySelectorAll("main output")].every((output) => output.textContent !== "Chargement…");
    const time = (address: string): Promise<number> =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`${address} never stood`)), 20_000);
        let start = Number.NaN;
        document.addEventListener("click", (event) => (start = event.timeStamp), {
          capture: true,
          once: true,
        });
        const look = (): void => {
          if (Number.isNaN(start) || !stands(address)) return void requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - start), { once: true });
          port1.start();
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    let answer: Promise<number> = Promise.resolve(Number.NaN);
    Object.assign(globalThis, {
      armScreen: (address: string) => void (answer = time(address)),
      screenTaken: () => answer,
    });
  });
  return async (link) => {
    const address = (await link.getAttribute("href")) ?? "";
    await page.evaluate(
      (to) => (globalThis as unknown as { armScreen: (to: string) => void }).armScreen(to),
      new URL(address, page.url()).pathname,
    );
    await link.click();
    return page.evaluate(() =>
      (globalThis as unknown as { screenTaken: () => Promise<number> }).screenTaken(),
    );
  };
}

/**
 * Scrolls what scrolls under the first table, by its own thread, down and up again for so many seconds: 48 pixels a
 * frame, some ninety profiles a second.
 * `blank`: the frames in which no row of a profile stood in the middle.
 */
export async function framesWhileScrolling(
  page: Page,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly blank: number }> {
  return page.evaluate(async (length) => {
    const table = document.querySelector("table");
    let scroller: Element | null = table;
    while (scroller && !(scroller.scrollHeight > scroller.clientHeight + 500))
      scroller = scroller.parentElement;
    if (!table || !scroller) throw new Error("nothing scrolls");
    const { top, bottom } =
      scroller === document.documentElement
        ? { top: 0, bottom: innerHeight }
        : scroller.getBoundingClientRect();
    const left = table.getBoundingClientRect().left + 100;
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const start = await frame();
    let [frames, blank, now, down] = [0, 0, start, true];
    while (now - start < length * 1000) {
      const before = scroller.scrollTop;
      scroller.scrollTop += down ? 48 : -48;
      if (scroller.scrollTop === before) down = !down;
      now = await frame();
      frames += 1;
      const middle = document.elementFromPoint(left, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
      if (!middle?.closest("tbody tr:not([aria-hidden])")) blank += 1;
    }
    return { perSecond: (frames * 1000) / (now - start), blank };
  }, seconds);
}
