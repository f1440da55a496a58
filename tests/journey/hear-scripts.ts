import type { Page, Response } from "@playwright/test";

/** Hears the scripts that a page loads. */
export function hearScripts(page: Page) {
  const loading: Promise<string>[] = [];
  const hear = (response: Response) => {
    if (response.request().resourceType() === "script") loading.push(response.text());
  };
  page.on("response", hear);
  return {
    texts: () => Promise.all(loading),
    stop: () => page.off("response", hear),
  };
}
