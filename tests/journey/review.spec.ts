// The daily handful: what is due, asked one by one, and when it comes again.
import type { Page } from "@playwright/test";
import { dueWords, seedAfter } from "@/components/review/sitting-state";
import { type AnswerBook, parseAnswerBook, record } from "@/content/quiz/answer-book";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { drawn, present, type Question } from "@/content/quiz/question";
import { scheduleOf } from "@/content/quiz/schedule";
import { expectAccessible } from "./accessible";
import { keepAnswers } from "./keep-answers";
import { expect, test } from "./strict-test";

const day = 24 * 60 * 60 * 1000;
const noon = new Date(2027, 2, 1, 12).getTime();

const lessons = await readAllQuestions();
const all = lessons.flatMap(({ questions }) => questions);

/** The course's first question of a kind, with numbers to be drawn where it asks for one. */
function firstOf<K extends "one" | "number">(kind: K) {
  const found = all.find(
    (one): one is Question & { kind: K } =>
      one.kind === kind && (one.kind !== "number" || one.variants !== null),
  );
  if (!found) throw new Error(`no question of kind ${kind}`);
  return found;
}

const choice = firstOf("one");
const number = firstOf("number");

const rightly = { answer: { kind: "ticked", options: ["any"] }, right: true } as const;

/** Both questions, answered rightly at the first noon. */
const bothRight = [choice, number].reduce<AnswerBook>(
  (book, { id }) => record(book, id, { ...rightly, at: noon }),
  {},
);

const card = (page: Page, { id }: Question) => page.locator(`[data-question="${id}"]`);
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });

function dueOn(book: AnswerBook, { id }: Question): number {
  const entry = book[id];
  if (!entry) throw new Error(`no answer to ${id}`);
  return scheduleOf(entry).due;
}

async function keptBook(page: Page): Promise<AnswerBook> {
  const text = await page.evaluate(() => localStorage.getItem("next-pass-answers"));
  return parseAnswerBook(text ?? "") ?? {};
}

