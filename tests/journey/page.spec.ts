// Every page: accessible, within its weight, free of inline script, wide enough at 320 px.

import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { course } from "@/content/course";
import { pages } from "../pages";
import {
  expectAccessible,
  expectAccessibleInEveryLook,
  expectToFitLargeText,
} from "./accessible";
import { showCard } from "./answer-by-keyboard";
import { hearScripts } from "./hear-scripts";
import { expect, test } from "./strict-test";
import { unfold } from "./unfold";

/** What only recharts, the engine, and its single operations say in their minified text. */
const heavy = {
  recharts: /recharts/,
  tensorflow: /TrainPasses/,
  operations: /fn mm_readA/,
};

/** The most JavaScript that a lesson loads before its lab, as it comes over the wire. */
const lessonBytes = 235 * 1024;

function expectLight(texts: readonly string[], path: string) {
  const size = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  test.info().annotations.push({ type: "gzip", description: `${path}: ${size} bytes` });
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThanOrEqual(lessonBytes);
}

const holding = (texts: readonly string[], mark: RegExp) =>
  texts.filter((text) => mark.test(text)).length;

/** Of pages that are alike one is looked at daily, and the others in the long run. */
const daily: ReadonlySet<string> = new Set([
  ...pages.filter(
    (path) => !/^\/(lessons|labs|clinic|glossary|about|questions\/sheet)\b/.test(path),
  ),
  "/labs",
  "/about/privacy",
  `/lessons/${course[1]}`,
  "/labs/network",
  "/clinic",
]);

/** One lesson’s sheet stands for the course’s, which is as long as ten of them. */
const opened = (path: string) =>
  path === "/questions/sheet" ? `${path}?lesson=${course[1]}` : path;

for (const path of pages) {
  const isLesson = path.startsWith("/lessons/");
  const light = isLesson ? ", and its scripts are few until its lab" : "";
  const title = `axe finds nothing: ${path}, narrow and wide, light and dark${light}`;
  test(title, { tag: daily.has(path) ? "@soak" : "@long" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const scripts = hearScripts(page);
    await page.goto(opened(path), { waitUntil: isLesson ? "networkidle" : "load" });
    if (isLesson) expectLight(await scripts.texts(), path);
    await page.setViewportSize({ width: 320, height: 900 });
    await unfold(page);
    for (const lab of await page.locator("[data-lab]").all()) {
      await lab.scrollIntoViewIfNeeded();
      await expect(lab.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
      await expect(lab.locator("path[data-loss]").first()).toBeAttached();
      // Of the first alone: the forecasts of a later one are drawn by recharts.
      scripts.stop();
    }
    for (const mark of isLesson ? [heavy.recharts, heavy.tensorflow] : []) {
      expect(holding(await scripts.texts(), mark)).toBe(0);
    }
    await expectToFitLargeText(page);
    await expectAccessibleInEveryLook(page);
  });
}

test("what is wrong in one look alone, or in a frame, is found", async ({ page }) => {
  await page.goto("/class/privacy");
  await page
    .locator("main p")
    .first()
    .evaluate((paragraph) => {
      paragraph.style.color = "light-dark(#000, #222)";
    });
  await expect(expectAccessibleInEveryLook(page)).rejects.toThrow("color-contrast");
  await page
    .locator("main p")
    .first()
    .evaluate((paragraph) => {
      paragraph.style.color = "";
      const frame = document.createElement("iframe");
      frame.title = "A frame";
      frame.srcdoc = '<html lang="en"><title>It</title><img src="/icon.svg" width="9">';
      paragraph.after(frame);
      return new Promise((loaded) => frame.addEventListener("load", loaded));
    });
  await expect(expectAccessibleInEveryLook(page)).rejects.toThrow("image-alt");
});

test("the policy allows neither eval nor inline script, and no page holds any", async ({
  page,
  request,
  complaints,
}) => {
  for (const path of [...pages, "/there-is-no-such-page"]) {
    const response = await request.get(path);
    const policy = response.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("'unsafe-eval'");
    const html = await response.text();
    const inline = [
      ...html.matchAll(/<script(?![^>]*\b(?:src=|type="application\/json"))[^>]*>/g),
    ].map(([tag]) => tag);
    expect(inline).toEqual([]);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+="/);
  }
  await page.goto("/");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    document.head.append(script);
    return "inlineRan" in window;
  });
  expect(ran).toBe(false);
  expect(complaints).toHaveLength(1);
  expect(complaints.pop()).toContain("violates the following Content Security Policy");
});

