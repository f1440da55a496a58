// Opens what a lesson folds after its predictions.
import type { Page } from "@playwright/test";

/** Reads on past every prediction of a lesson. */
export async function unfold(page: Page) {
  const folded = page.locator("[data-told]:not([open]) > summary");
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
}
