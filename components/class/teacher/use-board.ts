"use client";
// Keeps a class's board, and the scores of its graded quizzes, up to date while it is shown.
import { assignmentIn } from "@/components/class/class-assignment";
import { useFetched } from "@/components/kit/use-fetched";
import {
  mayRetry,
  type Refused,
  readBoard,
  readQuizzes,
  retryPause,
} from "@/content/class/class-api";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { type Board, mergedBoard } from "./merged-board";

/** Whether there is no use in asking again: not the teacher, or no such class. */
export const isOver = (problem: Refused | null) =>
  problem !== null && !mayRetry(problem.status);

type SeenBoard = {
  board: Board;
  /** When the server last answered: milliseconds since 1970. */
  seen: number;
};

/** The board, null until it came; why the latest try failed; and a way to read it at once. */
export function useBoard(classId: string) {
  const { value, problem, refresh } = useFetched<SeenBoard, Refused>({
    key: classId,
    async read(before) {
      const known = before?.board ?? null;
      const answer = await readBoard(classId, known?.since ?? 0);
      if (!answer.ok) return answer;
      const board = mergedBoard(known, answer.value);
      return { ok: true, value: { board, seen: Date.now() } };
    },
    pause({ problem, failures }, hidden) {
      if (isOver(problem)) return null;
      const wait = problem?.wait ?? null;
      return pollPause({ failures: Math.max(0, failures - 1), hidden, wait });
    },
  });
  return { board: value?.board ?? null, seen: value?.seen ?? 0, problem, refresh };
}

type Situation = {
  /** How many tries in a row failed before the latest. */
  failures: number;
  /** Whether the reader looks at something else. */
  hidden: boolean;
  /** How long the server asks to wait, in milliseconds; null where it does not. */
  wait: number | null;
};

const pauses = { shown: 2000, hidden: 30_000 };

/** How long to wait before the board is read again, in milliseconds. */
export const pollPause = ({ failures, hidden, wait }: Situation): number =>
  retryPause(hidden ? pauses.hidden : pauses.shown, failures, wait);

/** The shortest time between two readings of the scores, in milliseconds: each reads all. */
const quizPause = 15_000;

/** A large class is read more seldom: this many times as long as reading it takes. */
const restFactor = 10;

const hasQuiz = ({ link }: { link: string }) =>
  (assignmentIn(link)?.quiz.length ?? 0) > 0;

/** Null until they came, and where no assignment has a quiz. */
export function useQuizzes(classId: string, board: Board | null): QuizzesMessage | null {
  const { value } = useFetched<{ quizzes: QuizzesMessage; took: number }, Refused>({
    key: board?.assignments.some(hasQuiz) ? classId : null,
    async read() {
      const start = performance.now();
      const answer = await readQuizzes(classId);
      if (!answer.ok) return answer;
      const took = performance.now() - start;
      return { ok: true, value: { quizzes: answer.value, took } };
    },
    pause({ value, problem }, hidden) {
      if (hidden) return null;
      return Math.max(quizPause, restFactor * (value?.took ?? 0), problem?.wait ?? 0);
    },
  });
  return value?.quizzes ?? null;
}
