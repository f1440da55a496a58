// Questions in a lesson: every kind by keyboard alone, hints, a run that refutes, other
// questions and numbers; two tabs, and storage that is blocked or full.
import type { Page } from "@playwright/test";
import type { Answer } from "@/content/quiz/kinds/kind";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { setSize } from "@/content/quiz/pool";
import { present, type Question } from "@/content/quiz/question";
import { keyOf } from "../content/quiz/key-of";
import { expectAccessible } from "./accessible";
import { makeAnswer, showCard, tabTo } from "./answer-by-keyboard";
import { blockStorage } from "./blocked-storage";
import { expect, test } from "./strict-test";

const card = (page: Page, id: string) => page.locator(`[data-question="${id}"]`);

/** The first question of the course that is like this, and its lesson. */
async function found(isWanted: (question: Question) => boolean) {
  for (const { slug, questions } of await readAllQuestions()) {
    const question = questions.find(isWanted);
    if (question) return { slug, question };
  }
  throw new Error("no question of the course is like this");
}

async function numberQuestion() {
  const { slug, question } = await found(({ kind }) => kind === "number");
  if (question.kind !== "number") throw new Error("no question asks for a number");
  return { slug, question };
}

const addressOf = ({ slug, question }: { slug: string; question: Question }) =>
  `/lessons/${slug}#question-${question.id}`;

/** An answer that is wrong. */
function wrongFor(question: Question): Answer {
  switch (question.kind) {
    case "number":
      return { kind: "typed", text: String(question.answer + question.within + 1) };
    case "blank":
      return { kind: "typed", text: "something else" };
    case "order":
      return {
        kind: "ordered",
        items: question.items.map(({ id }) => id).toReversed(),
      };
    case "match": {
      const { target = "" } = question.pairs.at(-1) ?? {};
      return {
        kind: "matched",
        to: new Map(question.pairs.map(({ id }) => [id, target])),
      };
    }
    default: {
      const option = question.options.find(({ right }) => !right);
      return { kind: "ticked", options: option ? [option.id] : [] };
    }
  }
}

const kinds = ["one", "several", "point", "number", "blank", "order", "match"] as const;

