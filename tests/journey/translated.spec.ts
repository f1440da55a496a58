// Every page as a browser shows it that translates it: whatever is pressed, none fails, and
// what it shows is what it would show untranslated, in other words.
import type { Page } from "@playwright/test";
import { unlikePages } from "../pages";
import { expect, test } from "./strict-test";
import { expectLive, translate, words } from "./translator";
import { unfold } from "./unfold";

/** Presses every button, tab and fold once, and chooses something else wherever one may. */
async function pressAll(page: Page, most: number) {
  return page.evaluate(async (most) => {
    const wait = (time: number) => new Promise((go) => setTimeout(go, time));
    const wanted =
      "main :is(button, summary, [role=tab], [type=radio], [type=checkbox], select)";
    const pressed = new WeakSet<Element>();
    const failed: string[] = [];
    let count = 0;
    for (; count < most; count += 1) {
      const next = [...document.querySelectorAll<HTMLElement>(wanted)].find(
        (one) =>
          !pressed.has(one) &&
          one.checkVisibility() &&
          !one.closest("[inert], :disabled, [aria-disabled=true]"),
      );
      if (!next) break;
      pressed.add(next);
      const name = `${next.tagName} ${next.textContent.slice(0, 40)}`;
      if (next instanceof HTMLSelectElement) {
        next.selectedIndex = (next.selectedIndex + 1) % next.options.length;
        next.dispatchEvent(new Event("change", { bubbles: true }));
      } else next.click();
      let unlike: string[] = [];
      for (let tries = 0; tries < 40; tries += 1) {
        await wait(tries === 0 ? 30 : 50);
        unlike = window.translation.unlike();
        if (unlike.length === 0) break;
      }
      if (unlike.length > 0)
        failed.push(`after ${name}: ${unlike.slice(0, 3).join("; ")}`);
      if (failed.length > 3) break;
    }
    return { count, failed };
  }, most);
}

/** What a page says that met an error. */
const gaveUp = (page: Page) =>
  page.getByText(/couldn.t load|met an error|could not go on/);

const quick = "?passes=60&device=cpu";

for (const path of unlikePages) {
  test(`translated, ${path} goes on whatever is pressed`, {
    tag: path === "/labs/network" ? [] : "@long",
  }, async ({ page }) => {
    const isLab = path.startsWith("/labs/");
    await translate(page, "taken over");
    await page.goto(isLab ? path + quick : path, { waitUntil: "load" });
    await expect(page.locator("font").first()).toBeAttached();
    await unfold(page);
    for (const lab of await page.locator("[data-lab]").all()) {
      await lab.scrollIntoViewIfNeeded();
      await expect(lab.getByRole("button", { name: words("Train") })).toBeEnabled();
    }
    await expectLive(page, "before anything is pressed");
    const { count, failed } = await pressAll(page, 30);
    test.info().annotations.push({ type: "pressed", description: `${count}` });
    expect(failed).toEqual([]);
    // Names of settings, code and formulas mean the same in every language.
    await expect(page.locator(":is(code, pre, .katex) font")).toHaveCount(0);
    await expect(gaveUp(page)).toHaveCount(0);
  });
}

const button = (page: Page, name: string) =>
  page.getByRole("button", { name: words(name), exact: true });
const field = (page: Page, name: string) =>
  page.getByRole("textbox", { name: words(name) });

test("translated, a run counts its passes to the end, and its losses fall", async ({
  page,
}) => {
  await translate(page, "taken over");
  await page.goto("/labs/network?passes=200&device=cpu");
  const lab = page.locator("[data-lab]");
  await expect(button(page, "Train")).toBeEnabled();
  const status = lab.locator("dl").first();
  const before = await status.textContent();
  await button(page, "Train").click();
  await expect(lab).toHaveAttribute("data-status", "done");
  await expect(status).toContainText(/200.*200/);
  await expect(status).toContainText(words("Done"));
  const loss = Number(await lab.getAttribute("data-train-loss"));
  await expect(status).toContainText(String(Number(loss.toPrecision(3))));
  expect(await status.textContent()).not.toBe(before);
  await expectLive(page, "when the run is done");
});

test("translated from its first bytes, a page is taken over all the same", async ({
  page,
  complaints,
}) => {
  await page.addInitScript(() => localStorage.setItem("next-pass-theme", "dark"));
  await translate(page, "start");
  for (const path of ["/labs/network?passes=50&device=cpu", "/review", "/glossary"]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expectLive(page, path);
    if (!path.startsWith("/labs")) continue;
    await button(page, "Train").click();
    await expect(page.locator("[data-lab]")).toHaveAttribute("data-status", "done");
    await expectLive(page, "when the run is done");
  }
  // React says that the page is not as it was sent, and draws what differs anew.
  expect(complaints.filter((one) => !/React error #418/.test(one))).toEqual([]);
  complaints.length = 0;
});

test("translated, a class is opened and joined, and its work handed in", {
  tag: "@long",
}, async ({ page, browser, baseURL }) => {
  await translate(page, "taken over");
  await page.goto("/class");
  await field(page, "Name of the class").fill("Evening course");
  await button(page, "Open the class").click();
  await button(page, "I have kept both").click();
  const link =
    "/labs/network?assignment=1&title=Circle&goal=loss_9&samples=60&passes=40&device=cpu";
  await field(page, "Link of an assignment").fill(link);
  await button(page, "Add it to the class").click();
  // Translated already, or about to be.
  await expect(page.getByText(/Ci+rcle/).first()).toBeVisible();
  const code = (await page.locator("[data-code]").textContent())?.replaceAll(
    /[[\]]/g,
    "",
  );
  await expectLive(page, "on the board");
  await expect(page.locator("[data-code] font")).toHaveCount(0);

  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const learner = await context.newPage();
  const failures: string[] = [];
  learner.on("pageerror", ({ message }) => failures.push(message));
  await translate(learner, "taken over");
  await learner.goto(`/class/join?code=${code}`);
  await field(learner, "Your name").fill("Ada Lovelace");
  await button(learner, "Join").click();
  await learner.locator("main a[href*=assignment]").first().click();
  const lab = learner.locator("[data-lab][data-status]");
  await expect(lab).toHaveAttribute("data-assignment", "open");
  await button(learner, "Train").click();
  await expect(lab).toHaveAttribute("data-assignment", "met");
  await expectLive(learner, "when the goal is met");
  await learner.getByRole("button", { name: words("Hand in to Evening course") }).click();
  await expect(learner.getByText(/Haandeed iin too/).first()).toBeVisible();
  await expectLive(learner, "when it is handed in");
  expect(failures).toEqual([]);
  await expect(page.getByRole("row").filter({ hasText: "Loovee" })).toContainText("1");
  await expectLive(page, "when it has arrived");
});

test("translated, the search and a term’s definition answer", { tag: "@long" }, async ({
  page,
}) => {
  await translate(page, "taken over");
  await page.goto("/lessons/deep-learning");
  await expect(page.locator("font").first()).toBeAttached();
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox").last();
  for (const text of ["e", "ep", "epo", "zeppelin", "softmax"]) {
    await search.fill(text);
    await expectLive(page, `searching for ${text}`);
  }
  await page.keyboard.press("Escape");
  await expectLive(page, "after the search");
});
