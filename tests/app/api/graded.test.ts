// Graded quizzes, as the site's server asks and scores them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { responses } from "@/content/class/messages";
import type { QuizScore } from "@/content/class/quiz-messages";
import { permuted } from "@/content/quiz/kinds/draw";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Presented } from "@/content/quiz/question";
import { openBrowser } from "./browser";
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

const linkOf = (rest: string, quiz = ids) =>
  canonical(`/labs/network?assignment=1&quiz=${quiz.join(".")}&${rest}`);

/** A class with a quiz and one learner. */
async function openQuiz(rest = "tries=2", name = "Ada") {
  const opened = await openClass();
  const link = linkOf(rest);
  const { told } = await opened.teacher.post(`${opened.at}/assignments`, { link });
  const assignment = responses.assigned.parse(told).id;
  const { browser, learner } = await joinClass(opened.code, name);
  const quiz = `${opened.at}/assignments/${assignment}/quiz`;
  return { ...opened, assignment, browser, learnerId: learner, quiz };
}

type Quiz = Awaited<ReturnType<typeof openQuiz>>;

const start = async ({ browser, quiz }: Pick<Quiz, "browser" | "quiz">) =>
  responses.quizStarted.parse((await browser.post(quiz)).told);

const answer = (of: Quiz, question: string, text: string, number = 1) =>
  of.browser.post(`${of.quiz}/answers`, { question, try: number, text, took: 1500 });

const scoresOf = async ({ teacher, at }: Quiz): Promise<QuizScore[]> =>
  responses.quizzes.parse((await teacher.get(`${at}/quiz`)).told).scores;

