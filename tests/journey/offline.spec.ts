// Without a network: what was opened works, the whole course can be kept, versions never mix.
import type { Page } from "@playwright/test";
import { pages } from "../pages";
import { expectAccessibleInEveryLook } from "./accessible";
import { tabTo } from "./answer-by-keyboard";
import { expect, test } from "./strict-test";
import { openedIn, serveVersions } from "./version-host";

test.use({ serviceWorkers: "allow" });

// What cannot be reached is in the console; faults of the page still count.
test.afterEach(({ complaints }) => {
  const faults = complaints.filter(
    (text) => !/^Failed to (load resource|fetch RSC payload)/.test(text),
  );
  complaints.length = 0;
  complaints.push(...faults);
});

const keep = (page: Page) =>
  page.getByRole("button", { name: "Keep the course offline" });
const whole = (page: Page) => page.getByText("✓ The whole course is kept");

/** Opens a page, and waits until it is kept. */
async function open(page: Page, path: string) {
  await page.goto(path);
  await expect
    .poll(() => openedIn(page), { timeout: 60_000 })
    .toContain(new URL(page.url()).pathname);
}

/** How many bytes the caches hold. */
const bytesKept = (page: Page) =>
  page.evaluate(async () => {
    let sum = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        sum += (await (await cache.match(request))?.blob())?.size ?? 0;
      }
    }
    return sum;
  });

async function trains(page: Page) {
  const lab = page.locator("[data-lab]").first();
  await lab.getByRole("button", { name: "Train", exact: true }).click();
  await expect(lab).toHaveAttribute("data-status", "done");
}

test("what was opened works without a network; for the rest a page says what is kept", async ({
  page,
  context,
}) => {
  await open(page, "/labs/network?layers=4-4");
  await context.setOffline(true);
  await expect(
    page.getByText("No connection: what you have opened works."),
  ).toBeVisible();
  await page.goto("/labs/network?layers=2-2&passes=20");
  await trains(page);
  await expect(page.locator("[data-lab]")).toHaveAttribute("data-pass", "20");
  // A step by the framework ends where a visit does.
  await page.getByRole("link", { name: "Clinic" }).first().click();
  await expect(page).toHaveURL("/clinic");
  await expect(page.getByText("This page is not kept in your browser")).toBeVisible();
  // Some network, but none that leads to the site: the reader's own step goes on.
  await page.getByRole("link", { name: "The network" }).evaluate((link) => {
    (link as HTMLElement).click();
    window.dispatchEvent(new Event("online"));
  });
  await expect(page.locator("[data-lab=network]")).toBeVisible();
  await page.goBack();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Clinic" }).first()).toBeVisible();
});

test("a question of an opened lesson is answered without a network", {
  tag: "@long",
}, async ({ page, context }) => {
  await open(page, "/lessons/machine-learning");
  await context.setOffline(true);
  await page.reload();
  const card = page.locator('[data-question][data-kind="one"]').first();
  await card.getByRole("radio").first().check();
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card).toHaveAttribute("data-state", /right|wrong/);
});

test("the course is kept by a press of a key, all of it opens offline, and it is let go of", async ({
  page,
  context,
}) => {
  await open(page, "/offline");
  await expect(page.getByText(/to load, .* in this browser’s storage/)).toBeVisible();
  await tabTo(page, keep(page));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(whole(page)).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  for (const path of ["/labs/series", "/lessons/gpus"]) {
    await page.goto(path);
    await expect(page.getByText("This page is not kept")).toHaveCount(0);
    await expect(page).toHaveTitle(/Next Pass/);
  }
  await page.getByRole("button", { name: /^Search/ }).click();
  await page.getByRole("combobox", { name: "Search the course" }).fill("softmax");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.goto("/offline");
  const before = await bytesKept(page);
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("The course was removed.")).toBeVisible();
  await expect(keep(page)).toBeVisible();
  await expect.poll(async () => (await bytesKept(page)) / before).toBeLessThan(0.5);
  await page.goto("/lessons/gpus");
  await expect(page.getByText("This page is not kept")).toBeVisible();
});

