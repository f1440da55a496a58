// The frame of the labs: one screen, and the picture in sight whatever is set.
import type { Locator, Page } from "@playwright/test";
import { type LabId, labs } from "@/labs/catalog/labs";
import { soaking } from "../soak";
import { expect, test } from "./strict-test";

const allLabs = Object.values(labs).map(({ id }) => id as LabId);
const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

async function open(page: Page, lab: string, query = "") {
  await page.goto(`/labs/${lab}?${query}`);
  await expect(page.locator("[data-lab][data-pass]")).toBeVisible();
  await expect(page.locator("[data-lead] [data-view] *").first()).toBeVisible();
}

/**
 * The share of the lab's picture that is in sight: of its map or its curve where that has a
 * place of its own, and else of what leads. What the settings cover is not in sight.
 */
const shareInSight = (page: Page) =>
  page.evaluate(() => {
    const seen = (element: Element | null) => element?.checkVisibility() ?? false;
    const [picture] = [...document.querySelectorAll("[data-picture], [data-lead]")]
      .filter(seen)
      .sort(
        (one, other) =>
          Number("lead" in (one as HTMLElement).dataset) -
          Number("lead" in (other as HTMLElement).dataset),
      );
    const settings = document.querySelector('[aria-label="Settings of the run"]');
    if (!picture) return 0;
    const box = picture.getBoundingClientRect();
    const sheet = settings?.getBoundingClientRect();
    const covers = sheet && sheet.width > innerWidth / 2;
    const bottom = Math.min(innerHeight, covers ? sheet.top : innerHeight);
    const height = Math.min(box.bottom, bottom) - Math.max(box.top, 0);
    return Math.max(height, 0) / Math.min(box.height, innerHeight);
  });

/** Changes a control to something else that it allows. */
async function change(control: Locator) {
  const { kind, value } = await control.evaluate((element) => ({
    kind: element instanceof HTMLInputElement ? element.type : element.tagName,
    value: "value" in element ? String(element.value) : "",
  }));
  if (kind === "BUTTON") await control.click();
  else if (kind === "SELECT") {
    const others = control.locator(":scope > option:not(:checked)");
    const other = await others.first().getAttribute("value", { timeout: 1000 });
    if (other !== null) await control.selectOption(other);
  } else if (kind === "range") {
    await control.focus();
    await control.press("ArrowLeft");
    await control.press("ArrowRight");
  } else if (kind === "text") {
    const number = Number(value);
    await control.fill(
      String(Number.isInteger(number) ? Math.max(number - 1, 1) : number / 2),
    );
    await control.press("Enter");
  } else await control.click({ force: true });
}

/** Changes all settings in the open part of the panel; tells which left the picture out. */
async function changeAll(page: Page, scope: Locator): Promise<string[]> {
  const controls = scope.locator(
    "input:enabled:visible, select:enabled:visible, button:enabled:visible",
  );
  const out: string[] = [];
  for (let at = 0; at < (await controls.count()); at += 1) {
    const control = controls.nth(at);
    const name = await control.evaluate(
      (element) =>
        element.getAttribute("aria-label") ??
        (element as HTMLInputElement).labels?.[0]?.textContent ??
        element.textContent,
    );
    await change(control);
    const share = await shareInSight(page);
    if (share < 2 / 3) out.push(`${name}: ${share.toFixed(2)}`);
  }
  return out;
}

async function expectInSight(page: Page, lab: LabId) {
  await open(page, lab, "device=cpu");
  const settings = page.getByRole("group", { name: "Settings of the run" });
  const sheets = settings.locator("button[aria-expanded]:visible");
  const names = await sheets.allTextContents();
  const out: string[] = [];
  for (const name of names) {
    // A group goes with the last setting that it held for a link alone.
    const sheet = sheets.filter({ hasText: name });
    if ((await sheet.count()) === 0) continue;
    await sheet.click();
    out.push(...(await changeAll(page, settings.locator("[data-shown]"))));
    if ((await sheet.count()) > 0) await sheet.click();
  }
  if (names.length === 0) out.push(...(await changeAll(page, settings)));
  out.push(...(await changeAll(page, page.getByRole("group", { name: "Pace" }))));
  out.push(
    ...(await changeAll(page, page.getByRole("group", { name: "Hidden layers" }))),
  );
  expect(out, `${lab}: what leaves less than two thirds of the picture`).toEqual([]);
}

