import type { Page } from "@playwright/test";

/** Makes the browser forbid its storage to the page, as some are set up to. */
export const blockStorage = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
