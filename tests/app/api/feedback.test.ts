// Graded quizzes that keep right and wrong to themselves until the hand-in or the due date.
import { afterAll, beforeAll, expect, test } from "vitest";
import { responses } from "@/content/class/messages";
import type { Presented } from "@/content/quiz/question";
import { bank, marker, writeBank } from "./graded-file";
import { canonical, joinClass, openClass } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
  writeBank(site.folder);
});
afterAll(() => site.close());

const ids = bank.map(({ id }) => id);

const second = 1000;
const day = 86_400 * second;

/** A minute of universal time, as links write it. */
const minute = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;

/** A class with a quiz and one learner. */
async function openQuiz(rest: string, how: object = {}) {
  const opened = await openClass("5b", undefined, how);
  const link = canonical(
    `/labs/network?assignment=1&quiz=${ids.join(".")}&tries=3&${rest}`,
  );
  const { told } = await opened.teacher.post(`${opened.at}/assignments`, { link });
  const assignment = responses.assigned.parse(told).id;
  const quiz = `${opened.at}/assignments/${assignment}/quiz`;
  return { ...opened, assignment, link, quiz };
}

type Quiz = Awaited<ReturnType<typeof openQuiz>>;

async function enter({ code, quiz }: Quiz, name: string) {
  const { browser, learner } = await joinClass(code, name);
  return {
    browser,
    learner,
    look: async () => responses.quiz.parse((await browser.get(quiz)).told),
    start: async () => responses.quizStarted.parse((await browser.post(quiz)).told),
    answer: (question: string, text: string, number = 1) =>
      browser.post(`${quiz}/answers`, { question, try: number, text, took: null }),
    handIn: () => browser.post(`${quiz}/hand-in`),
  };
}

const choices = (questions: readonly Presented[], id: string) =>
  questions.find((one) => one.id === id)?.parts ?? [];

/** The choice that is right, found by its text. */
const right = (questions: readonly Presented[]) =>
  `:${choices(questions, "bank-one").find(({ text }) => text === "That")?.id}`;
const wrong = (questions: readonly Presented[]) =>
  `:${choices(questions, "bank-one").find(({ text }) => text === "This")?.id}`;

test("puppets of an open class learn no key before the due date", async () => {
  const of = await openQuiz(`feedback=due&due=${minute(Date.now() + 2 * day)}`);
  const heard: unknown[] = [];
  // Each tries another choice, and all tries of one.
  for (const at of [0, 1, 2]) {
    const puppet = await enter(of, `Puppet ${at}`);
    const { questions } = await puppet.start();
    const parts = choices(questions, "bank-one");
    const answers = [];
    for (const number of [1, 2, 3]) {
      const one = parts[(at + number) % 3];
      answers.push(await puppet.answer("bank-one", `:${one?.id}`, number));
    }
    // Right or wrong, the answer to each is the same: no try is refused or saved.
    expect(answers.map(({ status, told }) => [status, told])).toEqual([
      [200, { right: null, left: 2 }],
      [200, { right: null, left: 1 }],
      [200, { right: null, left: 0 }],
    ]);
    const again = await puppet.start();
    expect(again.given.map((one) => one.right)).toEqual([null, null, null]);
    const state = await puppet.look();
    expect(state).toMatchObject({ shows: false, right: null, done: 1, answered: 1 });
    expect((await puppet.handIn()).status).toBe(200);
    const mine = responses.mine.parse((await puppet.browser.get(`${of.at}/mine`)).told);
    expect(mine.quizzes).toEqual([
      expect.objectContaining({ right: null, done: 1, answered: 1, count: ids.length }),
    ]);
    heard.push(answers, again, state, await puppet.look(), await puppet.start(), mine);
  }
  expect(JSON.stringify(heard)).not.toContain(marker);
  expect(JSON.stringify(heard)).not.toMatch(/"right":(true|false|[0-9])/);
});

test("a class on a roster shows its questions to nobody who only knows its code", async () => {
  const of = await openQuiz("minutes=5", { door: "roster" });
  const puppet = await joinClass(of.code, "Puppet").catch(() => null);
  expect(puppet).toBe(null);
  await of.teacher.patch(of.at, { door: "open", approval: true });
  const { browser } = await joinClass(of.code, "Puppet");
  for (const answer of [await browser.get(of.quiz), await browser.post(of.quiz)]) {
    expect(answer.status).toBe(403);
    for (const { asks } of bank) expect(JSON.stringify(answer.told)).not.toContain(asks);
  }
});

test("a question is told only once the clock runs", async () => {
  const of = await openQuiz("minutes=5");
  const { browser, look, start } = await enter(of, "Ada");
  const before = [await look(), (await browser.get(`${of.at}/mine`)).told];
  for (const { asks } of bank) expect(JSON.stringify(before)).not.toContain(asks);
  const { started, ends } = await start();
  expect(ends).toBe(started + 300 * second);
});

