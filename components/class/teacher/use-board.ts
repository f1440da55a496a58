"use client";
// Keeps a class's board up to date for as long as it is shown.
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { assignmentIn } from "@/components/class/class-assignment";
import { type Refused, readBoard, readQuizzes } from "@/content/class/class-api";
import type { BoardMessage } from "@/content/class/messages";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { type Board, mergedBoard } from "./merged-board";

type BoardState = {
  /** Null until it came for the first time. */
  board: Board | null;
  /** When the server last answered: milliseconds since 1970. */
  seen: number;
  /** What the latest try met; null where it went well. */
  trouble: Refused | null;
};

type News = { kind: "come"; news: BoardMessage; at: number } | Refused;

function after(state: BoardState, news: News): BoardState {
  if ("ok" in news) return { ...state, trouble: news };
  const board = mergedBoard(state.board, news.news);
  return { board, seen: news.at, trouble: null };
}

/** Whether there is no use in asking again: not the teacher, or no such class. */
export const isOver = (trouble: Refused | null) =>
  trouble !== null && [400, 401, 403, 404].includes(trouble.status);

/** The board, and a way to read it at once. */
export function useBoard(classId: string): BoardState & { refresh(): void } {
  const [state, tell] = useReducer(after, { board: null, seen: 0, trouble: null });
  const again = useRef(() => {});

  useEffect(() => {
    let left = false;
    let failures = 0;
    let since = 0;
    let asking = false;
    let asked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function read() {
      clearTimeout(timer);
      asked = asking;
      if (asking) return;
      asking = true;
      const answer = await readBoard(classId, since);
      asking = false;
      if (left) return;
      if (answer.ok) {
        failures = 0;
        since = answer.value.now;
        tell({ kind: "come", news: answer.value, at: Date.now() });
      } else {
        tell(answer);
        if (isOver(answer)) return;
      }
      if (asked) return void read();
      const hidden = document.visibilityState === "hidden";
      const wait = answer.ok ? null : answer.wait;
      timer = setTimeout(read, pollPause({ failures, hidden, wait }));
      if (!answer.ok) failures += 1;
    }

    function shown() {
      if (document.visibilityState === "visible") void read();
    }

    again.current = read;
    void read();
    document.addEventListener("visibilitychange", shown);
    window.addEventListener("online", read);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("online", read);
    };
  }, [classId]);

  return { ...state, refresh: useCallback(() => again.current(), []) };
}

type Situation = {
  /** How many tries in a row failed. */
  failures: number;
  /** Whether the reader looks at something else. */
  hidden: boolean;
  /** How long the server asks to wait, in milliseconds; null where it does not. */
  wait: number | null;
};

const every = { shown: 2000, hidden: 30_000, failing: 60_000 };

/** How long to wait before the board is read again, in milliseconds. */
export function pollPause({ failures, hidden, wait }: Situation): number {
  const usual = hidden ? every.hidden : every.shown;
  const slower = Math.min(every.failing, usual * 2 ** Math.min(failures, 8));
  return Math.max(slower, wait ?? 0);
}

// Keeps the scores of a class's graded quizzes up to date while its board is shown.

/** The shortest time between two readings, in milliseconds: each tells all anew. */
const pause = 15_000;

/** Whether anything that is graded was asked. */
const hasQuiz = (board: Board | null) =>
  board?.assignments.some(({ link }) => (assignmentIn(link)?.quiz.length ?? 0) > 0) ??
  false;

/** Null until they came, and where no assignment has a quiz. */
export function useQuizzes(classId: string, board: Board | null): QuizzesMessage | null {
  const [told, setTold] = useState<QuizzesMessage | null>(null);
  const asked = hasQuiz(board);

  useEffect(() => {
    if (!asked) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;

    async function read() {
      clearTimeout(timer);
      if (reading || document.visibilityState === "hidden") return;
      reading = true;
      const start = performance.now();
      const answer = await readQuizzes(classId);
      reading = false;
      if (left) return;
      if (answer.ok) setTold(answer.value);
      // A large class is read more seldom.
      const took = performance.now() - start;
      const wait = answer.ok ? 0 : (answer.wait ?? 0);
      timer = setTimeout(read, Math.max(pause, 10 * took, wait));
    }

    void read();
    document.addEventListener("visibilitychange", read);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [classId, asked]);

  return asked ? told : null;
}
