// A lab by ear: nothing of it is there until it is switched on, and then all of it by keys.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { hearScripts } from "./hear-scripts";
import { expect, test } from "./strict-test";

declare global {
  interface Window {
    /** The pitches of the tones that were begun, in hertz. */
    pitches: number[];
    /** What live regions have said, one after another. */
    said: string[];
  }
}

const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });

const takePitches = (page: Page) => page.evaluate(() => window.pitches.splice(0));

/** Keeps what a screen reader would be told, without the focus, in `window.said`. */
function hearStatuses() {
  window.said = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const text = element?.closest("[role=status], [role=alert]")?.textContent ?? "";
      if (text !== "" && text !== window.said.at(-1)) window.said.push(text);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

test("a lab is heard once that is switched on, by keyboard alone, and silenced at once", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.pitches = [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      window.pitches.push(this.frequency.value);
      start.call(this, when);
    };
  });
  await page.addInitScript(hearStatuses);
  const scripts = hearScripts(page);
  const loaded = async () => (await scripts.texts()).join("\n");
  await page.goto("/labs/network?data=circle&layers=4&passes=300&device=cpu");
  const lab = page.locator("[data-lab][data-status]");
  const panel = page.getByRole("group", { name: "By ear" });
  await expect(button(page, "Train")).toBeEnabled();
  await button(page, "Train").focus();
  await page.keyboard.press("Enter");
  await expect(lab).toHaveAttribute("data-status", "done");
  expect(await loaded()).not.toContain("createStereoPanner");
  expect(await takePitches(page)).toEqual([]);

  await button(page, "By ear").focus();
  await page.keyboard.press("Enter");
  await expect(panel).toBeVisible();
  expect(await loaded()).toContain("createStereoPanner");
  scripts.stop();
  expect(await takePitches(page)).toEqual([]);
  await button(page, "Play the curve").focus();
  await page.keyboard.press("Enter");
  await expect(panel).toHaveAttribute("data-sounds", "true");
  const curve = await takePitches(page);
  expect(curve).toHaveLength(120);
  expect(Math.min(...curve)).toBeGreaterThanOrEqual(200);
  expect(Math.max(...curve)).toBeLessThanOrEqual(1600);
  // The train loss fell, and so does its pitch.
  expect(curve.at(-2)).toBeLessThan((curve[0] ?? 0) / 1.2);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveAttribute("data-sounds", "false");

  const line = panel.getByRole("slider", { name: "Sweep the map at x" });
  await line.focus();
  await page.keyboard.press("ArrowRight");
  await expect(panel.getByRole("status")).toHaveText(
    /^At x 0\.5, from the bottom up: orange to y .*, blue to y .*, orange to the top\.$/,
  );
  expect(new Set(await takePitches(page)).size).toBeGreaterThan(10);
  await expectAccessible(page, "by ear", { within: '[aria-label="By ear"]' });

  await button(page, "Hear it again").press("Enter");
  await expect(panel).toHaveAttribute("data-sounds", "true");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Reflect.deleteProperty(document, "hidden");
  });
  await expect(panel).toHaveAttribute("data-sounds", "false");
  await button(page, "Hear it again").press("Enter");
  await expect(panel).toHaveAttribute("data-sounds", "true");
  await button(page, "Reset").press("Enter");
  await expect(panel).toHaveAttribute("data-sounds", "false");
  await takePitches(page);
  await page.evaluate(() => window.said.splice(0));
  await button(page, "Train").press("Enter");
  await expect(lab).toHaveAttribute("data-status", "done");
  expect((await takePitches(page)).length).toBeGreaterThanOrEqual(2);
  // A training is told when it begins and when it is done, and not by the pass.
  const said = await page.evaluate(() =>
    window.said.filter((text) => text !== "Training."),
  );
  expect(said).toEqual([
    expect.stringMatching(/^Done\. In 300 passes the train loss fell/),
  ]);

  await page.reload();
  await expect(button(page, "By ear")).toHaveAttribute("aria-pressed", "true");
  await button(page, "By ear").press("Enter");
  await expect(panel).toHaveCount(0);
});
