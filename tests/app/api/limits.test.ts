// How much one learner or one class may ask for, and keep: of answers, quizzes and questions.
import { afterEach, beforeEach, expect, test } from "vitest";
import { responses } from "@/content/class/messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Browser } from "./browser";
import { bank, writeBank } from "./graded-file";
import { canonical, joinClass, openClass, openSchool } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeEach(async () => {
  site = await openSite(1);
  writeBank(site.folder);
});
afterEach(() => site.close());

function expectTooMany({ status, headers, told }: Awaited<ReturnType<Browser["get"]>>) {
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect(told.problem).toMatch(/^The .* too often[.] Wait a little, and try again[.]$/);
}

/** The same request `times` times; all are answered, and the next is one too many. */
async function expectLimit(times: number, ask: () => ReturnType<Browser["get"]>) {
  for (let n = 0; n < times; n += 1) {
    const { status } = await ask();
    expect([n, status]).not.toEqual([n, 429]);
  }
  expectTooMany(await ask());
}

test("a learner asks for a quiz a hundred and twenty times a minute, a mate still can", async () => {
  const { teacher, at, code } = await openClass();
  const link = canonical(`/labs/network?assignment=1&quiz=${bank[0]?.id}`);
  const { told } = await teacher.post(`${at}/assignments`, { link });
  const quiz = `${at}/assignments/${told.id}/quiz`;
  const [ada, bo] = [await joinClass(code, "Ada"), await joinClass(code, "Bo")];
  await ada.browser.post(quiz);
  const answer = { question: bank[0]?.id, try: 1, text: "0", took: null };
  // Looking, starting and answering count together.
  await ada.browser.post(`${quiz}/answers`, answer);
  await ada.browser.post(`${quiz}/hand-in`);
  await expectLimit(117, () => ada.browser.get(quiz));
  expectTooMany(await ada.browser.post(`${quiz}/answers`, answer));
  expect((await bo.browser.get(quiz)).status).toBe(200);
});

test("a class asks for the graded questions sixty times a minute, another still can", async () => {
  const [first, other] = [await openClass(), await openClass()];
  await expectLimit(60, () => first.teacher.get(`${first.at}/graded`));
  expect((await other.teacher.get(`${other.at}/graded`)).status).toBe(200);
});

test("a class is exported six times a minute", async () => {
  const { teacher, at } = await openClass();
  await expectLimit(6, () => teacher.get(`${at}/export`));
});

test("a class is counted six times a minute, and its board is read on", async () => {
  const { teacher, at } = await openClass();
  await teacher.patch(at, { measured: true });
  await expectLimit(6, () => teacher.get(`${at}/measured`));
  expect((await teacher.get(`${at}/board`)).status).toBe(200);
});

test("scores and answers of a class are read as often as its board", async () => {
  for (const part of ["quiz", "answers"]) {
    const { teacher, at } = await openClass();
    await expectLimit(120, () => teacher.get(`${at}/${part}`));
  }
});

const questions = (await readAllQuestions()).flatMap(({ questions }) => questions);

test("answers are taken up to two hundred at once, each of a thousand characters", async () => {
  const { learner, at } = await openSchool();
  const [asked] = questions;
  const send = (count: number, text: string) => {
    const answer = { question: asked?.id, first: text, latest: "0", at: 1 };
    return learner.post(`${at}/answers`, { answers: Array(count).fill(answer) });
  };
  expect((await send(200, "0")).status).toBe(204);
  expect((await send(201, "0")).status).toBe(400);
  expect((await send(0, "0")).status).toBe(400);
  expect((await send(1, `=${"x".repeat(999)}`)).status).toBe(204);
  const long = await send(1, `=${"x".repeat(1000)}`);
  expect([long.status, long.told.problem]).toEqual([
    400,
    "These are no answers to questions, or more than 200.",
  ]);
  expect((await send(200, `=${"\u20ac".repeat(900)}`)).status).toBe(413);
});

test("a learner keeps answers to a thousand questions and no more", async () => {
  const { learner, learnerId, id, at } = await openSchool();
  const { store } = await site.open();
  const row = {
    first: "0",
    firstRight: true,
    latest: "0",
    right: true,
    at: 1,
    took: null,
  };
  const kept = Array.from({ length: 999 }, (_, n) => ({ question: `q-${n}`, ...row }));
  expect(await store.putAnswers(id, learnerId, kept, 5000)).toBe(true);
  const send = (question = "") =>
    learner.post(`${at}/answers`, {
      answers: [{ question, first: "0", latest: "0", at: 1 }],
    });
  expect((await send(questions[0]?.id)).status).toBe(204);
  const over = await send(questions[1]?.id);
  expect([over.status, over.told.problem]).toEqual([
    409,
    "No more than 1000 answers of one learner are kept.",
  ]);
  // To change one that is kept takes no room.
  expect((await send(questions[0]?.id)).status).toBe(204);
});

test("an assignment asks at most twenty graded questions, of ten tries and four hours", async () => {
  const { teacher, at } = await openClass();
  const ids = (count: number) =>
    Array.from({ length: count }, (_, n) => `q-${n}`).join(".");
  const add = async (query: string) => {
    const link = `/labs/network?assignment=1&${query}`;
    return (await teacher.post(`${at}/assignments`, { link })).status;
  };
  expect(await add(`quiz=${ids(20)}&tries=10&minutes=240`)).toBe(201);
  for (const query of [
    `quiz=${ids(21)}`,
    `quiz=${ids(1)}&tries=11`,
    `quiz=${ids(1)}&minutes=241`,
  ]) {
    expect([query, await add(query)]).toEqual([query, 400]);
  }
});

test("a typed answer to a graded question has at most five hundred characters", async () => {
  const { teacher, at, code } = await openClass();
  const link = canonical("/labs/network?assignment=1&quiz=bank-blank&tries=9");
  const { told } = await teacher.post(`${at}/assignments`, { link });
  const quiz = `${at}/assignments/${told.id}/quiz`;
  const { browser } = await joinClass(code, "Ada");
  await browser.post(quiz);
  const answer = (length: number, number: number) =>
    browser.post(`${quiz}/answers`, {
      ...{ question: "bank-blank", try: number, took: null },
      text: `=${"x".repeat(length)}`,
    });
  expect((await answer(500, 1)).status).toBe(200);
  expect((await answer(501, 2)).status).toBe(400);
  const { told: kept } = await teacher.get(`${at}/quiz`);
  expect(responses.quizzes.parse(kept).scores.length).toBe(1);
});
