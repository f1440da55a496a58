// What a class tells of the course's questions: where its owner and its learners agree.
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ballotResponses } from "@/content/class/ballot-messages";
import { responses } from "@/content/class/messages";
import { itemCsv } from "@/content/items/item-csv";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { freshDatabase } from "../../postgres-server";
import { postgres } from "../server/store/store-places";
import { collected } from "../server/store/store-rows";
import type { Browser } from "./browser";
import { joinClass, openClass } from "./school";
import { openSite } from "./site";

const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);
/** Questions of two wordings. */
const asked = questions
  .flatMap((one) => (one.kind === "one" && one.reworded !== undefined ? [one] : []))
  .slice(0, 6);
const blank = questions.find(({ kind }) => kind === "blank");
const put = questions.find(({ kind }) => kind === "predict");
const [first] = asked;
if (!first || !blank || put?.kind !== "predict")
  throw new Error("The course asks no such questions.");

const stores = postgres ? (["SQLite", "PostgreSQL"] as const) : (["SQLite"] as const);

/** Answers everything, every third time wrongly, and says so in a way of their own. */
function answersOf(at: number, name: string) {
  const texts = asked.map(({ id, options }, place) => {
    const right = (at + place) % 3 > 0;
    const option = options.find((one) => one.right === right)?.id;
    return { question: id, first: `:${option}` };
  });
  const written = { question: blank?.id ?? "", first: `=${name}` };
  return [...texts, written].map((one) => ({
    ...{ ...one, latest: one.first, at: 1000 + at, took: 61_000 + at, sure: 90 },
    ...(at % 2 && { wording: "second" }),
  }));
}

const readItems = async (teacher: Browser, at: string) =>
  responses.measured.parse((await teacher.get(`${at}/measured`)).told).questions;

