// Every page with the words of another language, longer by 60 %, from left to right and from
// right to left, on a narrow screen: nothing is cut off, and nothing scrolls sideways.
import type { Page } from "@playwright/test";
import { unlikePages } from "../pages";
import { expect, test } from "./strict-test";
import { expectLive, translate } from "./translator";
import { unfold } from "./unfold";

/** A text whose words are longer by 60 %, with marks above and below. */
function longer(text: string): string {
  return text
    .replaceAll(
      /\p{Letter}+/gu,
      (word) => word + word.slice(0, Math.ceil(0.6 * word.length)),
    )
    .replaceAll(/[aeiou]/g, "$&\u0302\u0323")
    .normalize("NFC");
}

/** What of the page is wider than the window, cut off, or lies over another control. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const told = (element: Element) =>
      `${element.tagName}.${element.className} “${element.textContent.slice(0, 30)}”`;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page: ${scrollWidth}`);
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 1 &&
      !element.closest(".visually-hidden, svg, [aria-hidden=true], .katex");
    const holdsText = (element: Element) =>
      [...element.childNodes].some(
        (node) =>
          node.nodeName === "FONT" || (node instanceof Text && node.data.trim() !== ""),
      );
    for (const element of document.querySelectorAll("body :not(font)")) {
      if (!isSeen(element)) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1;
      if (overflowX === "hidden" || overflowX === "clip") {
        if (isCut && holdsText(element) && textOverflow !== "ellipsis") {
          found.push(`cut: ${told(element)}`);
        }
      }
      const box = element.getBoundingClientRect();
      const scrolls = element.parentElement?.closest("[data-scrolls], [tabindex='0']");
      if (
        !scrolls &&
        holdsText(element) &&
        (box.left < -1 || box.right > innerWidth + 1)
      ) {
        const isOff = element.closest("[inert]") || box.bottom < 0;
        if (!isOff) found.push(`outside: ${told(element)} ${box.left}–${box.right}`);
      }
    }
    const controls = [...document.querySelectorAll("main :is(button, select, summary)")];
    /** What keeps its place in the window lies over what is scrolled under it. */
    const isKept = (one: Element | null): boolean =>
      one !== null &&
      (/sticky|fixed/.test(getComputedStyle(one).position) || isKept(one.parentElement));
    const seen = controls.filter(
      (one) => isSeen(one) && !isKept(one) && one.textContent && !one.closest("[inert]"),
    );
    for (const [at, one] of seen.entries()) {
      const box = one.getBoundingClientRect();
      for (const other of seen.slice(at + 1, at + 4)) {
        if (one.contains(other) || other.contains(one)) continue;
        const near = other.getBoundingClientRect();
        const across = Math.min(box.right, near.right) - Math.max(box.left, near.left);
        const down = Math.min(box.bottom, near.bottom) - Math.max(box.top, near.top);
        if (across > 2 && down > 2) found.push(`${told(one)} under ${told(other)}`);
      }
    }
    return found.slice(0, 8);
  });

const daily = ["/", "/labs/network"];

for (const path of unlikePages) {
  test(`in longer words, and from right to left, ${path} is all there at 320 px`, {
    tag: daily.includes(path) ? [] : "@long",
  }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await translate(page, "taken over", longer);
    await page.goto(path);
    await expect(page.locator("font").first()).toBeAttached();
    await unfold(page);
    for (const lab of await page.locator("[data-lab]").all()) {
      await lab.scrollIntoViewIfNeeded();
      await expect(lab.locator("button:not(:disabled)").first()).toBeVisible();
    }
    await expectLive(page, "all is translated");
    expect(await faults(page), "in longer words").toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    expect(await faults(page), "from right to left").toEqual([]);
  });
}

test.describe("a reader of German", () => {
  test.use({ locale: "de-DE" });

  test("reads and types numbers with a comma, and links keep the point", async ({
    page,
  }) => {
    await page.goto("/labs/network?passes=60&device=cpu");
    const lab = page.locator("[data-lab]");
    const rate = lab.getByLabel("Learning rate", { exact: true });
    await rate.fill("0,07");
    await rate.press("Enter");
    await expect(page).toHaveURL(/[?&]lr=0\.07(&|$)/);
    await lab.getByRole("button", { name: "Train", exact: true }).click();
    await expect(lab).toHaveAttribute("data-status", "done");
    const loss = Number(await lab.getAttribute("data-train-loss")).toPrecision(3);
    const shown = String(Number(loss)).replace(".", ",");
    await expect(lab.locator("dl").first()).toContainText(shown);
    await expect(lab.getByRole("group", { name: "Loss by pass" })).toBeVisible();
    await lab.getByRole("button", { name: "Data table" }).click();
    const cell = lab
      .locator("table")
      .filter({ hasText: "Train loss" })
      .getByRole("cell")
      .last();
    await expect(cell).toHaveText(/^\d,\d+$/);
  });

  test("reads dates as they are written at home", async ({ page }) => {
    const link = "assignment=1&title=Circle&goal=loss_9&due=2099-12-01&device=cpu";
    await page.goto(`/labs/network?${link}`);
    await expect(page.getByText("1. Dezember 2099")).toBeVisible();
  });
});
