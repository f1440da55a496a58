import { expect, test } from "vitest";
import { endOf, longestOf, standingIn, tellingOf } from "@/app/server/graded-quiz";
import { everyKind } from "@/tests/content/quiz/every-kind";
import { assignmentOf } from "@/tests/labs/receipt/train-receipt";

const link = "/labs/network?assignment=1&quiz=a.b";
const minute = 60_000;
const begun = 1_000_000_000_000;

test("a quiz of so many minutes ends then, and takes what is on its way", () => {
  expect([endOf(begun, 2), endOf(begun, null)]).toEqual([begun + 2 * minute, null]);
  expect([longestOf(2), longestOf(null)]).toEqual([2 * minute + 10_000, null]);
});

type Dates = Parameters<typeof tellingOf>[0];

const quiz = (rest: string, more: Partial<Dates> = {}): Dates => ({
  asked: assignmentOf(`${link}${rest}`),
  ...{ closes: null, extensions: [] },
  ...more,
});

/** Whether the quiz takes answers, and tells of them, at a moment. */
function stateOf(dates: Dates, now: number, handed: number | null = null) {
  const { takes, shows } = tellingOf(dates, "ada", { started: begun, handed }, now);
  return { takes, shows };
}

test("answers are taken up to the last moment, and none after it", () => {
  const timed = quiz("&minutes=2");
  const end = begun + 2 * minute + 10_000;
  expect(stateOf(timed, end)).toEqual({ takes: true, shows: true });
  expect(stateOf(timed, end + 1)).toEqual({ takes: false, shows: true });
  const closing = quiz("", { closes: begun + 5 });
  expect(stateOf(closing, begun + 5).takes).toBe(true);
  expect(stateOf(closing, begun + 6).takes).toBe(false);
  expect(stateOf(quiz(""), Number.MAX_SAFE_INTEGER).takes).toBe(true);
});

test("a quiz that was not begun runs out with its class’s end alone", () => {
  const timed = quiz("&minutes=2", { closes: begun });
  expect(tellingOf(timed, "ada", null, begun)).toEqual({
    ...{ feedback: "once", tells: null, handed: null, shows: true, takes: true },
  });
  expect(tellingOf(timed, "ada", null, begun + 1).takes).toBe(false);
});

test("feedback at the hand-in comes with it, or once no answer is taken", () => {
  const timed = quiz("&minutes=2&feedback=handed");
  expect(stateOf(timed, begun)).toEqual({ takes: true, shows: false });
  expect(stateOf(timed, begun, begun)).toEqual({ takes: false, shows: true });
  expect(stateOf(timed, begun + 3 * minute)).toEqual({ takes: false, shows: true });
});

test("feedback at the due date comes after the last learner’s", () => {
  const due = "2030-01-31T10:00Z";
  const [own, last] = [Date.parse(due), Date.parse("2030-02-01T10:00Z")];
  const waiting = quiz(`&feedback=due&due=${due}`);
  expect(tellingOf(waiting, "ada", null, own)).toEqual({
    ...{ feedback: "due", tells: own, handed: null, shows: false, takes: true },
  });
  expect(stateOf(waiting, own + 1)).toEqual({ takes: false, shows: true });
  expect(stateOf(waiting, own, own)).toEqual({ takes: false, shows: false });
  const extensions = [{ assignment: "a", learner: "bo", due: "2030-02-01T10:00Z" }];
  const longer = { ...waiting, extensions };
  expect(stateOf(longer, last)).toEqual({ takes: false, shows: false });
  expect(stateOf(longer, last + 1)).toEqual({ takes: false, shows: true });
  expect(tellingOf(longer, "ada", null, own).tells).toBe(last);
  // Nobody waits for a date that there is none of.
  expect(tellingOf(quiz("&feedback=due"), "ada", null, own).feedback).toBe("handed");
  // A due date alone ends nothing.
  const open = quiz(`&feedback=once&due=${due}`);
  expect(stateOf(open, last)).toEqual({ takes: true, shows: true });
});

const tried = (question: string, right: readonly boolean[]) =>
  right.map((one, at) => ({
    ...{ question, try: at + 1, text: "", right: one, at, took: null },
  }));

test("of a question’s tries the latest counts, and what is right or spent is done", () => {
  const [first, second, third, fourth] = everyKind;
  if (!first || !second || !third || !fourth) throw new Error("too few questions");
  const questions = [first, second, third, fourth];
  const asked = (rest: string) => ({
    ...{ ...quiz(`&tries=2${rest}`), assignment: "a", questions, missing: 0 },
  });
  const tries = [
    ...tried(first.id, [false, true]),
    ...tried(second.id, [true, false]),
    ...tried(third.id, [true]),
  ];
  const once = { feedback: "once", tells: null, handed: null } as const;
  expect(standingIn(asked(""), { ...once, shows: true, takes: true }, tries)).toEqual({
    ...{ assignment: "a", handed: null, count: 4, right: 2, done: 3, answered: 3 },
  });
  const quiet = { ...once, feedback: "handed", handed: 9 } as const;
  expect(
    standingIn(asked("&feedback=handed"), { ...quiet, shows: false, takes: true }, tries),
  ).toEqual({
    ...{ assignment: "a", handed: 9, count: 4, right: null, done: 2, answered: 3 },
  });
});