/** What the open page is made of: its words, its theme.js, its scripts. */
const versionsIn = (page: Page) =>
  page.evaluate(() => {
    const { version: word = "", themeOf: theme = "" } = document.documentElement.dataset;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const scripts = loaded
      .filter((name) => /\/static\/(chunks|inline)\/.*\.js/.test(name))
      .map((name) => (/\/(later)-[^/]*$/.test(name) ? "later" : ""));
    return [...new Set([word, theme, ...scripts])];
  });

test("an open page stays whole when the site is renewed, and versions never mix", {
  tag: "@long",
}, async ({ page, complaints }) => {
  const host = await serveVersions();
  try {
    await open(page, `${host.url}/labs/network?device=cpu&passes=20`);
    await host.turn("later");
    // What it loads only now is gone from the host.
    await trains(page);
    for (const tab of await page.getByRole("tab").all()) await tab.click();
    await expect(page.getByText("could not be loaded")).toHaveCount(0);
    expect(await versionsIn(page)).toEqual([""]);
    // The next page comes from the host, whole; the worker of before serves it nothing old.
    await page.goto(`${host.url}/labs/series?device=cpu&passes=20`);
    await trains(page);
    expect(await versionsIn(page)).toEqual(["later"]);
    await expect(page.getByText("A new version of the course is ready.")).toBeVisible();
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByText("A new version of the course is ready.")).toHaveCount(0);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration?.waiting === null;
        }),
      )
      .toBe(true);
    // Back without the host: the page of before is still of before, whole.
    await expect.poll(() => openedIn(page)).toContain("/labs/series");
    host.cutAfter(0);
    await page.goto(`${host.url}/labs/network?device=cpu&passes=20`);
    await trains(page);
    expect(await versionsIn(page)).toEqual([""]);
    await page.goto(`${host.url}/labs/series?device=cpu&passes=20`);
    await trains(page);
    expect(await versionsIn(page)).toEqual(["later"]);
    complaints.length = 0;
  } finally {
    host.close();
  }
});

test("a kept course that is half renewed stays as it was, and is renewed at the next visit", {
  tag: "@long",
}, async ({ page, complaints }) => {
  const host = await serveVersions();
  try {
    await open(page, `${host.url}/offline`);
    await keep(page).click();
    await expect(whole(page)).toBeVisible({ timeout: 60_000 });
    await host.turn("later");
    // The page itself comes, and a part of what it then keeps.
    host.asked.length = 0;
    host.cutAfter(60);
    await page.goto(`${host.url}/offline`);
    await expect.poll(() => host.asked.length, { timeout: 60_000 }).toBeGreaterThan(60);
    for (const path of ["/", "/lessons/gpus", "/labs/sound?device=cpu"]) {
      await page.goto(host.url + path);
      expect(await versionsIn(page), path).toEqual([""]);
    }
    host.cutAfter(Number.POSITIVE_INFINITY);
    await page.goto(`${host.url}/offline`);
    await expect(whole(page)).toBeVisible();
    await expect
      .poll(
        () =>
          page.evaluate(
            async () =>
              (await caches.keys()).filter((name) => / course /.test(name)).length,
          ),
        { timeout: 60_000 },
      )
      .toBe(1);
    host.cutAfter(0);
    for (const path of ["/", "/lessons/gpus", "/labs/sound?device=cpu"]) {
      await page.goto(host.url + path);
      expect(await versionsIn(page), path).toEqual(["later"]);
    }
    complaints.length = 0;
  } finally {
    host.close();
  }
});

test("keeping that was cut off says so, and goes on", {
  tag: "@long",
}, async ({ page, complaints }) => {
  const host = await serveVersions();
  try {
    await open(page, `${host.url}/offline`);
    host.cutAfter(40);
    await keep(page).click();
    await expect(
      page.getByText("The connection was lost. What is here stays"),
    ).toBeVisible();
    await page.reload();
    await expect(page.getByText(/ MB are here\.$/)).toBeVisible();
    host.cutAfter(Number.POSITIVE_INFINITY);
    host.asked.length = 0;
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(whole(page)).toBeVisible({ timeout: 60_000 });
    expect(new Set(host.asked).size).toBe(host.asked.length);
    complaints.length = 0;
  } finally {
    host.close();
  }
});

