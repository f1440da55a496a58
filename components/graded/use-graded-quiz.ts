"use client";
// A learner's graded quiz as the class's server tells it, from its opening to its end.
import { useCallback, useEffect, useState } from "react";
import { readQuiz, startQuiz } from "@/components/class/api";
import type { Refused } from "@/components/class/ask";
import type { HandInPlace } from "@/components/class/joined";
import type { QuizState, StartedQuiz } from "@/components/class/quiz-messages";
import { type Given, withGiven } from "./quiz-record";

export type GradedQuiz =
  | { status: "waiting" }
  /** It could not be read, and may be asked for again. */
  | { status: "failed"; problem: string }
  | { status: "closed"; terms: QuizState }
  | {
      status: "open";
      quiz: StartedQuiz;
      /** How far the server's clock is ahead of the browser's, in milliseconds. */
      ahead: number;
    };

const opened = (quiz: StartedQuiz): GradedQuiz => ({
  status: "open",
  quiz,
  ahead: quiz.now - Date.now(),
});

/** Reads how the quiz stands; one that was started opens again by itself. */
export function useGradedQuiz({ classId, assignmentId }: HandInPlace) {
  const [state, setState] = useState<GradedQuiz>({ status: "waiting" });

  /** Starts the clock, the first time, and takes over all that the server knows. */
  const open = useCallback(async (): Promise<Refused | null> => {
    const answer = await startQuiz(classId, assignmentId);
    if (!answer.ok) return answer;
    setState(opened(answer.value));
    return null;
  }, [classId, assignmentId]);

  const read = useCallback(async () => {
    const failed = ({ problem }: Refused) => setState({ status: "failed", problem });
    const answer = await readQuiz(classId, assignmentId);
    if (!answer.ok) return failed(answer);
    if (answer.value.started === null) {
      return setState({ status: "closed", terms: answer.value });
    }
    const refused = await open();
    if (refused) failed(refused);
  }, [classId, assignmentId, open]);

  useEffect(() => void read(), [read]);

  const take = useCallback((one: Given) => {
    setState((now) => {
      if (now.status !== "open") return now;
      const given = [...withGiven(now.quiz.given, one)];
      return { ...now, quiz: { ...now.quiz, given } };
    });
  }, []);

  return { state, read, open, take };
}
