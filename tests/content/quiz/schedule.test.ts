import { afterEach, expect, test } from "vitest";
import {
  type AnswerBook,
  type Entry,
  type Grade,
  grades,
  merge,
  record,
} from "@/content/quiz/answer-book";
import { seeded } from "@/content/quiz/kinds/draw";
import {
  dayOf,
  dueByDay,
  dueOf,
  handful,
  nextDue,
  scheduleOf,
  startOf,
} from "@/content/quiz/schedule";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const noon = new Date(2027, 2, 1, 12).getTime();
const answer = { kind: "ticked", options: ["a"] } as const;

const given = (grade: Grade, at: number) => ({
  ...{ answer, at },
  right: grade !== "wrong",
  helped: grade === "helped",
});

/** A book whose question `id` was answered so many days after the first noon. */
const answered = (
  tries: readonly (readonly [days: number, grade: Grade])[],
  id = "a",
  book: AnswerBook = {},
): AnswerBook =>
  tries.reduce(
    (before, [days, grade]) => record(before, id, given(grade, noon + days * day)),
    book,
  );

function entryOf(book: AnswerBook, id = "a"): Entry {
  const entry = book[id];
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

/** In how many days after the first noon. */
const dueIn = (tries: readonly (readonly [number, Grade])[]) =>
  dayOf(scheduleOf(entryOf(answered(tries))).due) - dayOf(noon);

/** Up to twelve tries on days drawn from a seed. */
function drawnTries(seed: number): (readonly [number, Grade])[] {
  const draw = seeded("tries", seed);
  let days = 0;
  return Array.from({ length: 1 + draw(12) }, () => {
    days += draw(4) === 0 ? 0.01 : 1 + draw(40);
    return [days, grades[draw(3)] ?? "wrong"] as const;
  });
}

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

const { TZ } = process.env;

afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test("a right answer is due later than a helped one, and that later than a wrong one", () => {
  for (const seed of seeds) {
    const before = drawnTries(seed);
    const next = (before.at(-1)?.[0] ?? 0) + 1 + (seed % 50);
    const [wrong, helped, right] = grades.map((grade) =>
      dueIn([...before, [next, grade]]),
    );
    expect(wrong).toBe(Math.floor(next));
    expect(helped).toBeGreaterThan(wrong ?? 0);
    expect(right).toBeGreaterThanOrEqual(helped ?? 0);
  }
  expect(dueIn([[0, "right"]])).toBeGreaterThan(dueIn([[0, "helped"]]));
});

test("who is right each time it is due is asked ever more rarely, but once a year", () => {
  let tries: [number, Grade][] = [[0, "right"]];
  let gap = 0;
  for (let time = 0; time < 12; time += 1) {
    const next = dueIn(tries);
    const waited = next - (tries.at(-1)?.[0] ?? 0);
    expect(waited).toBeGreaterThanOrEqual(gap);
    expect(waited).toBeLessThanOrEqual(365);
    gap = waited;
    tries = [...tries, [next, "right"]];
  }
  expect(gap).toBe(365);
});

test("a question tried today is asked again today only if it was wrong last", () => {
  for (const seed of seeds) {
    const tries = drawnTries(seed);
    const book = answered(tries);
    const now = noon + (tries.at(-1)?.[0] ?? 0) * day + hour;
    const wasWrong = entryOf(book).tries.at(-1)?.grade === "wrong";
    expect(dueOf(book, [{ id: "a" }], now)).toHaveLength(wasWrong ? 1 : 0);
  }
});

test("several tries of a day count once, as the worst of them", () => {
  const once = scheduleOf(entryOf(answered([[0, "wrong"]])));
  const twice = scheduleOf(
    entryOf(
      answered([
        [0, "wrong"],
        [0.01, "right"],
      ]),
    ),
  );
  expect(twice.stability).toBe(once.stability);
  expect(dayOf(twice.due)).toBe(dayOf(noon) + 1);
  const often = scheduleOf(
    entryOf(
      answered([
        [0, "right"],
        [0.01, "right"],
        [0.02, "right"],
      ]),
    ),
  );
  expect(often.stability).toBe(scheduleOf(entryOf(answered([[0, "right"]]))).stability);
});

test("what two tabs wrote is due the same whichever is merged into the other", () => {
  for (const seed of seeds) {
    const tries = drawnTries(seed);
    const one = answered(tries.filter((_, at) => at % 2 === 0));
    const other = answered(tries.filter((_, at) => at % 2 === 1));
    const merged = merge(one, other);
    const schedule = scheduleOf(entryOf(merged));
    const turned = scheduleOf(entryOf(merge(other, one)));
    const whole = scheduleOf(entryOf(answered(tries)));
    const now = noon + 1000 * day;
    for (const same of [turned, whole, scheduleOf(entryOf(merged))]) {
      expect(same.due).toBe(schedule.due);
      expect(same.stability).toBe(schedule.stability);
      expect(same.retrievability(now)).toBe(schedule.retrievability(now));
    }
  }
});

test("knowledge fades from certain, to 90 % after as many days as it is stable", () => {
  const { stability, retrievability } = scheduleOf(
    entryOf(
      answered([
        [0, "right"],
        [3, "right"],
      ]),
    ),
  );
  expect(retrievability(noon + 3 * day)).toBe(1);
  const days = Math.round(stability);
  expect(retrievability(noon + (3 + days) * day)).toBeCloseTo(0.9, 1);
  for (let later = 4; later < 400; later += 1) {
    expect(retrievability(noon + later * day)).toBeLessThan(
      retrievability(noon + (later - 1) * day),
    );
  }
});

test("a handful holds the least remembered of those due, at most eight", () => {
  const ids = Array.from({ length: 12 }, (_, at) => `q-${at}`);
  const book = ids.reduce(
    (before, id, at) => answered([[at, "helped"]], id, before),
    answered([[20, "right"]], "fresh"),
  );
  const questions = [{ id: "fresh" }, { id: "never" }, ...ids.map((id) => ({ id }))];
  const now = noon + 20 * day;
  expect(handful(book, questions, now).map(({ id }) => id)).toEqual(ids.slice(0, 8));
  expect(handful(book, questions.toReversed(), now)).toEqual(
    handful(book, questions, now),
  );
  expect(dueOf(book, questions, now)).toHaveLength(12);
  expect(nextDue(book, questions, now)).toBe(scheduleOf(entryOf(book, "fresh")).due);
  expect(nextDue({}, questions, now)).toBeNull();
});

test("a prediction is not asked again", () => {
  const predicted = { kind: "predicted", option: "a", came: "b" } as const;
  const book = record({}, "a", { answer: predicted, right: false, at: noon });
  expect(dueOf(book, [{ id: "a" }], noon + 9 * day)).toEqual([]);
  expect(nextDue(book, [{ id: "a" }], noon)).toBeNull();
});

test("what a clock of years ahead has dated is due at once", () => {
  const ahead = 20 * 365 * 24 * hour;
  const book: AnswerBook = { a: entryOf(answered([[0, "right"]])) };
  expect(dueOf(book, [{ id: "a" }], noon)).toEqual([]);
  expect(dueOf(book, [{ id: "a" }], noon - ahead)).toEqual([{ id: "a" }]);
  expect(nextDue(book, [{ id: "a" }], noon - ahead)).toBeNull();
});

test("what a clock ahead has dated is asked at once, and no more once it is answered", () => {
  const questions = [{ id: "a" }];
  for (const days of [1, 30, 400, 1e5]) {
    const ahead = answered([[days, "right"]]);
    expect(scheduleOf(entryOf(ahead), noon).due).toBeLessThan(noon);
    expect(dueOf(ahead, questions, noon)).toEqual(questions);
    const known = record(ahead, "a", given("right", noon));
    expect(dueOf(known, questions, noon)).toEqual([]);
    expect(nextDue(known, questions, noon)).toBe(
      scheduleOf(entryOf(answered([[0, "right"]]))).due,
    );
  }
});

test("an odd book is put into order all the same", () => {
  const entry = entryOf(answered([[0, "right"]]));
  const empty = scheduleOf({ ...entry, tries: [] });
  expect(empty.due).toBe(scheduleOf(entry).due);
  const far = scheduleOf({ ...entry, tries: [{ at: 1e300, grade: "right" }] });
  expect(Number.isFinite(far.due)).toBe(true);
  const wrong = Array.from({ length: 60 }, (_, at) => [at, "wrong"] as const);
  expect(scheduleOf(entryOf(answered(wrong))).stability).toBeGreaterThan(0);
});

test.each([
  ["Europe/London", [23, 24, 25]],
  ["Pacific/Auckland", [23, 24, 25]],
  ["America/Santiago", [23, 24, 25]],
  ["UTC", [24]],
])("in %s a day begins when the reader’s date changes", (zone, lengths) => {
  process.env.TZ = zone;
  const first = dayOf(new Date(2027, 0, 1).getTime());
  const found = new Set<number>();
  for (let at = 0; at < 365; at += 1) {
    const start = startOf(first + at);
    expect(new Date(start).getDate()).not.toBe(new Date(start - 1).getDate());
    expect(dayOf(start)).toBe(first + at);
    expect(dayOf(start - 1)).toBe(first + at - 1);
    found.add((startOf(first + at + 1) - start) / hour);
  }
  expect([...found].sort()).toEqual(lengths);
});

test("each question counts once among the coming days, and what is overdue today", () => {
  const book = answered([[0, "wrong"]], "late", answered([[0, "right"]], "soon"));
  const questions = [{ id: "late" }, { id: "soon" }, { id: "never-answered" }];
  const entry = book.soon;
  if (!entry) throw new Error("no answer");
  const ahead = dayOf(scheduleOf(entry).due) - dayOf(noon);
  const expected = (now: number) =>
    Array.from({ length: 7 }, (_, at) => Number(at === 0) + Number(at === ahead - now));
  expect(ahead).toBeGreaterThan(1);
  expect(ahead).toBeLessThan(7);
  expect(dueByDay(book, questions, noon)).toEqual(expected(0));
  expect(dueByDay(book, questions, noon + day)).toEqual(expected(1));
  expect(dueByDay(book, questions, noon + 30 * day)).toEqual([2, 0, 0, 0, 0, 0, 0]);
  // A prediction asks for a training: it never falls due.
  const predicted = { kind: "predicted", option: "a", came: "a" } as const;
  const trained = record(book, "late", { answer: predicted, right: true, at: noon });
  expect(dueByDay(trained, [{ id: "late" }], noon + day)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(dueByDay({}, questions, noon, 3)).toEqual([0, 0, 0]);
});
