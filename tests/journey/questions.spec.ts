// Questions leave for other systems and for paper, and come in from GIFT.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readGift } from "@/content/exchange/read-gift";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { parseQuestions } from "@/content/quiz/question-file";
import { zipEntries } from "../content/exchange/zip-entries";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

async function lesson(slug: string) {
  const found = (await readAllQuestions()).find((one) => one.slug === slug);
  if (!found) throw new Error(`no lesson ${slug}`);
  return found.questions;
}

/** Presses a button by keyboard, and gives the file that comes of it. */
async function taken(page: Page, button: string) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).press("Enter");
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a lesson’s questions are taken in every format", async ({ page }) => {
  const questions = await lesson("deep-learning");
  await page.goto("/questions");
  const gift = await taken(page, "GIFT of Deep learning");
  expect(gift.name).toBe("deep-learning.gift.txt");
  const { questions: read, notices } = readGift(gift.bytes.toString("utf8"), "passes");
  expect(read.map(({ asks }) => asks)).toEqual(questions.map(({ asks }) => asks));
  expect(notices.filter(({ lost }) => lost)).toEqual([]);
  const said = page.getByRole("status").first();
  await expect(said).toHaveText(
    `deep-learning.gift.txt holds ${questions.length} questions.`,
  );
  const qti = await taken(page, "QTI 2.1 of Deep learning");
  expect(zipEntries(qti.bytes).size).toBe(questions.length + 2);
  const canvas = await taken(page, "QTI 1.2 of Deep learning");
  expect(canvas.name).toBe("deep-learning.qti12.zip");
  const quiz = zipEntries(canvas.bytes).get("quiz.xml") ?? "";
  expect(quiz.split("<item ").length - 1).toBe(questions.length);
  await page.getByLabel("Numbers from seed").fill("7");
  const seeded = await taken(page, "GIFT of Deep learning");
  expect(seeded.bytes.equals(gift.bytes)).toBe(false);
  const yaml = await taken(page, "YAML of The whole course");
  const all = (await readAllQuestions()).flatMap((one) => one.questions);
  expect(parseQuestions(yaml.bytes.toString("utf8"), yaml.name)).toEqual(all);
});

test("a cartridge links to lessons and labs, and names the questions that it leaves out", async ({
  page,
}) => {
  const questions = await lesson("deep-learning");
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/questions");
  const { name, bytes } = await taken(page, "Cartridge of Deep learning");
  expect(name).toBe("deep-learning.imscc");
  const files = zipEntries(bytes);
  const site = new URL("/", page.url()).href;
  expect(files.get("links/deep-learning-1.xml")).toContain(
    `href="${site}lessons/deep-learning"`,
  );
  const links = [...files.values()].join("");
  expect(links).toContain(`href="${site}labs/network"`);
  const left = questions.filter(({ kind }) => kind === "order" || kind === "match");
  const said = page.getByRole("status").first();
  await expect(said).toContainText("which are left out");
  for (const { id } of left) await expect(said).toContainText(id);
  await page.getByText("What each format keeps of each kind").press("Enter");
  const row = page.getByRole("row", { name: /match pairs/ });
  await expect(row).toContainText("left out");
  await expectAccessible(page);
});

const gift = `::sum::What is 2 + 2? {=4#Counted. ~3#One less.}

Which one {=a ~b

The sun rises in the {=east}.`;

test("pasted GIFT is read, what is bad is told, and YAML is taken", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto("/questions");
  await page.getByLabel("Questions in GIFT").fill(gift);
  await page.getByLabel("Idea of those that name none").selectOption("baselines");
  await page.getByRole("button", { name: "Read them" }).press("Enter");
  await expect(page.getByText("2 questions read, 1 left out.")).toBeVisible();
  await expect(page.getByText("Line 3: This is no question.")).toBeVisible();
  await expectAccessible(page);
  const { bytes } = await taken(page, "Download as YAML");
  const [sum, sun] = parseQuestions(bytes.toString("utf8"), "imported");
  expect(sum).toMatchObject({ id: "sum", kind: "one", idea: "baselines" });
  expect(sun).toMatchObject({ asks: "The sun rises in the ___ .", accepts: ["east"] });
});

test("a sheet is black on white, with or without its key on a page of its own", async ({
  page,
}) => {
  const questions = await lesson("deep-learning");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/questions");
  await page.getByRole("link", { name: "Sheet of Deep learning" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Deep learning" })).toBeVisible();
  const key = page.getByRole("region", { name: "Key" });
  await expect(key.getByRole("listitem")).toHaveCount(questions.length);
  await expectAccessible(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByText("Name:")).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(key).toHaveCSS("break-before", "page");
  await page.emulateMedia({ media: "screen" });
  await page.getByLabel("With the key").press("Space");
  await expect(key).toHaveCount(0);
});