test("Train loads an engine of at most 80 KB, and not its single operations", async ({
  page,
  request,
}) => {
  // A lab's own page warms its engine before the click; framed, it waits for a sign.
  await page.goto("/embed/labs/network?passes=5", { waitUntil: "networkidle" });
  const urls = new Set<string>();
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) urls.add(response.url());
  });
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.locator("[data-lab][data-status]")).toHaveAttribute(
    "data-status",
    "done",
  );
  const texts = await Promise.all(
    [...urls].map(async (url) => (await request.get(url)).text()),
  );
  const size = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(texts.some((text) => heavy.tensorflow.test(text))).toBe(true);
  expect(texts.some((text) => heavy.operations.test(text))).toBe(false);
  test.info().annotations.push({ type: "gzip", description: `engine: ${size} bytes` });
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(80 * 1024);
});

test("the marks of recharts and the engine are found in what was built", async () => {
  const folder = ".next/static/chunks";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const texts = await Promise.all(
    names.map((name) => readFile(`${folder}/${name}`, "utf8")),
  );
  for (const mark of Object.values(heavy)) {
    expect(texts.some((text) => mark.test(text))).toBe(true);
  }
});

test("axe finds nothing on a page in use, nor on one that is not there", async ({
  page,
  complaints,
}) => {
  const clean = () => expectAccessible(page);
  await page.goto("/labs/network?lr=5&samples=60&device=cpu&odd=1");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.locator("[data-lab]")).toHaveAttribute("data-status", "failed");
  await page.getByRole("button", { name: "Data table" }).click();
  await page.getByRole("button", { name: "Layer 1, neuron 1" }).click();
  await clean();
  await page.goto("/lessons/machine-learning");
  for (const card of await page
    .locator('[data-question]:not([data-kind="predict"])')
    .all()) {
    await showCard(card);
    const choice = card.getByRole("radio").or(card.getByRole("checkbox")).first();
    if ((await choice.count()) > 0) await choice.check();
    for (const box of await card.getByRole("textbox").all()) await box.fill("3");
    for (const list of await card.getByRole("combobox").all()) {
      await list.selectOption({ index: 1 });
    }
    await card.getByRole("button", { name: "Check" }).click();
    await expect(card).toHaveAttribute("data-state", /right|wrong/);
  }
  await clean();
  await page.goto("/there-is-no-such-page");
  await clean();
  complaints.length = 0;
});

test("every link of every page, as it is served, leads somewhere", async ({
  request,
}) => {
  const internal = new Set<string>();
  for (const path of pages) {
    const ids: unknown[] = [];
    const links: string[] = [];
    visit(fromHtml(await (await request.get(path)).text()), "element", (element) => {
      const { id, href } = element.properties;
      ids.push(id);
      if (element.tagName === "a" && href) links.push(String(href));
    });
    for (const link of links) {
      if (link.startsWith("#"))
        expect(ids.filter((id) => `#${id}` === link)).toHaveLength(1);
      else if (link.startsWith("/")) internal.add(link.split("#")[0] ?? "");
      else expect(link).toMatch(/^https:\/\//);
    }
  }
  for (const path of internal) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});

test("the theme is switched, and kept over a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "Dark" }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
});

test("a page that a link leads to looks as when it is opened", async ({ page }) => {
  const looks = async () => {
    const train = page.getByRole("button", { name: "Train", exact: true });
    await expect(train).toBeEnabled();
    return train.evaluate((button) => {
      const { color, backgroundColor, padding, fontSize } = getComputedStyle(button);
      return { color, backgroundColor, padding, fontSize };
    });
  };
  await page.goto("/labs");
  await page.locator('main a[href="/labs/network"]').first().click();
  await expect(page).toHaveURL("/labs/network");
  const come = await looks();
  await page.reload();
  expect(await looks()).toEqual(come);
});

test("an address that leads nowhere answers 404 and shows the way", async ({
  page,
  complaints,
}) => {
  const response = await page.goto("/lessons/alchemy");
  expect(response?.status()).toBe(404);
  await expect(
    page.getByRole("heading", { name: "There is no such page" }),
  ).toBeVisible();
  complaints.length = 0;
});

for (const [day, status] of [
  ["2026-09-29", "to be retired on 2026-09-30"],
  ["2026-09-30", "retired since 2026-09-30"],
] as const) {
  test(`on ${day} a size reads “${status}”`, async ({ page }) => {
    await page.clock.setFixedTime(`${day}T12:00:00Z`);
    await page.goto("/lessons/data-science-vms");
    await expect(page.getByRole("row", { name: /^NVv4/ })).toContainText(status);
  });
}
