// A prediction: committed to by keyboard, trained before the reader's eyes, judged by their
// run; and the text that tells the outcome, folded until then.
import type { Locator, Page } from "@playwright/test";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Question } from "@/content/quiz/question";
import { claimNamed } from "@/labs/catalog/labs";
import { soaking } from "../soak";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

const lesson = "/lessons/loss-functions";
const cardOf = (page: Page, id: string) =>
  page.locator(`[data-kind="predict"][data-question="${id}"]`);

/** Chooses the option at a place, by keyboard alone, and commits to it. */
async function predict(page: Page, card: Locator, place: number) {
  const radios = card.getByRole("radio");
  await radios.first().focus();
  await page.keyboard.press("Space");
  for (let at = 0; at < place; at += 1) await page.keyboard.press("ArrowDown");
  await expect(radios.nth(place)).toBeChecked();
  await page.keyboard.press("Enter");
}

test("predictions are trained by themselves, and judged by the reader’s own run", async ({
  page,
}) => {
  await page.goto(lesson);
  const card = cardOf(page, "plain-fall");
  const height = async () => (await card.boundingBox())?.height;
  const before = await height();
  await expect(card.getByRole("slider", { name: "Loss by pass" })).toBeVisible();
  await predict(page, card, 0);
  await expect(card.getByRole("button", { name: "Training…" })).toBeFocused();
  const status = card.getByRole("status").filter({ hasText: "You predicted" });
  await expect(status).toContainText("You predicted: Yes, each of them");
  await expect(status).not.toContainText("Your run");
  await expect(card).toHaveAttribute("data-state", "wrong");
  const verdict = card.getByRole("status").filter({ hasText: "Your run" });
  await expect(verdict).toContainText("It came out as “Most of them, but not each”");
  await expect(verdict).toContainText(
    /Your run: test loss 0\.\d+, train loss 0\.\d+ after pass 100.* rose in \d+ passes/,
  );
  expect(await height()).toBe(before);
  const within = '[data-kind="predict"][data-question="plain-fall"]';
  await expectAccessible(page, "a verdict", { within });

  // Watched once, the next runs may show their ends at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const again = card.getByRole("button", { name: "Try again" });
  await expect(again).toBeFocused();
  await page.keyboard.press("Enter");
  await predict(page, card, 1);
  await expect(card).toHaveAttribute("data-state", "right");

  // Kept: told at once, and trained only when that is asked for.
  await page.reload();
  await expect(card).toHaveAttribute("data-state", "right");
  await expect(card.locator("form")).toHaveAttribute("data-pass", "0");
  await card.getByRole("button", { name: "Train it again" }).press("Enter");
  await expect(card.getByText("Your run:", { exact: false }).last()).toBeVisible();
  await expect(card.locator("form")).toHaveAttribute("data-pass", "100");
});

test("a guess at the last loss is a band in the chart, and one without motion is quick", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/lessons/machine-learning");
  const card = cardOf(page, "line-against-ring");
  await expect(card.getByText("you said:")).toHaveCount(0);
  await card.getByRole("radio", { name: "It falls to about half" }).check();
  const begun = Date.now();
  await card.getByRole("button", { name: "That is my prediction" }).click();
  await expect(card.getByText("you said: 0.25 to 0.75")).toBeVisible();
  await expect(card).toHaveAttribute("data-state", "wrong");
  // The first training of a page opens its engine; watched, the run alone takes longer.
  expect(Date.now() - begun).toBeLessThan(process.env.NEXT_PASS_AT ? 60_000 : 3300);
});

