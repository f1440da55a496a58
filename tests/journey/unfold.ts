// Opens what a lesson folds after its predictions.
import type { Page } from "@playwright/test";

/** Reads on past every prediction of a lesson. */
export async function unfold(page: Page) {
  for (const fold of await page.locator("[data-told]:not([open]) > summary").all()) {
    await fold.click();
  }
}
