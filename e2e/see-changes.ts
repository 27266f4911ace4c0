// What a reviewer does before approving: every change of the draft on screen marked as seen, one after the other.
import type { Page } from "playwright-core";

/** Marks every change as seen, by keyboard; the page speaks French. */
export async function seeChanges(page: Page): Promise<void> {
  const left = page.getByRole("button", { name: /^Il reste .* à voir$/ });
  await left.waitFor();
  const unmarked = page.getByRole("button", { name: /^Vu – /, pressed: false });
  for (let count = await unmarked.count(); count > 0; count -= 1) {
    await left.click();
    await page.keyboard.press("v");
    await page
      .locator("li:focus")
      .getByRole("button", { name: /^Vu – /, pressed: true })
      .waitFor();
  }
}