// Each lab at one of the sizes, in turns.
for (const [at, lab] of allLabs.entries()) {
  const viewport = at % 2 ? wide : phone;
  test(`at ${viewport.width} px every setting of ${lab} leaves its picture in sight`, {
    tag: lab === "network" ? [] : "@long",
  }, async ({ page }) => {
    await page.setViewportSize(viewport);
    await expectInSight(page, lab);
  });
}

test("toolbar, settings, lead, picture, curve and tabs are one screen", {
  tag: "@soak",
}, async ({ page }) => {
  for (const lab of soaking ? allLabs : (["network", "pictures"] as const)) {
    await open(page, lab);
    for (const viewport of [wide, { width: 1440, height: 900 }]) {
      await page.setViewportSize(viewport);
      const parts = [
        page.getByRole("button", { name: "Train", exact: true }),
        page.locator("h1"),
        page.getByRole("application", { name: /^Map of the plane/ }),
        page.getByRole("slider", { name: "Loss by pass" }),
        page.getByRole("tablist", { name: "More of this lab" }),
        page.getByRole("link", { name: "All labs" }),
      ];
      for (const part of parts) {
        if ((await part.count()) === 0) continue;
        await expect(part, `${lab}, ${viewport.width}`).toBeInViewport({ ratio: 0.9 });
      }
      for (const map of (await parts[2]?.all()) ?? []) {
        expect((await map.boundingBox())?.width, lab).toBeGreaterThanOrEqual(340);
      }
    }
  }
});

test("Train, the map and the curve stay where the tabs are read, wide and narrow", async ({
  page,
}) => {
  await open(page, "network");
  for (const viewport of [wide, phone]) {
    await page.setViewportSize(viewport);
    await page.getByRole("tab", { name: "Notebook" }).click();
    await page.getByText("How to run it").click();
    await page.getByText("Expect it to be slower").scrollIntoViewIfNeeded();
    const train = page.getByRole("button", { name: "Train", exact: true });
    await expect(train).toBeInViewport({ ratio: 1 });
    expect(await shareInSight(page)).toBeGreaterThan(2 / 3);
    // Beside the curve, or in the line of numbers.
    const losses = page.getByText(/^train( loss)?\s*\d/);
    const inSight = () =>
      losses.evaluateAll((all) =>
        all.some((one) => {
          const { top, bottom, height } = one.getBoundingClientRect();
          return height > 0 && top >= 0 && bottom <= innerHeight;
        }),
      );
    await expect.poll(inSight).toBe(true);
  }
});

test("layers and neurons are changed on the drawing, and a weight at its line", async ({
  page,
}) => {
  await open(page, "network", "layers=1&in=x&samples=60&device=cpu");
  await page.getByRole("button", { name: "Add a layer" }).click();
  await page.getByRole("button", { name: "One neuron more in layer 2" }).click();
  await expect(page).toHaveURL(/layers=1-2/);
  await page.getByRole("button", { name: "Remove one" }).click();
  await expect(page).toHaveURL(/layers=1(&|$)/);
  await page.getByRole("button", { name: "Layer 1, neuron 1" }).click();
  await page.getByLabel("x ×").focus();
  const slider = page.getByRole("slider", { name: /^Slide the weight of x → Layer 1/ });
  await expect(slider).toBeVisible();
  const canvas = page
    .getByRole("application", { name: /^Map of the plane/ })
    .locator("canvas");
  const painted = () => canvas.evaluate((map) => (map as HTMLCanvasElement).toDataURL());
  const before = await painted();
  await slider.focus();
  await page.keyboard.down("ArrowRight");
  await expect.poll(painted).not.toBe(before);
  await expect(page).not.toHaveURL(/[?&]w=/);
  await page.keyboard.up("ArrowRight");
  await expect(page).toHaveURL(/[?&]w=0_/);
});

test("without JavaScript a lab shows its question, its map and its claims", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/labs/network");
  await expect(page.locator("h1")).toHaveText(labs.network.question);
  await expect(
    page.locator('[data-lab] img[src^="data:image/png"]').first(),
  ).toBeVisible();
  for (const { says } of labs.network.claims) {
    await expect(page.getByText(says).first()).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeDisabled();
  await context.close();
});
