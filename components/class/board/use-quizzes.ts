"use client";
// Keeps the scores of a class's graded quizzes up to date while its board is shown.
import { useEffect, useState } from "react";
import { readQuizzes } from "../api";
import type { QuizzesMessage } from "../quiz-messages";
import type { Board } from "./merged-board";
import { assignmentIn } from "./told-assignment";

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