/** Notes, frame by frame, whether a card's curve is wholly in the window while it trains. */
async function watchCurve(card: Locator) {
  await card.evaluate((element) => {
    const plot = element.querySelector('[role="slider"]');
    const form = element.querySelector("form");
    const seen = { frames: 0, hidden: 0, from: 0, to: 0 };
    Object.assign(window, { seen });
    const look = () => {
      const isOver = element.getAttribute("data-state") !== "open";
      if (isOver) return;
      if (form?.getAttribute("data-status") === "running" && plot) {
        const { top, bottom, left, right } = plot.getBoundingClientRect();
        const bar = document.querySelector("[data-reading-bar]")?.getBoundingClientRect();
        const floor =
          bar && bar.height > 0 ? Math.min(bar.top, innerHeight) : innerHeight;
        const inside = top >= 0 && bottom <= floor && left >= 0 && right <= innerWidth;
        seen.frames += 1;
        if (!inside) seen.hidden += 1;
        if (seen.from === 0) seen.from = performance.now();
        seen.to = performance.now();
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () =>
    card.page().evaluate(() => {
      const { seen } = window as unknown as {
        seen: { frames: number; hidden: number; from: number; to: number };
      };
      return { ...seen, took: seen.to - seen.from };
    });
}

const phone = { width: 360, height: 740 };
const laptop = { width: 1280, height: 800 };

const lessons = (await readAllQuestions()).flatMap(({ slug, questions }) => {
  const asked = questions.flatMap((one) => (one.kind === "predict" ? [one] : []));
  return asked.length > 0 ? [{ slug, asked }] : [];
});

type PredictQuestion = Extract<Question, { kind: "predict" }>;

/** The daily run watches the first curve of this lesson, on a phone; the long run all curves. */
const daily = "deep-learning";

for (const { slug, asked } of lessons) {
  test(`${slug}: each curve is in sight until its verdict`, {
    tag: slug === daily ? "@soak" : "@long",
  }, async ({ page }) => {
    test.slow();
    await page.goto(`/lessons/${slug}`);
    for (const [at, one] of (soaking ? asked : asked.slice(0, 1)).entries()) {
      await page.setViewportSize(at % 3 === 1 ? laptop : phone);
      await watchPrediction(page, one);
    }
  });
}

/** Commits to a prediction of the page, and asks the browser for its curve all the while. */
async function watchPrediction(page: Page, { id, lab, claim }: PredictQuestion) {
  const card = cardOf(page, id);
  const commit = card.getByRole("button", { name: "That is my prediction" });
  await card.getByRole("radio").first().check();
  // The worst place to begin from: the button at the window's upper edge.
  await commit.evaluate((button) => button.scrollIntoView({ block: "start" }));
  const before = await card.boundingBox();
  const seen = await watchCurve(card);
  await commit.click();
  await expect(card).toHaveAttribute("data-state", /right|wrong/, { timeout: 60_000 });
  const { frames, hidden, took } = await seen();
  expect({ id, hidden }).toEqual({ id, hidden: 0 });
  // A run that diverges is over when it is.
  const diverges = claimNamed(`${lab}/${claim}`)?.expects.of === "divergence";
  const least = diverges ? 300 : 2500;
  expect(frames).toBeGreaterThan(5);
  expect(took).toBeGreaterThan(least);
  expect((await card.boundingBox())?.height).toBe(before?.height);
  await expect(card.getByText(/^(✓|✗)/).last()).toBeInViewport();
  const plot = card.getByRole("slider", { name: "Loss by pass" });
  await expect(plot).toBeInViewport({ ratio: 1 });
}

/** The first words behind a prediction. */
const told = '[data-told="plain-fall"] p >> nth=0';

test("what tells the outcome is folded until it is predicted, or skipped", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(lesson);
  const fold = page.locator('[data-told="plain-fall"]');
  const text = page.locator(told);
  await expect(text).toBeHidden();
  await fold.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(text).toBeVisible();
  await expect(fold.locator("summary")).toBeHidden();
  await page.reload();
  await expect(text).toBeVisible();

  const next = page.locator('[data-told="one-wrong-target"] p').first();
  await expect(next).toBeHidden();
  const card = cardOf(page, "one-wrong-target");
  await card.getByRole("radio").first().check();
  await card.getByRole("button", { name: "That is my prediction" }).click();
  await expect(card).toHaveAttribute("data-state", "wrong");
  await expect(next).toBeVisible();
});

test("a link into folded text unfolds it", async ({ page }) => {
  await page.goto("/lessons/deep-learning");
  const id = await page
    .locator("[data-told] [id]")
    .first()
    .evaluate((element) => element.id);
  expect(id).not.toBe("");
  await page.goto(`/lessons/deep-learning#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  await expect(page.locator(`[data-told]:has([id="${id}"]) > summary`)).toBeHidden();
});

test("a claim is trained on five seeds where it stands, after one or before", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(lesson);
  const claim = page.locator('[data-claim="loss/hinge-near-zero"]');
  await expect(claim).toContainText("Held on 20 of 20 seeds");
  await claim.getByRole("button", { name: "Try five seeds" }).click();
  await expect(claim).toHaveAttribute("data-verdict", "held", { timeout: 60_000 });
  const status = claim.getByRole("status");
  await expect(status).toHaveText("It held here on 5 of 5 seeds: 7, 8, 9, 10 and 11.");
  await expect(claim.getByRole("listitem")).toHaveCount(5);
  await expectAccessible(page);
  await claim.getByRole("button", { name: "Train again" }).click();
  await expect(status).toHaveText(/^It held here: train loss/, { timeout: 60_000 });
  await expect(claim.getByRole("listitem")).toHaveCount(2);
});

test("on paper and without scripts nothing is folded, and each run has its picture", {
  tag: "@long",
}, async ({ page, browser, baseURL }) => {
  await page.goto(lesson);
  await expect(page.locator(told)).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(told)).toBeVisible();
  await expect(page.getByText("Skip and read on").first()).toBeHidden();

  const plain = await browser.newPage({
    javaScriptEnabled: false,
    baseURL: baseURL ?? "",
  });
  await plain.goto(lesson);
  await expect(plain.locator(told)).toBeVisible();
  await expect(plain.getByText("Skip and read on").first()).toBeHidden();
  const claim = plain.locator('[data-claim="loss/hinge-near-zero"]');
  await expect(claim).toContainText("With the hinge loss");
  await expect(claim.getByRole("img").first()).toBeVisible();
  await expect(claim.getByRole("button")).toHaveCount(0);
  await expect(claim.getByRole("link", { name: "Open the lab" })).toHaveAttribute(
    "href",
    "/labs/loss?loss=hinge&passes=200",
  );
  const card = plain.locator('[data-question="plain-fall"]');
  await expect(card.getByRole("img").first()).toBeVisible();
  await plain.close();
});