test("without room the course is not half kept, and the sizes are told", {
  tag: "@long",
}, async ({ page, context, baseURL }) => {
  await open(page, "/labs/network");
  await page.goto("/offline");
  await expect(keep(page)).toBeVisible();
  const browser = await context.newCDPSession(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await browser.send("Storage.overrideQuotaForOrigin", {
    origin: baseURL ?? "",
    quotaSize: usage + 3_000_000,
  });
  await keep(page).click();
  await expect(
    page.getByText(/This browser has no room for the course: it needs .* MB more/),
  ).toBeVisible({ timeout: 60_000 });
  await expect(keep(page)).toBeVisible();
  expect(
    await page.evaluate(async () =>
      (await caches.keys()).filter((name) => / course /.test(name)),
    ),
  ).toEqual([]);
  await context.setOffline(true);
  await page.goto("/labs/network?device=cpu&passes=20");
  await trains(page);
});

test("every page of a kept course opens without a network", {
  tag: "@long",
}, async ({ page, context }) => {
  await open(page, "/offline");
  await keep(page).click();
  await expect(whole(page)).toBeVisible({ timeout: 60_000 });
  await expectAccessibleInEveryLook(page, "kept");
  const titles = new Map<string, string>();
  for (const path of pages) {
    const html = await (await page.request.get(path)).text();
    titles.set(path, /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "");
  }
  await context.setOffline(true);
  const title = () => page.title();
  for (const path of pages) {
    await page.goto(path);
    expect((await title()).replaceAll("&", "&amp;"), path).toBe(titles.get(path));
    await expect(page.getByText("could not be loaded"), path).toHaveCount(0);
  }
});

test("what is handed in on a page that was opened again offline goes in once online", {
  tag: "@long",
}, async ({ page, context }) => {
  const post = async (path: string, data: object) =>
    (await page.request.post(path, { data })).json();
  const { class: opened } = await post("/api/classes", { name: "Away" });
  const link =
    "/labs/network?assignment=1&title=Circle&goal=loss_9&samples=60&layers=3&passes=40&device=cpu";
  await post(`/api/classes/${opened.id}/assignments`, { link });
  await page.goto(`/class/join?code=${opened.code}`);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("link", { name: "Circle" }).click();
  await expect(page).toHaveURL(/\/labs\/network/);
  await expect.poll(() => openedIn(page), { timeout: 60_000 }).toContain("/labs/network");
  await context.setOffline(true);
  await page.reload();
  await trains(page);
  await page.getByRole("button", { name: "Hand in to Away" }).click();
  await expect(page.getByText("Waiting for the connection")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("✓ Handed in to Away as Ada.")).toBeVisible();
});

test("nothing of classes is kept, nor what an address holds", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "/class/join?code=SECRET-CODE");
  await page.goto("/class#secret.secret");
  await expect.poll(() => openedIn(page)).toContain("/class");
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = names.map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(requests)).flat().map(({ url }) => url);
  });
  expect(kept.filter((url) => /secret|code=|\/api\//i.test(url))).toEqual([]);
});

test("a frame in another page registers nothing", { tag: "@long" }, async ({ page }) => {
  await page.goto("/embed/labs/network", { waitUntil: "networkidle" });
  const registered = await page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistrations();
    return all.length + (await caches.keys()).length;
  });
  expect(registered).toBe(0);
});

test("where a browser keeps nothing, the page says why, and all else works", {
  tag: "@long",
}, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "caches", {
      value: new Proxy(
        {},
        {
          get: () => () => Promise.reject(new DOMException("blocked", "SecurityError")),
        },
      ),
    });
  });
  await page.goto("/offline");
  await expect(page.getByText("This browser keeps nothing for this site")).toBeVisible();
  await page.goto("/labs/network?device=cpu&passes=20");
  await trains(page);
});

test("the site can be installed, with its own sign", { tag: "@long" }, async ({
  page,
  context,
}) => {
  await page.goto("/");
  const browser = await context.newCDPSession(page);
  const { errors } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  expect(
    installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
  ).toEqual([]);
  const apart = await page.evaluate(async () => {
    const pixels = async (address: string) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 192;
      const pen = canvas.getContext("2d");
      pen?.drawImage(image, 0, 0, 192, 192);
      return pen?.getImageData(0, 0, 192, 192).data ?? new Uint8ClampedArray();
    };
    const [own, drawn] = [await pixels("/icons/any-192.png"), await pixels("/icon.svg")];
    return own.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (drawn[at] ?? 0))),
      0,
    );
  });
  expect(apart).toBeLessThan(40);
});
