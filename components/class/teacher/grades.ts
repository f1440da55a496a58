// Points, lateness and marks: a learner's grade for an assignment, and all of a class's.
import type { ReceiptHead } from "@/content/class/messages";
import type { Extension, Mark } from "@/content/class/roster-messages";
import { asksQuizAlone } from "@/labs/assignment/assignment";
import { assignmentIn } from "../class-assignment";
import { type Grade, gradeOf, hasPoints } from "../grade";
import type { Board, HandedIn } from "./merged-board";
import type { OwnStandings, QuizStanding } from "./quiz-standings";

/** A learner's work for an assignment, and what a teacher said of it. */
export type Work = {
  /** Latest first. */
  receipts: readonly ReceiptHead[];
  quiz: QuizStanding | undefined;
  mark: Mark | undefined;
  /** See `isDue`; the learner's own extension where they have one. */
  due: string | null;
  /** Whether `due` is an extension. */
  extended: boolean;
};

type ByAssignment<T> = ReadonlyMap<string, T>;

function byLearner<T extends { learner: string; assignment: string }>(
  list: readonly T[],
): ReadonlyMap<string, ByAssignment<T>> {
  const found = new Map<string, Map<string, T>>();
  for (const one of list) {
    const own = found.get(one.learner) ?? new Map<string, T>();
    found.set(one.learner, own.set(one.assignment, one));
  }
  return found;
}

/** All of one learner, each part by assignment; a part without news is the same object. */
export type OwnWork = {
  handedIn: HandedIn;
  quizzes: OwnStandings;
  marks: ByAssignment<Mark>;
  extensions: ByAssignment<Extension>;
};

type Asked = Board["assignments"][number];

/** A learner's work for one assignment. */
export function workFor({ id, link }: Asked, own: OwnWork): Work {
  const extension = own.extensions.get(id);
  return {
    receipts: own.handedIn.get(id) ?? [],
    quiz: own.quizzes.get(id),
    mark: own.marks.get(id),
    due: extension?.due ?? assignmentIn(link)?.due ?? null,
    extended: extension !== undefined,
  };
}

/** The points over the assignments that tell them; null where none does, or nothing was done. */
export function sumOf(assignments: readonly Asked[], own: OwnWork) {
  const pointed = assignments.filter(({ link }) => hasPoints(assignmentIn(link)));
  const grades = pointed.flatMap(
    (asked) => gradeOf(assignmentIn(asked.link), workFor(asked, own)) ?? [],
  );
  if (grades.every(({ earned }) => earned === null)) return null;
  const sum = (of: (grade: Grade) => number) =>
    grades.reduce((sum, grade) => sum + of(grade), 0);
  return { earned: sum(({ earned }) => earned ?? 0), of: sum(({ of }) => of) };
}

/** Gives all of a learner, by their id. */
export type Gradebook = (learner: string) => OwnWork;

const nothing = new Map<string, never>();

/** The work of everybody in a class. */
export function gradebookOf(
  { handedIn, marks, extensions }: Pick<Board, "handedIn" | "marks" | "extensions">,
  standings: ReadonlyMap<string, OwnStandings>,
): Gradebook {
  const marked = byLearner(marks);
  const extended = byLearner(extensions);
  return (learner) => ({
    handedIn: handedIn.get(learner) ?? nothing,
    quizzes: standings.get(learner) ?? nothing,
    marks: marked.get(learner) ?? nothing,
    extensions: extended.get(learner) ?? nothing,
  });
}

/** Says that nothing was done, as befits what is asked. */
export function nothingText(link: string): string {
  const asked = assignmentIn(link);
  return asked && asksQuizAlone(asked) ? "quiz not started" : "nothing handed in";
}