const looks = [
  { width: 320, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 320, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

/** What the card says of the parts of a wrong answer, or of the whole. */
const remark: Record<(typeof kinds)[number], RegExp> = {
  one: /^Wrong: /,
  several: /^Wrong: /,
  point: /^Wrong: /,
  number: /^Not yet: /,
  blank: /^Not yet: /,
  order: /^Not in its place$/,
  match: /^Not this one$/,
};

/** Daily one with boxes to fill, and one with buttons to move; a whole set has the others. */
const daily = ["number", "order"];

test("a link to a question leaves the focus with a reader at work in it", {
  tag: "@long",
}, async ({ page }) => {
  const place = await found(({ kind }) => kind === "order");
  const own = card(page, place.question.id);
  const follow = () => page.evaluate(() => dispatchEvent(new Event("hashchange")));
  await page.goto(addressOf(place));
  await expect(page.locator("section[data-live=true]", { has: own })).toBeVisible();
  await page.locator("h1").evaluate((title) => {
    title.tabIndex = -1;
    title.focus();
  });
  await follow();
  await expect(own).toBeFocused();
  const move = own.getByRole("button", { name: /^Move down/ }).first();
  await move.focus();
  await follow();
  await page.waitForTimeout(300);
  await expect(move).toBeFocused();
});

for (const [at, kind] of kinds.entries()) {
  test(`“${kind}” is answered by keyboard alone: wrong, explained, and then right`, {
    tag: daily.includes(kind) ? [] : "@long",
  }, async ({ page }) => {
    const { width, colorScheme } = looks[at % looks.length] ?? looks[0];
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const place = await found((question) => question.kind === kind);
    const { question } = place;
    const give = (answer: Answer) =>
      makeAnswer(page, card(page, question.id), answer, present(question, 0));
    await page.goto(addressOf(place));
    const own = card(page, question.id);
    const button = own.locator("button[type=submit]");
    await expect(own).toBeFocused();

    if (kind === "order") {
      // A key pressed before the page is taken over would do nothing.
      await expect(page.locator("section[data-live=true]", { has: own })).toBeVisible();
    } else {
      await tabTo(page, button);
      await page.keyboard.press("Enter");
      await expect(own.getByRole("status").last()).toHaveText(/first\.$|^Type a number/);
      await expect(own).toHaveAttribute("data-state", "open");
      await own.focus();
    }
    await give(wrongFor(question));
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(own).toHaveAttribute("data-state", "wrong");
    await expect(button).toBeFocused();
    await expect(own.getByText(remark[kind]).first()).toBeVisible();
    const within = `[data-question="${question.id}"]`;
    await expectAccessible(page, `${kind}, ${width}, ${colorScheme}`, { within });

    await page.keyboard.press("Enter");
    await expect(own).toHaveAttribute("data-state", "open");
    await expect(button).toBeFocused();
    await own.focus();
    await give(keyOf(question));
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(own).toHaveAttribute("data-state", "right");
    await expect(own).toContainText("Right, at the second try. Your first answer is");

    // Whoever was right reads no blame, and unfolds more where there is more.
    await expect(own.getByText(/^(Wrong|Not )/)).toHaveCount(0);
    const more = own.locator("details");
    if ((await more.count()) > 0) {
      await expect(more.locator("li").first()).toBeHidden();
      await tabTo(page, more.locator("summary"), "Shift+Tab");
      await page.keyboard.press("Enter");
      await expect(more.locator("li").first()).toBeVisible();
    }
    await expectAccessible(page, `${kind}, right`, { within });

    await page.reload();
    await expect(own).toHaveAttribute("data-state", "right");
  });
}

test("a set is gone through by keyboard alone: answered, scored, and on to the next lesson", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const [lesson, next] = await readAllQuestions();
  if (!lesson || !next) throw new Error("the course has fewer than two lessons");
  await page.goto(`/lessons/${lesson.slug}`);
  const set = page.locator("section", { has: page.locator("[data-set]") });
  const cards = set.locator("[data-question]");
  await expect(cards.locator("visible=true")).toHaveCount(1);
  const ids = await cards.evaluateAll((all) =>
    all.map((one) => one.getAttribute("data-question")),
  );
  const foot = cards.locator("visible=true").locator("button[type=submit]");
  await cards.first().focus();
  for (const [at, id] of ids.entries()) {
    const own = card(page, id ?? "");
    const question = lesson.questions.find((one) => one.id === id);
    if (!question) throw new Error(`no question ${id}`);
    await expect(own).toBeFocused();
    await expect(own).toHaveAccessibleName(`Question ${at + 1} of ${ids.length}`);
    await makeAnswer(page, own, keyOf(question), present(question, 0));
    const slider = own.getByRole("slider", { name: "How sure are you?" });
    await tabTo(page, slider);
    if (at === 0) {
      for (const _ of [50, 55, 60]) await page.keyboard.press("ArrowRight");
      await expect(slider).toHaveAttribute("aria-valuetext", "60 %");
      await expect(own).toContainText("Log loss: 0.51 if right, 0.92 if wrong.");
    }
    await tabTo(page, foot);
    await page.keyboard.press("Enter");
    await expect(own).toHaveAttribute("data-state", "right");
    await expect(own.getByText("You were 60 % sure: a log loss of 0.51")).toHaveCount(
      at === 0 ? 1 : 0,
    );
    await expect(foot).toBeFocused();
    await page.keyboard.press("Enter");
  }
  const end = set.getByRole("region", { name: / right at the first try$/ });
  await expect(end).toBeFocused();
  await expect(end.getByRole("heading")).toHaveText(
    `${ids.length} of ${ids.length} right at the first try`,
  );
  const dots = set.getByRole("list", { name: "The questions" }).getByRole("button");
  await expect(dots.first()).toHaveAccessibleName(`Question 1 of ${ids.length}: right`);
  await expect(dots.last()).toHaveAttribute("aria-current", "step");
  await expectAccessible(page, "the end of a set");
  await tabTo(page, end.getByRole("link", { name: /^Next lesson/ }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/lessons/${next.slug}$`));
  await page.goto("/progress");
  await expect(page.locator("[data-calibration]")).toHaveAttribute(
    "data-calibration",
    "1",
  );
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("every question of a lesson can be read", async ({ page }) => {
    const [lesson] = await readAllQuestions();
    await page.goto(`/lessons/${lesson?.slug}`);
    // Words in a `noscript` are found by no locator.
    const read = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    for (const question of lesson?.questions ?? []) {
      const [words = ""] = present(question, 0).asks.replaceAll("`", "").split("___");
      expect(read).toContain(words.trim());
    }
    const sure = page.getByRole("slider", { name: "How sure are you?" });
    await expect(sure).toHaveCount(0);
  });
});

