// When an answered question is due again: spaced review, by FSRS.
// https://github.com/open-spaced-repetition/free-spaced-repetition-scheduler
import { FSRSAlgorithm, Rating } from "ts-fsrs";
import { type AnswerBook, type Entry, type Grade, grades, type Try } from "./answer-book";
import { isPrediction } from "./answer-text";

/** By whole days, and at least once a year. */
const memory = new FSRSAlgorithm({ enable_short_term: false, maximum_interval: 365 });

const ratings = { wrong: Rating.Again, helped: Rating.Hard, right: Rating.Good } as const;

const worse = (one: Grade, other: Grade) =>
  grades.indexOf(one) < grades.indexOf(other) ? one : other;

/**
 * An entry's tries on days up to that of `until`, earliest first; of one that tells none,
 * its latest answer.
 */
function triesOf({ at, right, tries }: Entry, until: number): Try[] {
  const known: readonly Try[] =
    tries.length > 0 ? tries : [{ at, grade: right ? "right" : "wrong" }];
  return known
    .filter((one) => dayOf(one.at) <= dayOf(until))
    .sort((one, other) => one.at - other.at);
}

/**
 * One grade for each day: its worst. Who answers rightly a minute after having been told
 * the answer has not shown to remember it.
 */
function gradesByDay(tries: readonly Try[]): Map<number, Grade> {
  const byDay = new Map<number, Grade>();
  for (const { at, grade } of tries) {
    const day = dayOf(at);
    byDay.set(day, worse(grade, byDay.get(day) ?? grade));
  }
  return byDay;
}

type Schedule = {
  /** The beginning of the day on which it is due, as milliseconds since 1970. */
  due: number;
  /** After so many days it is still known with a chance of 90 %. */
  stability: number;
  /** The chance, 0 to 1, that it is known on the day of `now`. */
  retrievability(now: number): number;
};

/**
 * Replays what was answered. Whoever was wrong last is asked again the same day. What is
 * dated later than the day of `until` was so by a wrong clock, and does not count; where
 * nothing else is known, the question is long due.
 */
export function scheduleOf(entry: Entry, until = Number.POSITIVE_INFINITY): Schedule {
  const tries = triesOf(entry, until);
  let state: ReturnType<typeof memory.next_state> | null = null;
  let latest = 0;
  for (const [day, grade] of gradesByDay(tries)) {
    state = memory.next_state(state, state ? day - latest : 0, ratings[grade]);
    latest = day;
  }
  const stability = state?.stability ?? 0;
  const isOpen = !state || tries.at(-1)?.grade === "wrong";
  return {
    due: startOf(latest + (isOpen ? 0 : memory.next_interval(stability, 0))),
    stability,
    retrievability: (now) =>
      memory.forgetting_curve(Math.max(0, dayOf(now) - latest), stability),
  };
}

type Scheduled = { id: string };

/** Predictions are left out: they ask for a training each time. */
function scheduled<T extends Scheduled>(
  book: AnswerBook,
  questions: readonly T[],
  now: number,
) {
  return questions.flatMap((question) => {
    const entry = book[question.id];
    return entry && !isPrediction(entry.latest)
      ? [{ question, schedule: scheduleOf(entry, now) }]
      : [];
  });
}

const isDue = ({ due }: Schedule, now: number) => dayOf(due) <= dayOf(now);

/** The questions due on the day of `now` or before, the least remembered first. */
export function dueOf<T extends Scheduled>(
  book: AnswerBook,
  questions: readonly T[],
  now: number,
): T[] {
  return scheduled(book, questions, now)
    .filter(({ schedule }) => isDue(schedule, now))
    .map((one) => ({ ...one, known: one.schedule.retrievability(now) }))
    .sort(
      (one, other) =>
        one.known - other.known ||
        one.schedule.due - other.schedule.due ||
        (one.question.id < other.question.id ? -1 : 1),
    )
    .map(({ question }) => question);
}

/** So many of the questions due as are asked at one sitting. */
export const handful = <T extends Scheduled>(
  book: AnswerBook,
  questions: readonly T[],
  now: number,
  most = 8,
): T[] => dueOf(book, questions, now).slice(0, most);

/** When the first of the questions not yet due is due; null where none will be. */
export function nextDue(
  book: AnswerBook,
  questions: readonly Scheduled[],
  now: number,
): number | null {
  const later = scheduled(book, questions, now)
    .filter(({ schedule }) => !isDue(schedule, now))
    .map(({ schedule }) => schedule.due);
  return later.length > 0 ? Math.min(...later) : null;
}

/**
 * How many of the questions fall due on each of the next days, today first: with today's
 * stand all that are overdue. Each counts once, on the day of its next review.
 */
export function dueByDay(
  book: AnswerBook,
  questions: readonly Scheduled[],
  now: number,
  days = 7,
): number[] {
  const ahead = scheduled(book, questions, now).map(({ schedule }) =>
    Math.max(0, dayOf(schedule.due) - dayOf(now)),
  );
  return Array.from(
    { length: days },
    (_, day) => ahead.filter((one) => one === day).length,
  );
}

// Days of the reader's own calendar, counted: one begins at midnight where the reader is.

const long = 24 * 60 * 60 * 1000;

/** No clock is further ahead; a later moment, out of an odd file, counts as this one. */
const last = Date.UTC(2200, 0, 1);

/** The day of a moment, both since 1970; the moment in milliseconds. */
export function dayOf(moment: number): number {
  const date = new Date(Math.min(moment, last));
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / long;
}

/** The moment at which a day begins, whatever the clocks did in between. */
export const startOf = (day: number): number => new Date(1970, 0, 1 + day).getTime();
