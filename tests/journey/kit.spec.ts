// The page of the kit, which only the build of the tests has (KIT_PAGE=1).
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

for (const width of [320, 1280]) {
  test(`axe finds nothing in any piece of the kit, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/kit");
    await expect(page.getByRole("heading", { name: "The kit" })).toBeVisible();
    await expectAccessible(page, `${width} px`);
  });
}

test("both themes stand side by side, of one size and in other colours", async ({
  page,
}) => {
  await page.goto("/kit");
  const day = page.getByRole("region", { name: "In the light theme" });
  const night = page.getByRole("region", { name: "In the dark theme" });
  const looks = (part: typeof day) =>
    part.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return { color, backgroundColor };
    });
  const [light, dark] = [await looks(day), await looks(night)];
  expect(light.color).not.toBe(dark.color);
  expect(light.backgroundColor).not.toBe(dark.backgroundColor);
  const sizes = (part: typeof day) =>
    part.locator("[data-piece]").evaluateAll((pieces) =>
      pieces.map((piece) => {
        const { width, height } = piece.getBoundingClientRect();
        return [piece.getAttribute("data-piece"), Math.round(width), Math.round(height)];
      }),
    );
  expect(await sizes(day)).toEqual(await sizes(night));
});

test("forced colours still tell the chosen part of a strip", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/kit");
  const strip = page.getByRole("group", { name: "As a strip" }).first();
  const outline = (name: string) =>
    strip
      .locator("label", { hasText: name })
      .evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(await outline("Spring")).toBe("solid");
  expect(await outline("Summer")).toBe("none");
});

test("every control of the kit is large enough to be hit", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto("/kit");
  const small = await page
    .locator("main :is(button, select, textarea, summary, label:has(> input))")
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        // The key for the sign is shown to fingers alone.
        if (!control.checkVisibility()) return [];
        const { width, height } = control.getBoundingClientRect();
        return width < 24 || height < 24 ? [control.outerHTML] : [];
      }),
    );
  expect(small).toEqual([]);
});

test("text of twice the size leaves no piece wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto("/kit");
  await page.addStyleTag({ content: ":root { font-size: 200% !important }" });
  await expectAccessible(page, "200 %");
});

test("a dialog takes the focus, closes on Escape and gives the focus back", async ({
  page,
}) => {
  await page.goto("/kit");
  const opener = page.getByRole("button", { name: "Open a dialog" }).first();
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "A dialog" });
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("arrow keys walk along the tabs and show them", async ({ page }) => {
  await page.goto("/kit");
  const part = page.getByRole("region", { name: "In the light theme" });
  const spring = part.getByRole("tab", { name: "Spring" });
  await spring.click();
  await expect(part.getByRole("tabpanel")).toHaveText("All about spring.");
  await page.keyboard.press("ArrowLeft");
  await expect(part.getByRole("tab", { name: "Winter" })).toBeFocused();
  await expect(part.getByRole("tabpanel", { name: "Winter" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(spring).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(part.getByRole("tabpanel")).toHaveText("All about winter.");
});

test("what cannot be undone asks first, and tells what went wrong", async ({ page }) => {
  await page.goto("/kit");
  const part = page.getByRole("region", { name: "In the light theme" });
  const opener = part.getByRole("button", { name: "Remove all" });
  await opener.click();
  const question = part.getByRole("group", { name: "Remove all" });
  await expect(question).toBeFocused();
  const yes = question.getByRole("button", { name: "Yes, remove it" });
  await expect(yes).toHaveAttribute("aria-disabled", "true");
  await question.getByLabel("Type “all” to confirm").fill("all");
  await yes.click();
  await expect(question.getByRole("alert")).toHaveText("It could not be removed.");
  await question.getByRole("button", { name: "No, keep it as it is" }).click();
  await expect(question).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a table scrolls by the keyboard, sorts by its heads and is shown by pages", async ({
  page,
}) => {
  await page.goto("/kit");
  const part = page.getByRole("region", { name: "In the light theme" });
  const table = part.getByRole("group", { name: "Months", exact: true });
  await table.focus();
  await page.keyboard.press("End");
  await expect
    .poll(() => table.evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(0);
  await part
    .getByLabel("Months", { exact: true })
    .and(part.locator("select"))
    .selectOption("21 to 30");
  await expect(table.getByRole("rowheader")).toHaveCount(10);
  await table.getByRole("button", { name: "Month" }).click();
  await expect(table.getByRole("columnheader", { name: "Month" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(table.getByRole("rowheader").first()).toHaveText("Month 10");
});

test("chosen files reach the page, and the same ones may be chosen again", async ({
  page,
}) => {
  await page.goto("/kit");
  const part = page.getByRole("region", { name: "In the light theme" });
  const box = part.getByRole("group", { name: "Files to read" });
  const file = (name: string) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from("text"),
  });
  for (const names of [["a.txt", "b.txt"], ["c.txt"], ["c.txt"]]) {
    const asked = page.waitForEvent("filechooser");
    await box.getByRole("button", { name: "Choose files…" }).click();
    await (await asked).setFiles(names.map(file));
    await expect(box.getByRole("status")).toHaveText(names.join(", "));
  }
});
