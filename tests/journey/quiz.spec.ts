// Answers: kept, shared between tabs, taken along, reset; also where storage is blocked.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readAllQuestions } from "@/content/quiz";
import { blockStorage } from "./blocked-storage";
import { expect, test } from "./strict-test";

const card = (page: Page, id: string) => page.locator(`[data-question="${id}"]`);

async function numberQuestion() {
  for (const { slug, questions } of await readAllQuestions()) {
    for (const question of questions)
      if (question.kind === "number") return { slug, question };
  }
  throw new Error("no question asks for a number");
}

test("a number is typed, judged and explained, by keyboard alone", async ({ page }) => {
  const { slug, question } = await numberQuestion();
  await page.goto(`/lessons/${slug}#question-${question.id}`);
  const box = card(page, question.id).getByRole("textbox");
  await box.focus();
  await page.keyboard.type("about five");
  await page.keyboard.press("Enter");
  await expect(card(page, question.id).getByText("Type a number")).toBeVisible();
  await expect(card(page, question.id)).toHaveAttribute("data-state", "open");
  await box.fill(String(question.answer + question.within + 1));
  await page.keyboard.press("Enter");
  await expect(card(page, question.id).getByText("Not yet:")).toBeVisible();
  await card(page, question.id).getByRole("button", { name: "Try again" }).press("Enter");
  await box.fill(String(question.answer));
  await box.press("Enter");
  await expect(card(page, question.id)).toHaveAttribute("data-state", "right");
});

test("several ticks count only all together", async ({ page }) => {
  const all = await readAllQuestions();
  const slug = "machine-learning";
  const questions = all.find((lesson) => lesson.slug === slug)?.questions ?? [];
  const question = questions.find(({ kind }) => kind === "several");
  if (question?.kind !== "several") throw new Error("no question with several answers");
  await page.goto(`/lessons/${slug}`);
  const boxes = card(page, question.id).getByRole("checkbox");
  const rightOnes = question.options.flatMap((option, at) => (option.right ? [at] : []));
  await card(page, question.id).getByRole("button", { name: "Check" }).click();
  await expect(
    card(page, question.id).getByText("Choose an option first."),
  ).toBeVisible();
  await boxes.nth(rightOnes[0] ?? 0).check();
  await card(page, question.id).getByRole("button", { name: "Check" }).click();
  const partly = rightOnes.length > 1 ? "wrong" : "right";
  await expect(card(page, question.id)).toHaveAttribute("data-state", partly);
  if (partly === "wrong") {
    await card(page, question.id).getByRole("button", { name: "Try again" }).click();
    for (const at of rightOnes) await boxes.nth(at).check();
    await card(page, question.id).getByRole("button", { name: "Check" }).click();
  }
  await expect(card(page, question.id)).toHaveAttribute("data-state", "right");
});

test("answers are exported, reset per lesson, imported, and seen by another tab", async ({
  page,
  context,
}) => {
  const { slug, question } = await numberQuestion();
  await page.goto(`/lessons/${slug}`);
  await card(page, question.id).getByRole("textbox").fill(String(question.answer));
  await card(page, question.id).getByRole("button", { name: "Check" }).click();
  await page.goto("/progress");
  const entry = card(page, question.id);
  await expect(entry).toHaveAttribute("data-state", "right");
  const other = await context.newPage();
  await other.goto("/progress");
  await expect(card(other, question.id)).toHaveAttribute("data-state", "right");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(JSON.parse(file).answers[question.id].right).toBe(true);

  await page
    .locator(`[data-progress="${slug}"]`)
    .getByRole("button", { name: "Reset" })
    .click();
  await expect(entry).toHaveAttribute("data-state", "open");
  await expect(card(other, question.id)).toHaveAttribute("data-state", "open");

  const input = page.getByLabel("A file of answers");
  const upload = (name: string, text: string) =>
    input.setInputFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  await upload("poem.json", '{"roses": "red"}');
  await expect(page.getByText("“poem.json” is not a file of answers")).toBeVisible();
  await expect(entry).toHaveAttribute("data-state", "open");
  await upload("answers.json", file);
  await expect(entry).toHaveAttribute("data-state", "right");
});

test("where storage is blocked, answers work and the page says they will not last", async ({
  page,
}) => {
  await blockStorage(page);
  const { slug, question } = await numberQuestion();
  await page.goto(`/lessons/${slug}`);
  await card(page, question.id).getByRole("textbox").fill(String(question.answer));
  await card(page, question.id).getByRole("button", { name: "Check" }).click();
  await expect(card(page, question.id)).toHaveAttribute("data-state", "right");
  await expect(
    card(page, question.id).getByText("does not let the page keep"),
  ).toBeVisible();
});

test("a store that cannot be read is kept, and the page says that answers are not", async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (!localStorage.getItem("next-pass-answers")) {
      localStorage.setItem("next-pass-answers", "x".repeat(3_000_000));
    }
  });
  const { slug, question } = await numberQuestion();
  await page.goto(`/lessons/${slug}`);
  await card(page, question.id).getByRole("textbox").fill(String(question.answer));
  await card(page, question.id).getByRole("button", { name: "Check" }).click();
  await expect(card(page, question.id)).toHaveAttribute("data-state", "right");
  const stored = await page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("next-pass-answers"))
      .map((key) => localStorage.getItem(key)?.length ?? 0),
  );
  expect(stored).toContain(3_000_000);
});

test("an import takes the answers to this course's questions and counts the others", async ({
  page,
}) => {
  const { question } = await numberQuestion();
  const answer = { kind: "typed", text: "1" };
  const entry = { first: answer, firstRight: false, latest: answer, right: false, at: 1 };
  const strangers = Array.from({ length: 4999 }, (_, index) => [`z-${index}`, entry]);
  const answers = { ...Object.fromEntries(strangers), [question.id]: entry };
  await page.goto("/progress");
  await page.getByLabel("A file of answers").setInputFiles({
    name: "all.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ version: 1, answers })),
  });
  await expect(page.getByText("Took in 1 answer from")).toContainText(
    "4999 belong to no",
  );
  await expect(card(page, question.id)).toHaveAttribute("data-state", "wrong");
});
