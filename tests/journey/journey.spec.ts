// What a learner does: opens a lesson, predicts, trains the claim, follows the link,
// answers a question, comes back. Run with a WebGPU adapter and with none.
import type { Locator, Page } from "@playwright/test";
import { course } from "@/content/course";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { expect, test } from "./strict-test";

const loss = async (bench: Locator) =>
  Number(await bench.getAttribute("data-train-loss"));

/** Trains a claim to its end where it stands in the text, and opens its lab at that run. */
async function trainClaim(page: Page, claim: Locator) {
  await expect(claim).toHaveAttribute("data-verdict", "open");
  await claim.getByRole("button", { name: "Train" }).click();
  await expect(claim).toHaveAttribute("data-verdict", "held", { timeout: 60_000 });
  await expect(claim).toHaveAttribute("data-device", "cpu");
  await expect(claim.getByRole("status")).toContainText("It held here:");
  const link = claim.getByRole("link", { name: "Open the lab" });
  const path = await link.getAttribute("href");
  await link.click();
  await expect(page).toHaveURL(path ?? "");
  await expect(page.locator("[data-lab][data-status]")).toHaveAttribute("data-pass", "0");
}

/** Trains a short run on the GPU, one operation at a time, until the loss has fallen. */
async function trainOnGpu(page: Page, id: string) {
  const run = "data=gaussian&samples=40&layers=2&batch=20&passes=8&lr=0.1&loss=squared";
  await page.goto(`/labs/${id}?${run}&in=x-y&device=webgpu`);
  const bench = page.locator("[data-lab][data-status]");
  await expect(bench).toHaveAttribute("data-pass", "0");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  const before = await loss(bench);
  await expect(bench).toHaveAttribute("data-status", "done", { timeout: 90_000 });
  await expect(bench).toHaveAttribute("data-device", "webgpu");
  await expect(bench).toHaveAttribute("data-pass", "8");
  expect(await loss(bench)).toBeLessThan(0.7 * before);
  await bench.locator("summary", { hasText: "GPU" }).click();
  await expect(bench.getByText("Trained by the GPU")).toBeVisible();
}

/** The second lesson daily, the others in the long run. */
const daily = 1;

for (const [index, slug] of course.entries()) {
  const title = `lesson ${index + 1}, ${slug}: read, predict, train, follow, answer, return`;
  test(title, { tag: index === daily ? [] : "@long" }, async ({ page }, { project }) => {
    // Runs are watched in predict.spec.ts: here their ends are shown at once.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/");
    await page.locator(`#lessons a[href="/lessons/${slug}"]`).click();
    await expect(page.getByText(`Lesson ${index + 1} of ${course.length}`)).toBeVisible();

    const questions = await readQuestions(slug);
    const [asked] = questions.filter(({ kind }) => kind === "predict");
    if (asked) {
      const predict = page.locator(`[data-question="${asked.id}"]`);
      await predict.getByRole("radio").first().check();
      await predict.getByRole("button", { name: "That is my prediction" }).click();
      await expect(predict).toHaveAttribute("data-state", /right|wrong/, {
        timeout: 60_000,
      });
    }

    // A claim about the run that was just predicted has held by now.
    const open = page.locator('[data-card="claim"][data-verdict="open"]:visible').first();
    const hasClaim = (await open.count()) > 0;
    const claimed = hasClaim ? await open.getAttribute("data-claim") : "";
    const claim = page.locator(`[data-card="claim"][data-claim="${claimed}"]`);
    if (project.name === "WebGPU") {
      const named = hasClaim
        ? claim.getAttribute("data-claim")
        : page.locator("[data-lab]").first().getAttribute("data-lab");
      await trainOnGpu(page, (await named)?.split("/")[0] ?? "");
    } else if (hasClaim) await trainClaim(page, claim);

    const [question] = questions.filter(({ kind }) => kind === "one");
    if (question?.kind !== "one") throw new Error("no question with one answer");
    const right = question.options.find((option) => option.right)?.text ?? "";
    const wrong = question.options.find((option) => !option.right)?.text ?? "";
    await page.goto(`/lessons/${slug}#question-${question.id}`);
    const card = page.locator(`[data-question="${question.id}"]`);
    await card.getByRole("radio", { name: wrong.replaceAll("`", "") }).check();
    await card.getByRole("button", { name: "Check" }).click();
    await expect(card).toHaveAttribute("data-state", "wrong");
    await expect(card.getByText("Wrong:")).toHaveCount(1);
    await card.getByRole("button", { name: "Try again" }).press("Enter");
    await expect(card).toHaveAttribute("data-state", "open");
    await expect(card.getByRole("status")).toHaveText("");
    await expect(card.getByRole("button", { name: "Check" })).toBeFocused();
    await card.getByRole("radio", { name: right.replaceAll("`", "") }).check();
    await card.getByRole("button", { name: "Check" }).click();
    await expect(card).toHaveAttribute("data-state", "right");
    await expect(card.getByText(/^Right:/)).toHaveCount(1);
    await expect(card.getByText(/^Wrong:/)).toHaveCount(0);
    await card.getByText("Why not the others?").click();
    await expect(card.locator("details li")).toHaveCount(question.options.length - 1);

    await page.reload();
    await expect(card).toHaveAttribute("data-state", "right");
    await page.goto("/progress");
    const entry = page.locator(
      `[data-progress="${slug}"] [data-question="${question.id}"]`,
    );
    await expect(entry).toHaveAttribute("data-state", "right");
    await expect(entry).toContainText("not at the first try");
  });
}
