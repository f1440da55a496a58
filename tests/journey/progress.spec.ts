// What was answered is kept: by two tabs, over reloads, in full storage, and after a reset.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type AnswerBook, parseAnswerBook, record } from "@/content/quiz/answer-book";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Question } from "@/content/quiz/question";
import { expectAccessible } from "./accessible";
import { showCard } from "./answer-by-keyboard";
import { keepAnswers } from "./keep-answers";
import { expect, test } from "./strict-test";

const lessons = await readAllQuestions();
const ids = lessons.flatMap(({ questions }) => questions.map(({ id }) => id));

/** The lesson whose page shows two questions with one answer each, and these. */
function twoChoices() {
  for (const { slug, questions } of lessons) {
    const [one, other] = questions
      .slice(0, 5)
      .filter((each) => each.kind === "one" || each.kind === "several");
    if (one && other) return { slug, one, other };
  }
  throw new Error("no lesson begins with two choices");
}

const { slug, one, other } = twoChoices();

const card = (page: Page, { id }: Question) => page.locator(`[data-question="${id}"]`);
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });

/** Ticks what is right and has it checked. */
async function answerRightly(page: Page, question: Question) {
  await showCard(card(page, question));
  const options = "options" in question ? question.options : [];
  const choices = card(page, question).getByRole(
    question.kind === "one" ? "radio" : "checkbox",
  );
  for (const [at, { right }] of options.entries()) {
    if (right) await choices.nth(at).check();
  }
  await card(page, question).getByRole("button", { name: "Check" }).click();
  await expect(card(page, question)).toHaveAttribute("data-state", "right");
}

async function exported(page: Page): Promise<AnswerBook> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Export").click(),
  ]);
  const book = parseAnswerBook(await readFile(await download.path(), "utf8"));
  if (!book) throw new Error("the file is no book of answers");
  return book;
}

/** The first half of the questions, every third of them wrong, all long ago. */
const halfBook = ids.slice(0, ids.length / 2).reduce<AnswerBook>(
  (book, id, at) =>
    record(book, id, {
      answer: { kind: "ticked", options: ["any"] },
      right: at % 3 > 0,
      at: 1_000_000 + at,
    }),
  {},
);

test("two tabs that answer different questions lose neither", { tag: "@long" }, async ({
  page,
  context,
}) => {
  const tab = await context.newPage();
  await page.goto(`/lessons/${slug}`);
  await tab.goto(`/lessons/${slug}`);
  await answerRightly(page, one);
  await answerRightly(tab, other);
  for (const each of [page, tab]) {
    await each.goto("/progress");
    await expect(card(each, one)).toHaveAttribute("data-state", "right");
    await expect(card(each, other)).toHaveAttribute("data-state", "right");
    const lesson = each.locator(`[data-progress="${slug}"]`);
    await expect(lesson).toContainText(/ 2 of \d+ questions right/);
  }
});

test("full storage is said; answers work, are exported, and outlive another tab's", async ({
  page,
  context,
}) => {
  await page.goto(`/lessons/${slug}`);
  await page.evaluate(() => {
    for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let at = 0; at < 3; at += 1) {
          localStorage.setItem(`filler-${size}-${at}`, "x".repeat(size));
        }
      } catch {
        // Full for this size: a smaller one may still fit.
      }
    }
  });
  await answerRightly(page, one);
  await expect(card(page, one).getByText("does not let the page keep")).toBeVisible();
  const toProgress = page.getByRole("navigation", { name: "Site" }).getByText("Progress");
  await toProgress.click();
  await expect(page.getByText("storage is blocked or full")).toBeVisible();
  await expect(card(page, one)).toHaveAttribute("data-state", "right");
  expect((await exported(page))[one.id]?.right).toBe(true);

  const tab = await context.newPage();
  await tab.goto(`/lessons/${slug}`);
  await tab.evaluate(() => localStorage.clear());
  await answerRightly(tab, other);
  await expect(card(page, other)).toHaveAttribute("data-state", "right");
  await expect(card(page, one)).toHaveAttribute("data-state", "right");
  expect(Object.keys(await exported(page)).sort()).toEqual([one.id, other.id].sort());
});

test("a reset asks first, by keyboard alone, and can be undone", async ({ page }) => {
  await keepAnswers(page, halfBook);
  await page.goto("/progress");
  const [lesson] = lessons;
  const [question] = lesson?.questions ?? [];
  if (!lesson || !question) throw new Error("the course asks nothing");
  const part = page.locator(`[data-reset="${lesson.slug}"]`);
  // The page has read the answers, and is no longer about to draw itself anew.
  await expect(card(page, question)).not.toHaveAttribute("data-state", "open");
  await page.getByText("Start one lesson over").click();
  const state = await card(page, question).getAttribute("data-state");

  await part.getByRole("button", { name: "Reset" }).press("Enter");
  await expect(part.getByText("Remove your answers to")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(part.getByRole("button", { name: "Reset" })).toBeFocused();
  await expect(card(page, question)).toHaveAttribute("data-state", state ?? "");

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(card(page, question)).toHaveAttribute("data-state", "open");
  await expect(part.getByText("answers removed.")).toBeFocused();
  await expect(part.getByRole("button", { name: "Reset" })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(part.getByRole("button", { name: "Reset" })).toBeFocused();
  expect(await exported(page)).toEqual(halfBook);

  await button(page, "Reset everything").press("Enter");
  await expect(page.getByText("Remove all your answers?")).toBeFocused();
  await button(page, "Yes, remove").press("Enter");
  expect(await exported(page)).toEqual({});
  await page.reload();
  await expect(page.locator('[data-state="open"]')).toHaveCount(ids.length);
});

test("progress is told by lesson and by idea, with what is due", async ({ page }) => {
  await keepAnswers(page, halfBook);
  for (const [colorScheme, width] of [
    ["dark", 320],
    ["light", 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto("/progress");
    const right = Object.values(halfBook).filter((entry) => entry.right).length;
    await expect(page.locator('[data-state="right"]')).toHaveCount(right);
    const due = Object.keys(halfBook).length;
    await expect(page.getByText(`${due} questions are due for review`)).toBeVisible();
    await expectAccessible(page);
  }
  const question = lessons[0]?.questions[0];
  const same = lessons
    .flatMap(({ questions }) => questions)
    .filter(({ idea }) => idea === question?.idea);
  const count = same.filter(({ id }) => halfBook[id]?.right).length;
  const idea = page.locator(`[data-idea="${question?.idea}"]`);
  await expect(idea).toContainText(`${count} of ${same.length} right`);
  await expect(
    idea.getByRole("link").and(page.locator(`[href$="#question-${question?.id}"]`)),
  ).toHaveCount(question && halfBook[question.id]?.right ? 0 : 1);
});

test("a file of the first version is taken in beside what is here", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(`/lessons/${slug}`);
  await answerRightly(page, one);
  await page.goto("/progress");
  const answer = { kind: "ticked", options: [1] };
  const entry = { first: answer, firstRight: false, latest: answer, right: false, at: 1 };
  await page.getByLabel("A file of answers").setInputFiles({
    name: "old.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ version: 1, answers: { [other.id]: entry } })),
  });
  await expect(page.getByText("Took in 1 answer from “old.json”.")).toBeVisible();
  await expect(card(page, other)).toHaveAttribute("data-state", "wrong");
  await expect(card(page, one)).toHaveAttribute("data-state", "right");
});
