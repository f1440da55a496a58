// Ballots as teachers and learners meet them: who is told what, and when.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ballotResponses, type Phase } from "@/content/class/ballot-messages";
import type { PredictQuestion } from "@/content/quiz/kinds/predict";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Browser } from "./browser";
import { joinClass, openClass } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1);
});
afterAll(() => site.close());

const course = (await readAllQuestions()).flatMap(({ questions }) => questions);
const predictions = course.filter(
  (one): one is PredictQuestion => one.kind === "predict",
);
const [asked = null, other = null] = predictions;
const [one = "", two = ""] = asked?.options.map(({ id }) => id) ?? [];

async function openVote() {
  const opened = await openClass();
  const { teacher, code, at } = opened;
  const ada = await joinClass(code, "Ada");
  const bo = await joinClass(code, "Bo");
  const put = await teacher.post(`${at}/ballots`, { question: asked?.id });
  expect(put.status).toBe(201);
  const { id } = ballotResponses.ballotOpened.parse(put.told);
  const room = async (browser: Browser, seen = "") =>
    ballotResponses.room.parse((await browser.get(`${at}/room?seen=${seen}`)).told);
  return {
    ...{ ...opened, ballot: id, ada: ada.browser, bo: bo.browser, adaId: ada.learner },
    room,
    leave: (phase: Phase) => teacher.patch(`${at}/ballots/${id}`, { leave: phase }),
    vote: (browser: Browser, round: 1 | 2, option: string, ballot = id) =>
      browser.put(`${at}/room`, { ballot, round, option }),
  };
}

test("the spread is told to nobody before the second vote has ended", async () => {
  const { teacher, at, ballot, ada, bo, room, leave, vote, adaId } = await openVote();
  const wall = async () => {
    const { told, bytes } = await teacher.get(`${at}/ballots`);
    const text = new TextDecoder().decode(bytes);
    const options = asked?.options.filter(({ id }) => text.includes(`"${id}"`)) ?? [];
    return { ...ballotResponses.ballots.parse(told).ballots[0], options };
  };
  const hidden = { spread: null, options: [] };
  const voters = `${at}/ballots/${ballot}`;
  expect(await wall()).toMatchObject({ phase: "first", voted: [0, 0], ...hidden });
  expect((await vote(ada, 1, one)).status).toBe(204);
  expect((await vote(ada, 1, two)).status).toBe(204);
  expect((await vote(bo, 1, two)).status).toBe(204);
  expect(await wall()).toMatchObject({ voted: [2, 0], ...hidden });
  await leave("first");
  expect(await wall()).toMatchObject({ phase: "argue", ...hidden });
  expect((await teacher.get(voters)).status).toBe(409);
  await leave("argue");
  expect((await vote(ada, 2, one)).status).toBe(204);
  expect(await wall()).toMatchObject({ phase: "second", voted: [2, 1], ...hidden });
  // A learner sees their own votes, and of the others nothing.
  expect((await room(ada)).room).toMatchObject({ votes: [two, one] });
  expect((await room(bo)).room).toMatchObject({ votes: [two, null] });
  await leave("second");
  expect(await wall()).toMatchObject({ spread: [{ [two]: 2 }, { [one]: 1 }] });
  const told = ballotResponses.voters.parse((await teacher.get(voters)).told);
  expect(told.voters).toHaveLength(2);
  expect(told.voters).toContain(adaId);
});

test("a vote that comes too late is told so, in one sentence", async () => {
  const { ada, leave, vote, teacher, at, ballot } = await openVote();
  const says = "This vote came too late and does not count: the voting has ended.";
  const late = { status: 409, told: { problem: says } };
  await leave("first");
  expect(await vote(ada, 1, one)).toMatchObject(late);
  await leave("argue");
  expect(await vote(ada, 1, one)).toMatchObject(late);
  await leave("second");
  expect(await vote(ada, 2, one)).toMatchObject(late);
  await teacher.remove(`${at}/ballots/${ballot}`);
  expect(await vote(ada, 2, one)).toMatchObject(late);
});

test("who has seen it all is answered in a few bytes", async () => {
  const { ada, at, room, leave } = await openVote();
  const { version, room: first } = await room(ada);
  expect(first).toMatchObject({ phase: "first", asks: asked?.asks, votes: [null, null] });
  expect(JSON.stringify(first)).not.toContain("right");
  const again = await ada.get(`${at}/room?seen=${version}`);
  expect(again.told).toEqual({ version });
  expect(again.bytes.length).toBeLessThan(60);
  await leave("first");
  expect((await room(ada, version)).room?.phase).toBe("argue");
});

test("a class that was asked nothing has a room, which is empty", async () => {
  const { code, at } = await openClass();
  const { browser } = await joinClass(code, "Ada");
  expect((await browser.get(`${at}/room`)).told).toEqual({ version: "none", room: null });
});

test("one question is before a class at a time, and it is a prediction", async () => {
  const { teacher, at, leave, ada, vote, room } = await openVote();
  const put = (question: unknown) => teacher.post(`${at}/ballots`, { question });
  expect((await put(other?.id)).status).toBe(409);
  const choice = course.find(({ kind }) => kind === "one");
  expect((await put(choice?.id)).status).toBe(400);
  for (const phase of ["first", "argue", "second"] as const) await leave(phase);
  // A second press of the same button skips no phase.
  expect((await leave("first")).told).toEqual({ phase: "ended" });
  const next = ballotResponses.ballotOpened.parse((await put(other?.id)).told).id;
  expect((await vote(ada, 1, one, next)).status).toBe(400);
  const option = other?.options[0]?.id ?? "";
  expect((await vote(ada, 1, option, next)).status).toBe(204);
  expect((await room(ada)).room).toMatchObject({ ballot: next, phase: "first" });
});

test("a vote is taken although another process opened the question just now", async () => {
  const { teacher, at, ada, id, ballot, room, vote } = await openVote();
  await room(ada);
  const { store } = await site.open();
  await store.deleteBallot(id, ballot);
  const row = { id: "of-another-process", question: other?.id ?? "", opened: Date.now() };
  await store.openBallot(id, row, 9);
  expect((await vote(ada, 1, other?.options[0]?.id ?? "", row.id)).status).toBe(204);
  const { ballots } = ballotResponses.ballots.parse(
    (await teacher.get(`${at}/ballots`)).told,
  );
  expect(ballots[0]?.voted).toEqual([1, 0]);
});