test("on a touch screen a number has a key for its sign, and keeps the keypad", {
  tag: "@long",
}, async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    ...{ hasTouch: true, isMobile: true },
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const place = await numberQuestion();
  await page.goto(addressOf(place));
  const own = card(page, place.question.id);
  const box = own.getByRole("textbox");
  await expect(box).toHaveAttribute("inputmode", "decimal");
  await box.fill("3.5");
  await own.getByRole("button", { name: "Change the sign" }).tap();
  await expect(box).toHaveValue("-3.5");
  await expect(box).toBeFocused();
  await context.close();
});

test("hints come one by one, with the focus, and are told of a right answer", async ({
  page,
}) => {
  const several = ({ kind, hints }: Question) => kind === "one" && hints.length > 0;
  const place = await found(several);
  const { question } = place;
  await page.goto(addressOf(place));
  const own = card(page, question.id);
  for (const [at, hint] of question.hints.entries()) {
    const name = `Hint ${at + 1} of ${question.hints.length}`;
    await own.getByRole("button", { name }).press("Enter");
    await expect(own.getByText(`Hint: ${hint.replaceAll("`", "")}`)).toBeFocused();
  }
  await expect(own.getByRole("button", { name: /^Hint/ })).toHaveCount(0);
  await own.focus();
  await makeAnswer(page, own, keyOf(question), present(question, 0));
  await page.keyboard.press("Enter");
  await expect(own).toContainText("Right, with a hint.");
});

test("a wrong option opens the run that refutes it, at its pass; the answer is kept", async ({
  page,
}) => {
  const refuted = (question: Question) =>
    question.kind === "one" &&
    question.options.some((option) => option.refuted?.at !== undefined);
  const place = await found(refuted);
  const { question } = place;
  if (question.kind !== "one") throw new Error("nothing is refuted");
  const option = question.options.findIndex(({ refuted }) => refuted?.at !== undefined);
  const moment = question.options[option]?.refuted;
  await page.goto(addressOf(place));
  const own = card(page, question.id);
  await own.getByRole("radio").nth(option).check();
  await own.getByRole("button", { name: "Check" }).click();
  await own.getByRole("link", { name: "Try it: open the run that shows why" }).click();
  await expect(page).toHaveURL(new RegExp(`/labs/${moment?.lab}\\?.*at=${moment?.at}`));
  await expect(page.getByText(`Every picture shows pass ${moment?.at}.`)).toBeVisible();
  await page.goto(addressOf(place));
  await expect(own).toHaveAttribute("data-state", "wrong");
});

test("a number is asked with other numbers, and stays with those it was answered for", async ({
  page,
}) => {
  const varied = (one: Question) => one.kind === "number" && one.variants !== null;
  const place = await found(varied);
  const { question } = place;
  await page.goto(addressOf(place));
  const own = card(page, question.id);
  const legend = own.locator("legend");
  await own.getByRole("textbox").fill(String("answer" in question ? question.answer : 0));
  await page.keyboard.press("Enter");
  await expect(own).toHaveAttribute("data-state", "right");
  const before = await legend.textContent();
  await own.getByRole("button", { name: "Other numbers" }).press("Enter");
  await expect(own.getByRole("textbox")).toBeFocused();
  await expect(own.getByRole("textbox")).toHaveValue("");
  const other = await legend.textContent();
  expect(other).not.toBe(before);
  await page.keyboard.type("-987654321");
  await page.keyboard.press("Enter");
  await expect(own).toHaveAttribute("data-state", "wrong");
  await page.reload();
  await expect(own).toHaveAttribute("data-state", "wrong");
  await expect(legend).toHaveText(other ?? "");
});

test("a retake asks other questions, then all of them afresh", { tag: "@long" }, async ({
  page,
}) => {
  const place = await found(({ kind }) => kind === "blank");
  const { question } = place;
  await page.goto(addressOf(place));
  const own = card(page, question.id);
  const set = page.locator("section", { has: page.locator("[data-set]") });
  const count = set.locator("[data-set]");
  const idsOf = () =>
    set.locator("[data-question]").evaluateAll((cards) => cards.map(({ id }) => id));
  await expect(own).toBeFocused();
  if (question.kind === "blank") {
    await own.getByRole("textbox").fill(question.accepts[0] ?? "");
  }
  await page.keyboard.press("Enter");
  await expect(count).toHaveText(/^1 of \d answered, 1 right at the first try$/);

  const first = await idsOf();
  expect(first.length).toBeLessThanOrEqual(setSize);
  const seen = new Set(first);
  const again = set.getByRole("button", { name: "Ask me other questions" });
  const askOthers = async () => {
    await set.getByRole("button", { name: "How it went", exact: true }).press("Enter");
    await again.press("Enter");
  };
  const heading = set.getByRole("heading");
  for (
    let round = 0;
    !/once more/.test((await heading.textContent()) ?? "");
    round += 1
  ) {
    expect(round).toBeLessThan(12);
    await askOthers();
    await expect(heading).toBeFocused();
    const ids = await idsOf();
    if (round === 0) expect(ids.filter((id) => seen.has(id))).toEqual([]);
    for (const id of ids) seen.add(id);
  }
  await expect(count).toHaveText(/^0 of \d answered, 0 right/);
  while ((await own.count()) === 0) await askOthers();
  await showCard(own);
  await expect(own).toHaveAttribute("data-state", "open");
  await expect(own.getByRole("textbox")).toHaveValue("");
});

test("what is being answered outlives what another tab answers", {
  tag: "@long",
}, async ({ page, context }) => {
  const place = await numberQuestion();
  const { question } = place;
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(addressOf(place));
    await expect(card(tab, question.id)).toBeFocused();
  }
  await card(page, question.id).getByRole("textbox").fill("12");
  await card(other, question.id).getByRole("textbox").fill(String(question.answer));
  await other.keyboard.press("Enter");
  await expect(card(other, question.id)).toHaveAttribute("data-state", "right");
  await expect(card(page, question.id).getByRole("textbox")).toHaveValue("12");
  await expect(card(page, question.id)).toHaveAttribute("data-state", "open");
});

test("where storage is blocked, answers work and the page says they will not last", async ({
  page,
}) => {
  await blockStorage(page);
  const place = await numberQuestion();
  const { question } = place;
  await page.goto(addressOf(place));
  await expect(card(page, question.id)).toBeFocused();
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
  const place = await numberQuestion();
  const { question } = place;
  await page.goto(addressOf(place));
  await expect(card(page, question.id)).toBeFocused();
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
