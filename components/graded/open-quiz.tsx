"use client";
// A graded quiz that was started: its clock, its questions, its score.
import assignment from "@/components/assignment/do/assignment.module.css";
import type { HandInPlace } from "@/components/class/joined";
import type { StartedQuiz } from "@/components/class/quiz-messages";
import { useIsKept } from "./draft-store";
import styles from "./graded.module.css";
import { quizKey } from "./graded-draft";
import { GradedQuestion } from "./graded-question";
import { type Given, scoreOf } from "./quiz-record";
import { clockText } from "./time-left";
import { useTimeLeft } from "./use-time-left";

type Props = {
  quiz: StartedQuiz;
  /** How far the server's clock is ahead of the browser's, in milliseconds. */
  ahead: number;
  place: HandInPlace;
  onGiven(given: Given): void;
  onStale(): void;
};

export function OpenQuiz({ quiz, ahead, place, onGiven, onStale }: Props) {
  const { questions, given, tries } = quiz;
  const { left, news, over } = useTimeLeft({ ends: quiz.ends, ahead });
  const isKept = useIsKept();
  const { right, done, count } = scoreOf(quiz);
  const score = `${right} of ${count} right.`;
  const ended = done === count ? `All is handed in: ${score}` : null;
  const key = quizKey(place.classId, place.assignmentId, place.learner);
  return (
    <>
      <div className={left === null || ended ? undefined : styles.clock}>
        {left !== null && !over && !ended && (
          <p role="timer" aria-label="Time left">
            {clockText(left)} left
          </p>
        )}
        <p role="status" data-score={ended || over ? `${right}/${count}` : undefined}>
          {ended ?? (over ? `The time is over: ${score}` : news)}
        </p>
      </div>
      {!isKept && (
        <p className={assignment.problem}>
          This browser stores nothing for the site: what is not handed in goes with the
          page.
        </p>
      )}
      <div className={`${assignment.questions} ${styles.questions}`}>
        {questions.map((posed, at) => (
          <GradedQuestion
            key={posed.id}
            label={`Graded question ${at + 1} of ${count}`}
            {...{ posed, given, tries, over, place, onGiven, onStale }}
            quiz={key}
          />
        ))}
      </div>
    </>
  );
}