/** Ticks an option of the question at hand by keyboard alone, and has it checked. */
async function choose(page: Page, isRight: boolean, before: AnswerBook) {
  const { parts } = present(choice, seedAfter(before[choice.id]));
  const wanted = choice.options.find(({ right }) => right === isRight)?.id;
  const at = parts.findIndex(({ id }) => id === wanted);
  const radio = card(page, choice).getByRole("radio").nth(at);
  await page.keyboard.press("Tab");
  await expect(card(page, choice).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Space");
  for (let moves = at; moves > 0; moves -= 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(radio).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(card(page, choice)).toHaveAttribute(
    "data-state",
    isRight ? "right" : "wrong",
  );
}

test("what was answered comes back after days, by keyboard alone", async ({ page }) => {
  await keepAnswers(page, bothRight);
  const first = dueOn(bothRight, choice);
  await page.clock.setFixedTime(noon);
  await page.goto("/review");
  await expect(
    page.getByText(`The next question is due ${dueWords(first, noon)}.`),
  ).toBeVisible();

  const later = noon + 5 * day;
  await page.clock.setFixedTime(later);
  await page.reload();
  await expect(page.getByRole("link", { name: "Review 2 due" })).toBeVisible();
  const order = [choice, number].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const [at, question] of order.entries()) {
    await expect(card(page, question)).toHaveAccessibleName(`Question ${at + 1} of 2`);
    await expect(card(page, question)).toHaveAttribute("data-state", "open");
    await expect(
      page.getByRole("link", { name: "Where the lesson says it" }),
    ).toHaveAttribute("href", new RegExp(`^/lessons/[a-z-]+#${question.section}`));
    if (at === 0) await card(page, question).focus();
    await expect(card(page, question)).toBeFocused();
    const before = await keptBook(page);
    if (question === choice) await choose(page, false, before);
    else {
      const asked = drawn(number, seedAfter(before[number.id]));
      await expect(card(page, number)).toContainText(asked.asks.slice(0, 40));
      await page.keyboard.press("Tab");
      await page.keyboard.type(asked.kind === "number" ? String(asked.answer) : "");
      await page.keyboard.press("Enter");
      await expect(card(page, number)).toHaveAttribute("data-state", "right");
    }
    await button(page, at === 0 ? "Next question" : "See how it went").press("Enter");
  }
  const end = page.getByRole("region", { name: "1 of 2 right" });
  await expect(end).toBeFocused();
  const then = dueOn(await keptBook(page), number);
  await expect(end.locator('[data-outcome="right"]')).toContainText(
    `again ${dueWords(then, later)}`,
  );
  await expect(end.locator('[data-outcome="wrong"]')).toContainText("again today");
  await expect(end).toContainText("1 question is still due today.");
  await expectAccessible(page);

  await page.clock.setFixedTime(later + 60_000);
  await button(page, "Go on").press("Enter");
  await expect(card(page, choice)).toBeFocused();
  await choose(page, true, await keptBook(page));
  await button(page, "See how it went").press("Enter");
  await expect(page.getByText("again tomorrow")).toBeVisible();
  await expect(page.getByText("That is all for today.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("The next question is due tomorrow.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Review", exact: true })).toBeVisible();
});

test("the coming days tell how many questions are due on each", { tag: "@long" }, async ({
  page,
}) => {
  await keepAnswers(page, bothRight);
  await page.clock.setFixedTime(noon);
  await page.goto("/review");
  const days = page
    .getByRole("region", { name: "The coming days" })
    .getByRole("listitem");
  await expect(days).toHaveCount(7);
  await expect(days.first()).toHaveText("–Today");
  const ahead = Math.round((dueOn(bothRight, choice) - noon) / day + 0.5);
  const due = [choice, number].filter(
    (one) => dueOn(bothRight, one) === dueOn(bothRight, choice),
  );
  await expect(days.nth(ahead)).toHaveAttribute("data-due", String(due.length));
  await page.clock.setFixedTime(noon + 30 * day);
  await page.reload();
  await expect(days.first()).toHaveText("2Today");
  await expect(page.getByText("1 of 2", { exact: true })).toBeVisible();
});

test("without answers the page says how it works; with some it offers new ones", async ({
  page,
}) => {
  await page.goto("/review");
  await expect(page.getByText("You have not answered any question yet.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link")).toHaveAttribute(
    "href",
    "/#lessons",
  );
  await page.clock.setFixedTime(noon);
  await keepAnswers(page, bothRight);
  await page.reload();
  const begun = lessons
    .filter(({ questions }) => questions.includes(choice) || questions.includes(number))
    .flatMap(({ questions }) => questions);
  const fresh = begun.filter(
    (one) => one !== choice && one !== number && one.kind !== "predict",
  );
  await button(page, "Answer 5 new questions").press("Enter");
  for (const [at, question] of fresh.slice(0, 5).entries()) {
    await expect(card(page, question)).toBeFocused();
    await expect(card(page, question)).toHaveAccessibleName(`Question ${at + 1} of 5`);
    await button(page, "Skip this one").press("Enter");
  }
  await expect(page.getByRole("region", { name: "All skipped" })).toBeFocused();
  expect(await keptBook(page)).toEqual(bothRight);
});

test("once loaded, a sitting needs no network; axe finds nothing in it", async ({
  page,
  context,
  complaints,
}) => {
  await keepAnswers(page, bothRight);
  await page.clock.setFixedTime(noon + 5 * day);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/review");
  for (const [colorScheme, width] of [
    ["light", 320],
    ["dark", 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole("article", { name: "Question 1 of 2" })).toBeVisible();
    await expectAccessible(page);
  }
  await context.setOffline(true);
  await button(page, "Skip this one").click();
  await button(page, "Skip this one").click();
  await expect(page.getByText("2 questions are still due today.")).toBeVisible();
  await button(page, "Go on").click();
  await expect(page.getByRole("article", { name: "Question 1 of 2" })).toBeFocused();
  complaints.length = 0;
});

test("questions that cannot be loaded are asked for again", async ({
  page,
  complaints,
}) => {
  await keepAnswers(page, bothRight);
  await page.clock.setFixedTime(noon);
  await page.route("**/questions.json*", (route) => route.abort(), { times: 1 });
  await page.goto("/review");
  await button(page, "Load the questions").press("Enter");
  await expect(page.getByText("Nothing is due today.")).toBeVisible();
  complaints.length = 0;
});
