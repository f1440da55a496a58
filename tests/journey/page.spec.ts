// Every page: accessible, within its weight, free of inline script, wide enough at 320 px.

import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { course } from "@/content/course";
import { labs } from "@/labs/catalog/labs";
import { expect, test } from "./strict-test";

const pages = [
  "/",
  "/labs",
  "/progress",
  ...course.map((slug) => `/lessons/${slug}`),
  ...Object.keys(labs).map((id) => `/labs/${id}`),
];

const themes = ["light", "dark"] as const;

for (const path of pages) {
  for (const theme of themes) {
    for (const width of [320, 1280]) {
      test(`axe finds nothing: ${path}, ${theme}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await page.goto(path);
        for (const lab of await page.locator("[data-lab-frame]").all()) {
          await lab.scrollIntoViewIfNeeded();
          await expect(
            lab.getByRole("button", { name: "Train", exact: true }),
          ).toBeVisible();
          await expect(lab.locator(".recharts-surface").first()).toBeAttached();
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect(found).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }
}

test("the policy allows neither eval nor inline script, and no page holds any", async ({
  page,
  request,
  complaints,
}) => {
  for (const path of [...pages, "/there-is-no-such-page"]) {
    const response = await request.get(path);
    const policy = response.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe-eval");
    const html = await response.text();
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(
      ([tag]) => tag,
    );
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

for (const slug of course) {
  test(`${slug} loads at most 230 KB of JavaScript before its lab`, async ({ page }) => {
    const scripts: { url: string; text: string }[] = [];
    page.on("response", async (response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.push({ url: response.url(), text: await response.text() });
    });
    await page.goto(`/lessons/${slug}`, { waitUntil: "networkidle" });
    const before = scripts.reduce((sum, { text }) => sum + gzipSync(text).length, 0);
    const heavy = /recharts|tensorflow|WebGPUBackend/;
    expect(scripts.filter(({ text }) => heavy.test(text)).map(({ url }) => url)).toEqual(
      [],
    );
    expect(before).toBeGreaterThan(50_000);
    expect(before).toBeLessThanOrEqual(230 * 1024);
    await page.locator("[data-lab-frame]").first().scrollIntoViewIfNeeded();
    await expect(page.locator(".recharts-surface").first()).toBeAttached();
    expect(scripts.some(({ text }) => /recharts/.test(text))).toBe(true);
  });
}

test("every link of every page leads somewhere", async ({ page, request }) => {
  const internal = new Set<string>();
  for (const path of pages) {
    await page.goto(path);
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links) {
      if (link.startsWith("#")) expect(await page.locator(link).count()).toBe(1);
      else if (link.startsWith("/")) internal.add(link.split("#")[0] ?? "");
      else expect(link).toMatch(/^https:\/\//);
    }
  }
  for (const path of internal) expect((await request.get(path)).status()).toBe(200);
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
