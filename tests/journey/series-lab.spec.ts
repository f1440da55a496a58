// The lab of time series: its verdicts, its chart, and a series of the reader's own.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const verdict = (page: Page) =>
  page.locator("[data-verdict]").filter({ hasText: "off by" });
const own = (page: Page) => page.locator("[data-view=own-series]");
const text = (page: Page) => own(page).getByRole("textbox", { name: "Your series" });

async function open(page: Page, query: string) {
  await page.goto(`/labs/series?${query}`);
  await expect(button(page, "Train")).toBeEnabled();
  await expect(verdict(page)).toContainText("Before training");
}

async function train(page: Page) {
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 60_000 });
}

async function openOwn(page: Page) {
  await page.getByRole("tab", { name: "Own series" }).click();
  await expect(text(page)).toBeVisible();
}

async function use(page: Page, series: string) {
  await text(page).fill(series);
  await button(page, "Use this text").click();
}

async function give(page: Page, name: string, content: Buffer) {
  const chooser = page.waitForEvent("filechooser");
  await button(page, "Choose a file…").click();
  await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: content });
}

/** A year's rhythm on a slope. */
const seasonal = Array.from(
  { length: 120 },
  (_, at) => 20 + at / 4 + 5 * Math.sin(at / 2),
);
const csv = `month;sold;left\n${seasonal
  .map((value, at) => `${at + 1};${value.toFixed(2).replace(".", ",")};${at % 7}`)
  .join("\n")}`;

test("on CO₂ the network beats “same as last time”, in ppm, but not the calendar", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page, "");
  await train(page);
  await expect(verdict(page)).toHaveAttribute("data-verdict", /draws|fails/);
  await expect(verdict(page)).toContainText(
    /After pass 200: The network is off by 0\.3\d* ppm on average over 198 test months/,
  );
  await expect(verdict(page)).toContainText(
    /“same as last time” by 1\.21 ppm, .* does not beat the best rule, “mean change of that month/,
  );
  await expect(page.getByText("used from May 1964, after the last gap")).toBeVisible();
});

test("on the share it does not, and the table has both errors", { tag: "@long" }, async ({
  page,
}) => {
  await open(page, "data=share&device=cpu");
  await train(page);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "fails");
  await expect(verdict(page)).toContainText(
    "The network does not beat the best rule, “same as last time”: it came closer in only",
  );
  const errors = page.getByRole("table", { name: /How far off .*, in dollars/ });
  await expect(errors.getByRole("row", { name: /“Same as last time”/ })).toContainText(
    "1.67",
  );
  await expect(errors.getByRole("row")).toHaveCount(5);
  await expect(page.getByLabel("One value a month")).toHaveCount(0);
});

test("the chart shows what is asked for, by keyboard alone", async ({ page }) => {
  await open(page, "passes=20&device=cpu");
  const part = page.getByLabel("Part of the series");
  await expect(
    page.getByLabel(/^The series and its forecasts, from May 2018/),
  ).toBeVisible();
  await page.getByLabel("Network on its own, many months ahead").focus();
  await page.keyboard.press("Space");
  await expect(page.getByLabel("Network on its own, many months ahead")).toBeChecked();
  await expect(
    page.getByText(
      /On its own from May 2018, each forecast fed back .* its 24 forecasts/,
    ),
  ).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(part).toBeFocused();
  // Not typed: a list that waits too long for the next letter begins its search anew.
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText(/On its own from May 2015/)).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const table = page.getByRole("group", { name: "Forecasts", exact: true }).last();
  await expect(table.getByRole("row")).toHaveCount(61);
  await expect(table.getByRole("row").last()).toContainText("Apr 2020416.18");
});

test("an own series is taken from pasted text, linked, trained and judged", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page, "passes=60&lr=0.01&device=cpu");
  await openOwn(page);
  await use(page, csv);
  await expect(own(page)).toContainText(
    "All 120 values are taken. The column is “left”, one of 3.",
  );
  await own(page).getByLabel("Column").selectOption("sold");
  await expect(own(page)).toContainText("“sold”");
  await expect(own(page)).toContainText("In use: 120 values from 17.36 to 53.96.");
  await expect(page).toHaveURL(/data=values&values=20\*22\.65\*/);
  await train(page);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "beats");
  await expect(verdict(page)).toContainText("test values");
  await expect(page.getByText("Your series has no dates")).toBeVisible();
  await page.getByLabel("One value a month").check();
  await expect(verdict(page)).toContainText("“same change as 12 values ago”");
  await page.getByLabel("One value a month").uncheck();
  const saw = await verdict(page).textContent();
  await page.reload();
  await train(page);
  await expect(verdict(page)).toHaveText(saw ?? "");
  await openOwn(page);
  await expect(own(page)).toContainText("In use: 120 values");
});

test("what is no series gets one sentence, and what was there stays", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "data=share&device=cpu");
  await openOwn(page);
  const problem = own(page).getByRole("alert").first();
  for (const [bad, says] of [
    ["", "There is nothing to read: it is empty."],
    ["once upon a time", "There is no number in it."],
    ["12.5", "There is 1 value: with 12 changes seen, 15 values are needed."],
    ["1\n2\nthree\n4", "Row 3 is “three”, which is no number."],
    ["1\n2\nInfinity", "Row 3 is “Infinity”, which is no number."],
    ["4\n".repeat(40), "All 40 values are equal: no change to predict."],
    ["1\n2\n3", "There are 3 values: with 12 changes seen, 15 values are needed."],
  ] as const) {
    await use(page, bad);
    await expect(problem).toHaveText(says);
    await expect(text(page)).toHaveValue(bad);
  }
  await give(page, "picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  await expect(problem).toHaveText(/This is not plain text/);
  await expect(page).toHaveURL("/labs/series?data=share&device=cpu");
  await use(page, seasonal.join("\n"));
  await expect(problem).toBeEmpty();
  await expect(own(page)).toContainText(
    "All 120 values are taken, rounded to 9 significant",
  );
});