describe.each(stores)("on %s", (kind) => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    const url = kind === "PostgreSQL" ? await freshDatabase(postgres ?? "") : undefined;
    site = await openSite(1000, url);
  });
  afterAll(() => site.close());

  test("a class is measured once its owner says so, and by no co-teacher", async () => {
    const { teacher, at, code } = await openClass();
    // The same browser is a co-teacher’s, too.
    const { browser: learner } = await joinClass(code, "Ada");
    const isMeasured = async () =>
      responses.mine.parse((await learner.get(`${at}/mine`)).told).measured;
    expect(await isMeasured()).toBe(false);
    const early = await teacher.get(`${at}/measured`);
    expect([early.status, early.told.problem]).toEqual([
      409,
      "This class is not measured: its owner has to switch that on.",
    ]);
    const { told } = await teacher.post(`${at}/teachers`, { name: "Co" });
    const { secret } = responses.teacherAdded.parse(told);
    await learner.post(`${at}/enter`, { secret });
    const refused = await learner.patch(at, { measured: true });
    expect([refused.status, refused.told.problem]).toEqual([
      403,
      "Whether the class is measured is said by its owner.",
    ]);
    expect((await learner.patch(at, { name: "5c" })).status).toBe(200);
    expect(await isMeasured()).toBe(false);
    const changed = await teacher.patch(at, { measured: true });
    expect(responses.changed.parse(changed.told).class.measured).toBe(true);
    expect(await isMeasured()).toBe(true);
    expect(await readItems(learner, at)).toEqual([]);
    await teacher.patch(at, { measured: false });
    expect((await teacher.get(`${at}/measured`)).status).toBe(409);
  });

  test("twenty learners tell; one who declines does not, and no name comes out", async () => {
    const { teacher, at, code } = await openClass();
    await teacher.patch(at, { measured: true });
    const names = Array.from({ length: 21 }, (_, one) => `Lovelace ${20 + one}`);
    const learners = await Promise.all(names.map((name) => joinClass(code, name)));
    for (const [one, { browser, name }] of learners.entries()) {
      const answers = answersOf(one, name);
      expect((await browser.post(`${at}/answers`, { answers })).status).toBe(204);
    }
    const all = await readItems(teacher, at);
    const ofFirst = all.filter(({ question }) => question === first.id);
    const whole = ofFirst.find(({ wording }) => wording === "both");
    expect(whole).toMatchObject({ answered: 21, right: 14 });
    expect(whole?.time).toMatchObject({ median: 61, known: 21 });
    expect(whole?.sure).toEqual({
      ...{ said: 21, mean: 90, right: 14, surely: { count: 21, wrong: 7 } },
    });
    expect(ofFirst.map(({ answered }) => answered)).toEqual([21, 11, 10]);
    expect(all.map(({ question }) => question)).toContain(blank.id);
    for (const text of [JSON.stringify(all), itemCsv(all)]) {
      expect(text).not.toMatch(/lovelace/i);
      for (const { learner } of learners) expect(text).not.toContain(learner);
    }

    const [ada, bo] = learners;
    if (!ada || !bo) throw new Error("They joined.");
    const declined = async (browser: Browser) =>
      responses.mine.parse((await browser.get(`${at}/mine`)).told).declines;
    expect(await declined(ada.browser)).toBe(false);
    await ada.browser.patch(`${at}/mine`, { declines: true });
    expect(await declined(ada.browser)).toBe(true);
    expect(await declined(bo.browser)).toBe(false);
    expect((await readItems(teacher, at))[0]).toMatchObject({ answered: 20 });
    // Who says yes again has their answers counted, and not how sure they were.
    await ada.browser.patch(`${at}/mine`, { declines: false });
    const again = (await readItems(teacher, at))[0];
    expect([again?.answered, again?.sure?.said]).toEqual([21, 20]);
    await teacher.patch(at, { measured: false });
    await teacher.patch(at, { measured: true });
    expect((await readItems(teacher, at))[0]?.sure).toBeNull();
  });

  test("votes are told before and after arguing, of who voted both times, and of no name", async () => {
    const { teacher, at, code } = await openClass();
    await teacher.patch(at, { measured: true });
    const names = Array.from({ length: 8 }, (_, one) => `Noether ${20 + one}`);
    const learners = await Promise.all(names.map((name) => joinClass(code, name)));
    const opened = await teacher.post(`${at}/ballots`, { question: put.id });
    const { id: ballot } = ballotResponses.ballotOpened.parse(opened.told);
    const leave = (phase: string) =>
      teacher.patch(`${at}/ballots/${ballot}`, { leave: phase });
    const [right = "", wrong = ""] = [true, false].map(
      (key) => put.options.find((option) => option.right === key)?.id,
    );
    const vote = async (round: 1 | 2, choices: readonly string[]) => {
      for (const [one, option] of choices.entries()) {
        const sent = { ballot, round, option };
        const answer = await learners[one]?.browser.put(`${at}/room`, sent);
        expect(answer?.status).toBe(204);
      }
    };
    await vote(1, [right, ...Array.from({ length: 7 }, () => wrong)]);
    await leave("first");
    await leave("argue");
    // The last one has left the room.
    await vote(2, [...Array.from({ length: 6 }, () => right), wrong]);
    expect(await readItems(teacher, at)).toEqual([]);
    await leave("second");
    const told = async () => (await readItems(teacher, at)).find((one) => one.votes);
    expect(await told()).toMatchObject({
      ...{ question: put.id, answered: 0 },
      votes: {
        ...{ twice: 7, right: { before: 1, after: 6 } },
        changed: { toRight: 5, toWrong: 0 },
      },
    });
    const all = await readItems(teacher, at);
    for (const text of [JSON.stringify(all), itemCsv(all)]) {
      expect(text).not.toMatch(/noether/i);
      expect(text).not.toContain(ballot);
      for (const { learner } of learners) expect(text).not.toContain(learner);
    }
    await learners[1]?.browser.patch(`${at}/mine`, { declines: true });
    expect((await told())?.votes).toEqual({
      ...{ twice: 6, right: { before: 1, after: 5 }, changed: null },
    });
  });

  test("nobody but the count knows how sure somebody was, nor who declined", async () => {
    const { teacher, at, code } = await openClass();
    const { browser, name } = await joinClass(code, "Ada");
    const answers = answersOf(0, name);
    // What is not asked for is not kept.
    await browser.post(`${at}/answers`, { answers: answers.slice(0, 1) });
    await teacher.patch(at, { measured: true });
    await browser.post(`${at}/answers`, { answers: answers.slice(1, 3) });
    const { store } = await site.open();
    const id = at.split("/").at(-1) ?? "";
    const sure = async () =>
      (await collected(store.measuredAnswers(id))).flat().map((one) => one.sure);
    expect((await sure()).toSorted()).toEqual([90, 90, undefined]);
    await browser.patch(`${at}/mine`, { declines: true });
    await browser.post(`${at}/answers`, { answers: answers.slice(3) });
    await browser.patch(`${at}/mine`, { declines: false });
    expect(new Set(await sure())).toEqual(new Set([undefined]));

    const seen = [`${at}/board`, `${at}/answers`].map((path) => teacher.get(path));
    for (const { told } of await Promise.all(seen)) {
      expect(JSON.stringify(told)).not.toMatch(/"sure"|"declines"/);
    }
    await browser.patch(`${at}/mine`, { declines: true });
    const file = gunzipSync((await teacher.get(`${at}/export`)).bytes).toString();
    expect(file).not.toContain('"sure"');
    for (const body of [{}, { declines: 1 }, { declines: true, more: 1 }]) {
      expect((await browser.patch(`${at}/mine`, body)).status).toBe(400);
    }
  });

  test("the file of a class tells nothing of it, and whoever it restores is counted once they say so", async () => {
    const { teacher, at, code } = await openClass();
    await teacher.patch(at, { measured: true });
    const { browser } = await joinClass(code, "Ada");
    await browser.post(`${at}/answers`, { answers: answersOf(1, "Ada") });
    await browser.patch(`${at}/mine`, { declines: true });
    const { bytes } = await teacher.get(`${at}/export`);
    expect(gunzipSync(bytes).toString()).not.toMatch(/declines|measured|sure/);
    await teacher.remove(at);
    const { told } = await teacher.ask("POST", "/api/classes/restore", { file: bytes });
    const { id, measured } = responses.opened.parse(told).class;
    expect(measured).toBe(false);
    const { store } = await site.open();
    expect((await collected(store.measuredAnswers(id))).flat()).toEqual([]);
    const [ada] = (await store.board(id, 0)).learners;
    await store.setDeclines(id, ada?.id ?? "", false);
    const kept = (await collected(store.measuredAnswers(id))).flat();
    expect(kept).toHaveLength(answersOf(1, "Ada").length);
    // The blank has but one.
    expect(kept.filter(({ wording }) => wording === "second")).toHaveLength(asked.length);
  });
});