const find = (questions: readonly Presented[], id: string): Presented => {
  const found = questions.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

/** The right answer, found by what the texts say, as somebody who knows would. */
function rightText(presented: Presented): string {
  const { kind, parts, targets, asks } = presented;
  const named = (list: Presented["parts"], text: string) =>
    list.find((one) => one.text === text)?.id ?? "";
  switch (kind) {
    case "order":
      return `>${parts
        .toSorted((one, other) => (one.text < other.text ? -1 : 1))
        .map(({ id }) => id)
        .join(",")}`;
    case "match": {
      const to = parts.map(({ id, text }) => {
        return `${id}:${named(targets, text === "squared" ? "steep" : "straight")}`;
      });
      return `~${to.sort().join(",")}`;
    }
    case "number": {
      const [a = 0, b = 0] = (asks.match(/\d+/g) ?? []).map(Number);
      return `=${a * b}`;
    }
    case "blank":
      return `=${marker.toLowerCase()} PASS`;
    case "predict":
      return `:${named(parts, "It falls")}`;
    case "one":
      return `:${named(parts, "That")}`;
    default:
      throw new Error(`no right answer is known to ${kind}`);
  }
}

/** The same answer as pages before ids sent it: by the positions shown. */
function formerText(presented: Presented): string {
  const { parts, targets } = presented;
  const at = (list: Presented["parts"], id: string) =>
    list.findIndex((one) => one.id === id);
  const text = rightText(presented);
  const ids = text.slice(1).split(",");
  if (text.startsWith(">")) return `>${ids.map((id) => at(parts, id)).join("-")}`;
  if (text.startsWith(":")) return ids.map((id) => at(parts, id)).join("-");
  if (!text.startsWith("~")) return text;
  const to = new Map(ids.map((pair) => pair.split(":") as [string, string]));
  return `~${parts.map(({ id }) => at(targets, to.get(id) ?? "")).join("-")}`;
}

test("the bank tells teachers its questions, and nothing of their answers", async () => {
  const { teacher, at, code } = await openClass();
  const { status, told, headers } = await teacher.get(`${at}/graded`);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  const { questions } = responses.graded.parse(told);
  expect(questions.map(({ id }) => id)).toEqual(ids);
  expect(JSON.stringify(told)).not.toContain(marker);
  // A learner would read the questions before the clock starts.
  const { browser } = await joinClass(code, "Ada");
  for (const who of [browser, openBrowser()]) {
    const refused = await who.get(`${at}/graded`);
    expect([refused.status, Object.keys(refused.told)]).toEqual([403, ["problem"]]);
  }
});

test("a quiz is looked at, started, answered and scored, and tells no key", async () => {
  const of = await openQuiz("tries=2&minutes=30");
  const heard: unknown[] = [];
  const before = await of.browser.get(of.quiz);
  heard.push(before.told);
  expect(responses.quiz.parse(before.told)).toMatchObject({
    ...{ count: 6, missing: 0, tries: 2, minutes: 30 },
    ...{ started: null, ends: null, right: 0, done: 0 },
  });
  const started = await start(of);
  heard.push(started);
  expect(started.ends).toBe(started.started + 30 * 60_000);
  expect(started.questions.map(({ id }) => id)).toEqual(ids);
  for (const presented of started.questions) {
    const { status, told } = await answer(of, presented.id, rightText(presented));
    heard.push(told);
    expect([presented.id, status, told]).toEqual([
      presented.id,
      200,
      { right: true, left: 0 },
    ]);
  }
  const again = await start(of);
  heard.push(again, (await of.browser.get(of.quiz)).told);
  expect(again.started).toBe(started.started);
  expect(again.questions).toEqual(started.questions);
  expect(again.given.map(({ text }) => text.toLowerCase())).toEqual(
    started.questions.map((presented) => rightText(presented).toLowerCase()),
  );
  expect(responses.quiz.parse(heard.at(-1))).toMatchObject({ right: 6, done: 6 });
  // The one text with the marker is what the learner typed.
  const told = JSON.stringify(heard).replaceAll(`=${marker.toLowerCase()} PASS`, "");
  expect(told).not.toMatch(new RegExp(marker, "i"));
  expect(told).not.toMatch(/"(why|accepts|refuted|within|when)"/);
});

test("the page’s own code cannot undo the order in which things are shown", async () => {
  const of = await openQuiz();
  const { questions } = await start(of);
  expect(questions.map(({ seed }) => seed)).toEqual(ids.map(() => 0));
  const textsOf = (presented: Presented) => presented.parts.map(({ text }) => text);
  const items = textsOf(find(questions, "bank-order"));
  const fruits = ["Apple", "Pear", "Plum", "Quince"];
  const seedless = permuted(fruits, "bank-order items", 0);
  const orders = new Set([items.join(), seedless.join()]);
  // Each learner has an order of their own: of nine, some differ from that of seed 0.
  for (let n = 0; n < 8; n += 1) {
    const { browser } = await joinClass(of.code, `Learner ${n}`);
    const other = find((await start({ ...of, browser })).questions, "bank-order");
    orders.add(textsOf(other).join());
  }
  expect(orders.size).toBeGreaterThan(3);
  expect(orders).not.toContain(fruits.join());
});

test("an answer in the positions shown, as older pages send it, is taken as well", async () => {
  const of = await openQuiz();
  for (const presented of (await start(of)).questions) {
    const { told } = await answer(of, presented.id, formerText(presented));
    expect([presented.id, told]).toEqual([presented.id, { right: true, left: 0 }]);
  }
  const again = await start(of);
  expect(again.given.map(({ text }) => text.toLowerCase())).toEqual(
    again.questions.map((presented) => rightText(presented).toLowerCase()),
  );
});

test("the names of parts are each learner’s own, and tell nothing of their ids", async () => {
  const of = await openQuiz();
  const { browser } = await joinClass(of.code, "Bob");
  const names = (questions: readonly Presented[]) =>
    questions.flatMap(({ parts, targets }) => [...parts, ...targets].map(({ id }) => id));
  const [own, other] = [
    names((await start(of)).questions),
    names((await start({ ...of, browser })).questions),
  ];
  expect(new Set([...own, ...other]).size).toBe(own.length + other.length);
  for (const name of own) expect(name).toMatch(/^[pt][0-9a-f]{10}$/);
});

test("a wrong answer spends a try, told by the names shown and kept by ids", async () => {
  const of = await openQuiz();
  const { questions } = await start(of);
  const presented = find(questions, "bank-order");
  const wrong = ">0-1-2-3";
  expect((await answer(of, "bank-order", wrong)).told).toEqual({ right: false, left: 1 });
  expect((await answer(of, "bank-order", wrong)).told).toEqual({ right: false, left: 1 });
  const other = await answer(of, "bank-order", rightText(presented));
  expect(other.status).toBe(409);
  const named = `>${presented.parts.map(({ id }) => id).join(",")}`;
  expect((await start(of)).given).toEqual([
    { question: "bank-order", try: 1, text: named, right: false },
  ]);
  expect((await answer(of, "bank-order", named)).told).toEqual({ right: false, left: 1 });
  const second = await answer(of, "bank-order", rightText(presented), 2);
  expect(second.told).toEqual({ right: true, left: 0 });
  const third = await answer(of, "bank-order", wrong, 3);
  expect([third.status, third.told.problem]).toEqual([
    409,
    "This question is done: it takes no more answers.",
  ]);
  const [first, last] = await scoresOf(of);
  expect(last).toMatchObject({
    text: ">apple,pear,plum,quince",
    right: true,
    try: 2,
    took: 1500,
  });
  expect(first?.text).toBe(
    `>${presented.parts.map(({ text }) => text.toLowerCase()).join(",")}`,
  );
});

test("a text that is no whole answer to the question spends no try", async () => {
  const of = await openQuiz("tries=1");
  const { questions } = await start(of);
  const odd: Record<string, string[]> = {
    "bank-one": [
      "none",
      "3",
      "0-1",
      "=This",
      ":that",
      ":gone",
      "?1:1",
      ">0-1-2",
      "0-0",
      "x",
      "",
    ],
    "bank-number": ["=", "=many", "5=12", "0", "=1e999", `=${"1".repeat(600)}`],
    "bank-blank": ["=", "=  ", "7=pass", `=${"x".repeat(501)}`],
    "bank-order": [">0-1-2", ">0-1-2-2", ">0-1-2-4", ">0-1-2-3-3", ">none", ">0-1-2-x"],
    "bank-match": ["~0-1-x", "~0-1", "~0-1-2", "~0-0-0-0", ">0-1-0"],
    "bank-predict": ["?0:0", "?0:x", "2", "none", "0-1"],
  };
  for (const [question, texts] of Object.entries(odd)) {
    for (const text of texts) {
      const { status } = await answer(of, question, text);
      expect([question, text, status]).toEqual([question, text, 400]);
    }
  }
  expect(await scoresOf(of)).toEqual([]);
  for (const presented of questions) {
    expect((await answer(of, presented.id, rightText(presented))).told.right).toBe(true);
  }
});

test("a typed text that no database keeps is kept without what they cannot", async () => {
  const of = await openQuiz("tries=3");
  await start(of);
  const { status } = await answer(of, "bank-blank", "=a\u0000b\ud800");
  expect(status).toBe(200);
  expect((await scoresOf(of))[0]?.text).toMatch(/^\d+=a b $/);
});

test("of two tabs that answer one try at once, one counts", async () => {
  const of = await openQuiz("tries=1");
  await start(of);
  const sent = Array.from({ length: 12 }, (_, at) =>
    answer(of, "bank-one", String(at % 3)),
  );
  const answers = await Promise.all(sent);
  const taken = answers.filter(({ status }) => status === 200);
  expect(taken).toHaveLength(4);
  expect(new Set(taken.map(({ told }) => told.right)).size).toBe(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(8);
  expect(await scoresOf(of)).toHaveLength(1);
});

test("the time is the server’s, and ends ten seconds late", async () => {
  const of = await openQuiz("minutes=1&tries=2");
  const early = await answer(of, "bank-predict", "0");
  expect([early.status, early.told.problem]).toEqual([409, "Start the quiz first."]);
  const { store } = await site.open();
  const whose = { assignment: of.assignment, learner: of.learnerId };
  const started = Date.now() - 62_000;
  await store.startQuiz(of.id, { ...whose, started, secret: "a secret" });
  // Two seconds past the end the answer may still be on its way.
  expect((await answer(of, "bank-predict", "1")).told).toEqual({ right: false, left: 1 });
  const late = await openQuiz("minutes=1&tries=2");
  const { id, assignment, learnerId } = late;
  const past = { assignment, learner: learnerId, started: Date.now() - 71_000 };
  await store.startQuiz(id, { ...past, secret: "a secret" });
  const over = await answer(late, "bank-predict", "0");
  expect([over.status, over.told.problem]).toEqual([409, "The time is over."]);
  const state = responses.quiz.parse((await late.browser.get(late.quiz)).told);
  expect(state.ends).toBe(past.started + 60_000);
  expect(state.now).toBeGreaterThan(past.started + 71_000 - 1);
  expect((await start(late)).started).toBe(past.started);
});

test("a course question can be asked too, and one that the site does not know is told", async () => {
  const opened = await openClass();
  const [lesson] = await readAllQuestions();
  const course = lesson?.questions[0]?.id ?? "";
  const link = linkOf("title=x", ["bank-one", "no-such-question", course]);
  const { told } = await opened.teacher.post(`${opened.at}/assignments`, { link });
  const { browser } = await joinClass(opened.code, "Ada");
  const quiz = `${opened.at}/assignments/${told.id}/quiz`;
  const started = await start({ browser, quiz });
  expect(started.missing).toBe(1);
  expect(started.questions.map(({ id }) => id)).toEqual(["bank-one", course]);
  const gone = { question: "no-such-question", try: 1, text: "0", took: null };
  expect((await browser.post(`${quiz}/answers`, gone)).status).toBe(404);
});

test("only learners of the class have its quizzes, and only its teacher the scores", async () => {
  const of = await openQuiz();
  const other = await openQuiz();
  const { browser: stranger } = await joinClass(other.code, "Eve");
  for (const who of [stranger, of.teacher, openBrowser()]) {
    expect((await who.get(of.quiz)).status).toBe(403);
    expect((await who.post(of.quiz)).status).toBe(403);
  }
  for (const who of [of.browser, other.teacher, openBrowser()]) {
    expect((await who.get(`${of.at}/quiz`)).status).toBe(403);
  }
  const elsewhere = `${of.at}/assignments/${other.assignment}/quiz`;
  expect((await of.browser.post(elsewhere)).status).toBe(404);
  const { told } = await of.teacher.post(`${of.at}/assignments`, {
    link: canonical("/labs/network?assignment=1&title=No+quiz"),
  });
  const none = await of.browser.get(`${of.at}/assignments/${told.id}/quiz`);
  expect(none.status).toBe(404);
});

test("the teacher has starts, scores and whole questions", async () => {
  const of = await openQuiz();
  const { started } = await start(of);
  await answer(of, "bank-predict", "1");
  const { told } = await of.teacher.get(`${of.at}/quiz`);
  const { questions, starts, scores } = responses.quizzes.parse(told);
  expect(questions).toEqual(bank);
  const whose = { learner: of.learnerId, assignment: of.assignment };
  expect(starts).toEqual([{ ...whose, started, handed: null }]);
  expect(scores).toHaveLength(1);
  expect(scores[0]).toMatchObject({ ...whose, question: "bank-predict", right: false });
});
