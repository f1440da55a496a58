// The scores and answers of graded quizzes, as a teacher reads them on the class board.
import { readFile } from "node:fs/promises";
import type { APIRequestContext } from "@playwright/test";
import type { Presented, Question } from "@/content/quiz/question";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

// Each run counts as another address, so that the limits are those of one.
const address = `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".")}`;
test.use({ extraHTTPHeaders: { "x-forwarded-for": address } });

type Choice = Extract<Question, { kind: "one" | "several" }>;

async function post(request: APIRequestContext, path: string, data: object = {}) {
  const response = await request.post(path, { data });
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
  return response.json();
}

test("a teacher sees the scores of graded quizzes, and which questions were hard", async ({
  page,
  playwright,
  baseURL,
}) => {
  const listed: { question: Question }[] = await (
    await page.request.get("/questions.json")
  ).json();
  const choices = listed.flatMap(({ question }) =>
    question.kind === "one" ? [question] : [],
  );
  const [easy, hard] = choices;
  if (!easy || !hard) throw new Error("The course has no two questions of one choice.");
  const wrong = hard.options.find(({ right }) => !right)?.text ?? "";
  const { class: opened } = await post(page.request, "/api/classes", { name: "Graded" });
  const at = `/api/classes/${opened.id}`;
  const link = `/labs/network?assignment=1&title=Test&quiz=${easy.id}.${hard.id}&tries=2`;
  const { id } = await post(page.request, `${at}/assignments`, { link });

  /** Joins and starts the quiz; answers by the text of an option. */
  async function join(name: string) {
    const request = await playwright.request.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { "x-forwarded-for": address },
    });
    await post(request, "/api/join", { code: opened.code, name });
    const quiz = `${at}/assignments/${id}/quiz`;
    const { questions } = await post(request, quiz);
    return {
      request,
      async answer(question: Choice, number: number, option?: string) {
        const presented: Presented = questions.find(
          (one: Presented) => one.id === question.id,
        );
        const wanted = option ?? question.options.find((one) => one.right)?.text;
        const text = `:${presented.parts.find((one) => one.text === wanted)?.id}`;
        const given = { question: question.id, try: number, text, took: 42_000 };
        return post(request, `${quiz}/answers`, given);
      },
    };
  }

  const ada = await join("Ada");
  expect(await ada.answer(hard, 1, wrong)).toEqual({ right: false, left: 1 });
  expect(await ada.answer(hard, 2)).toEqual({ right: true, left: 0 });
  expect(await ada.answer(easy, 1)).toEqual({ right: true, left: 0 });
  const bo = await join("Bo");
  expect(await bo.answer(hard, 1, wrong)).toEqual({ right: false, left: 1 });
  expect(await bo.answer(easy, 1)).toEqual({ right: true, left: 0 });

  await page.goto(`/class?c=${opened.id}`);
  await expect(
    page.getByRole("button", { name: "Bo, Test: 1 of 2 right" }),
  ).toBeVisible();
  const cell = page.getByRole("button", { name: "Ada, Test: 2 of 2 right" });
  await cell.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Ada: Test" });
  await expect(dialog.getByText("Graded quiz: 2 of 2 right")).toBeVisible();
  await expect(dialog.getByText(`✗ wrong: ${wrong}`)).toBeVisible();
  await expectAccessible(page, "the dialog of a quiz");
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();

  await page.getByRole("button", { name: "Show the answers" }).click();
  const table = page.getByRole("group", { name: "Answers in graded quizzes" });
  const rows = table.locator("[data-question-count]");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute("data-question-count", easy.id);
  await page
    .getByLabel("Questions", { exact: true })
    .selectOption({ label: "hardest first" });
  const hardest = rows.first();
  await expect(hardest).toHaveAttribute("data-question-count", hard.id);
  await expect(hardest.getByRole("cell")).toHaveText([
    "2",
    "0 of 2",
    "1 of 2",
    `${wrong} (2 of 2)`,
    "42 s",
  ]);
  await expectAccessible(page, "the answers to a graded quiz");

  await page.locator("summary", { hasText: "Save as CSV" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "All receipts and quiz scores as CSV" }).click();
  const csv = await readFile(await (await saving).path(), "utf8");
  expect(csv).toContain("quiz: right,quiz: questions,quiz started at (UTC)");
  expect(csv).toMatch(/Ada,,,Test,.*,2,2,20/);

  // What is asked can be edited: one question fewer, one try more, told at the end.
  await page.locator("summary", { hasText: "Assignments" }).first().click();
  await page.getByRole("button", { name: "Edit Test" }).click();
  const form = page.getByRole("dialog", { name: "Edit Test" });
  await form.getByRole("button", { name: `Drop the graded question ${easy.id}` }).click();
  await form.getByLabel("Tries at each question").fill("3");
  await form.getByRole("radio", { name: "Once they hand all of them in" }).check();
  await expect(form.getByText("what they answered stays")).toBeVisible();
  await expectAccessible(page, "a graded quiz edited");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  await expect(
    page.getByRole("button", { name: "Bo, Test: 0 of 1 right" }),
  ).toBeVisible();
  const state = await bo.request.get(`${at}/assignments/${id}/quiz`);
  expect(await state.json()).toMatchObject({ count: 1, tries: 3, feedback: "handed" });
  for (const { request } of [ada, bo]) await request.dispose();
});