test("where feedback waits for the hand-in, the latest answer counts", async () => {
  const of = await openQuiz("feedback=handed");
  const ada = await enter(of, "Ada");
  const { questions, takes, shows, handed } = await ada.start();
  expect({ takes, shows, handed }).toEqual({ takes: true, shows: false, handed: null });
  expect((await ada.answer("bank-one", right(questions))).told).toEqual({
    ...{ right: null, left: 2 },
  });
  expect((await ada.answer("bank-one", wrong(questions), 2)).status).toBe(200);
  const done = await ada.handIn();
  expect(responses.quizHandedIn.parse(done.told).handed).toBeGreaterThan(0);
  expect((await ada.handIn()).told).toEqual(done.told);
  const after = await ada.look();
  expect(after).toMatchObject({ shows: true, takes: false, right: 0, answered: 1 });
  expect((await ada.start()).given.map((one) => one.right)).toEqual([true, false]);
  const late = await ada.answer("bank-one", right(questions), 3);
  expect([late.status, late.told.problem]).toEqual([
    409,
    "The quiz was handed in: it takes no more answers.",
  ]);
  // The same try again was taken in time.
  expect((await ada.answer("bank-one", right(questions))).told.right).toBe(true);
  const { told } = await of.teacher.get(`${of.at}/quiz`);
  const { starts, scores } = responses.quizzes.parse(told);
  expect(starts[0]?.handed).toBe(done.told.handed);
  expect(scores.map((one) => one.right)).toEqual([true, false]);
});

test("where the time is over, feedback waits for no hand-in", async () => {
  const of = await openQuiz("feedback=handed&minutes=1");
  const ada = await enter(of, "Ada");
  const { store } = await site.open();
  const { assignment } = of;
  const started = Date.now() - 80 * second;
  await store.startQuiz(of.id, {
    assignment,
    learner: ada.learner,
    started,
    secret: "s",
  });
  expect(await ada.look()).toMatchObject({ shows: true, takes: false, right: 0 });
});

test("a quiz that was not started is not handed in", async () => {
  const of = await openQuiz("feedback=handed");
  const { handIn } = await enter(of, "Ada");
  const { status, told } = await handIn();
  expect([status, told.problem]).toEqual([409, "Start the quiz first."]);
});

test("feedback by the due date comes once it is over for everybody", async () => {
  const due = minute(Date.now() + 2 * day);
  const of = await openQuiz(`feedback=due&due=${due}`);
  const [ada, bo] = [await enter(of, "Ada"), await enter(of, "Bo")];
  const { questions } = await ada.start();
  await ada.answer("bank-one", right(questions));
  expect(await ada.look()).toMatchObject({ shows: false, tells: Date.parse(due) });
  const put = (due: string, { learner }: typeof ada) =>
    of.teacher.put(`${of.at}/assignments/${of.assignment}/extensions/${learner}`, {
      due,
    });
  const past = minute(Date.now() - day);
  const change = {
    link: of.link.replace(encodeURIComponent(due), encodeURIComponent(past)),
  };
  await of.teacher.patch(`${of.at}/assignments/${of.assignment}`, change);
  // Bo has longer, and Ada could tell: she hears nothing, and takes no more answers either.
  const later = minute(Date.now() + day);
  expect((await put(later, bo)).status).toBe(204);
  expect(await ada.look()).toMatchObject({
    ...{ shows: false, takes: false, right: null, tells: Date.parse(later) },
  });
  const over = await ada.answer("bank-one", wrong(questions), 2);
  expect([over.status, over.told.problem]).toEqual([409, "The time is over."]);
  expect((await bo.start()).takes).toBe(true);
  await put(past, bo);
  expect(await ada.look()).toMatchObject({ shows: true, takes: false, right: 1 });
  expect((await ada.start()).given.map((one) => one.right)).toEqual([true]);
  const cy = await enter(of, "Cy");
  const { status, told } = await cy.browser.post(of.quiz);
  expect([status, told.problem]).toEqual([
    409,
    "These graded questions take no more answers, so they cannot be started.",
  ]);
});

test("a due date that is a day is over when it is over everywhere on Earth", async () => {
  const yesterday = new Date(Date.now() - 1.4 * day).toISOString().slice(0, 10);
  const of = await openQuiz(`feedback=due&due=${yesterday}`);
  const { look } = await enter(of, "Ada");
  const end = Date.parse(`${yesterday}T12:00Z`) + day;
  expect(await look()).toMatchObject({ tells: end, takes: Date.now() <= end });
});

test("feedback by a due date that there is none of comes with the hand-in", async () => {
  const of = await openQuiz("feedback=due");
  const ada = await enter(of, "Ada");
  await ada.start();
  expect(await ada.look()).toMatchObject({ feedback: "handed", tells: null });
  await ada.handIn();
  expect(await ada.look()).toMatchObject({ shows: true, takes: false });
});

test("a quiz takes no answers once its assignment is closed, but of who has longer", async () => {
  const of = await openQuiz("tries=2");
  const [ada, bo] = [await enter(of, "Ada"), await enter(of, "Bo")];
  const { questions } = await ada.start();
  const own = await bo.start();
  const at = `${of.at}/assignments/${of.assignment}`;
  await of.teacher.patch(at, { closes: Date.now() - 1 });
  await of.teacher.put(`${at}/extensions/${bo.learner}`, {
    due: minute(Date.now() + day),
  });
  expect((await ada.answer("bank-one", wrong(questions))).status).toBe(409);
  expect((await bo.answer("bank-one", wrong(own.questions))).status).toBe(200);
});