test("where a text can be read in two ways the page asks, and a guessed encoding is told", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "data=share&device=cpu");
  await openOwn(page);
  const values = Array.from({ length: 30 }, (_, at) => `${at + 1},${101 + 3 * at}`);
  await use(page, values.join("\n"));
  const asked = own(page).getByRole("button", { name: /^“1,101” is/ });
  await expect(asked).toHaveText([
    "“1,101” is 1 and 101: 30 values, first 101, last 188",
    "“1,101” is 1101: 30 values, first 1101, last 30188",
    "“1,101” is 1.101: 30 values, first 1.101, last 30.188",
  ]);
  await expect(page).toHaveURL("/labs/series?data=share&device=cpu");
  await asked.nth(1).press("Enter");
  await expect(own(page)).toContainText("In use: 30 values from 1101 to 30188.");
  await expect(asked).toHaveCount(0);

  const older = `Größe €;Jahr\n${values.map((one, at) => `${one}5;${at}`).join("\n")}`;
  const letters = Array.from(older, (letter) =>
    letter === "€" ? 0x80 : letter.charCodeAt(0),
  );
  await give(page, "older.csv", Buffer.from(letters));
  await expect(own(page)).toContainText("read as Windows-1252");
  await own(page).getByLabel("Column").selectOption("Größe €");
  await expect(own(page)).toContainText("In use: 30 values from 1.1015 to 30.1885.");
});

test("a file of 50 MB is refused at once, and a good one is taken", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "device=cpu");
  await openOwn(page);
  const began = Date.now();
  // A file of that size made in the page: only its size is looked at.
  await own(page)
    .getByRole("group", { name: "Your series" })
    .evaluate((target) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(50_000_000)], "large.csv"));
      target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
    });
  await expect(own(page)).toContainText(
    "The file “large.csv” has 50 MB: at most 1 MB is read.",
  );
  expect(Date.now() - began).toBeLessThan(3000);
  const long = Array.from({ length: 1000 }, (_, at) => (at * 7919) % 613);
  await give(page, "long.csv", Buffer.from(long.join("\r\n")));
  await expect(own(page)).toContainText("The latest 600 of 1,000 values are taken.");
  await expect(own(page)).not.toContainText("large.csv");
  await expect(page).toHaveURL(/data=values/);
});

test("a walk by coin toss is put in by keyboard, and no network foretells it", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "passes=60&device=cpu");
  await page.getByRole("tab", { name: "Own series" }).focus();
  await page.keyboard.press("Enter");
  await button(page, "A walk by coin toss").focus();
  await page.keyboard.press("Enter");
  await expect(own(page)).toContainText("In use: 240 values");
  await train(page);
  await expect(verdict(page)).toHaveAttribute("data-verdict", /draws|fails/);
  await button(page, "A wave").focus();
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("Before training");
  await train(page);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "beats");
});

test("a sign-in page instead of the data is told, and a later try works", async ({
  page,
}) => {
  let blocked = true;
  await page.route("**/data/*", (route) =>
    blocked
      ? route.fulfill({ contentType: "text/html", body: "<p>Sign in, please.</p>" })
      : route.continue(),
  );
  await page.goto("/labs/series?device=cpu&passes=20");
  const says = "The data file co2-concentration.csv could not be loaded.";
  await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
  blocked = false;
  await button(page, "Try again").press("Enter");
  await train(page);

  blocked = true;
  await page.getByLabel("Data", { exact: true }).selectOption("share");
  await expect(page.getByLabel("What was not taken")).toContainText(
    "The data file msft-monthly-price.csv could not be loaded.",
  );
  await expect(bench(page)).toHaveAttribute("data-pass", "20");
  await button(page, "Train again").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  blocked = false;
  await page.getByLabel("Data", { exact: true }).selectOption("share");
  await expect(page).toHaveURL(/data=share/);
  await train(page);
});

test("a series too short for what is looked back on gives way to data that come late", {
  tag: "@long",
}, async ({ page }) => {
  const values = Array.from({ length: 20 }, (_, at) => (at * at) % 17).join("*");
  await page.goto(`/labs/series?data=values&window=5&values=${values}&device=cpu`);
  await page.getByLabel("Changes seen").fill("36");
  await expect(page.getByLabel("What was not taken")).toContainText(
    "Your own series must have 39 values at least to look 36 changes back",
  );
  await train(page);
  await page.getByLabel("Changes seen").fill("5");
  await page.getByLabel("Data", { exact: true }).selectOption("values");
  await openOwn(page);
  await expect(own(page)).toContainText("In use: 20 values");
});

test("of a table's columns one is taken that changes", { tag: "@long" }, async ({
  page,
}) => {
  await open(page, "device=cpu&passes=20");
  await openOwn(page);
  await use(page, seasonal.map((value, at) => `${value},${at % 7},5`).join("\n"));
  await expect(own(page)).toContainText("The column is “column 2”, one of 3.");
  await train(page);
});
