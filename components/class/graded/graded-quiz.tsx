"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { type Refused, readQuiz, startQuiz } from "@/content/class/class-api";
import type { QuizState, StartedQuiz } from "@/content/class/quiz-messages";
import { counted } from "@/labs/arithmetic/number-text";
import { quizTerms } from "@/labs/assignment/assignment";
import styles from "./graded.module.css";
import { quizKey, useIsKept } from "./graded-drafts";
import { GradedQuestion } from "./graded-question";
import { clockText, useTimeLeft } from "./quiz-clock";
import { type JudgedTry, scoreOf, withTry } from "./quiz-record";

type Props = {
  place: HandInPlace;
  /** Takes the focus once the quiz has begun: the button to start it goes. */
  heading: RefObject<HTMLElement | null>;
};

/** The quiz of a class as one of its learners meets it, before and after its start. */
export function GradedQuiz({ place, heading }: Props) {
  const { quiz, problem, read, open } = useQuiz(place);
  const [starting, setStarting] = useState(false);
  const pressed = useRef(false);
  const isOpen = quiz?.status === "open";

  useEffect(() => {
    if (!pressed.current || !isOpen) return;
    pressed.current = false;
    heading.current?.focus();
  }, [isOpen, heading]);

  async function start() {
    pressed.current = true;
    setStarting(true);
    await open();
    setStarting(false);
  }

  if (quiz === null) {
    if (problem === null) return <p>Loading the graded questions…</p>;
    return (
      <Row>
        <Problem role="alert">{problem}</Problem>
        <Button onClick={read}>Load the graded questions</Button>
      </Row>
    );
  }
  if (quiz.status === "open") return <OpenQuiz {...{ ...quiz, place }} onStale={open} />;
  const { count, missing, tries, minutes } = quiz.terms;
  const lacks = `The site does not know ${counted(missing, "graded question")} of this assignment: ${missing === 1 ? "it is" : "they are"} left out.`;
  return (
    <>
      {missing > 0 && <Problem>{lacks}</Problem>}
      {count > 0 && (
        <>
          <p data-terms>{quizTerms({ count, tries, minutes })}</p>
          <Small>
            Each answer counts once you hand it in, for {place.className} as {place.name}.
            Your teacher sees the scores; receipts do not tell them.
          </Small>
          <Row>
            <Button look="primary" inactive={starting} onClick={start}>
              Start
            </Button>
            <Problem role="alert">{!starting && problem}</Problem>
          </Row>
        </>
      )}
    </>
  );
}

type OpenQuizProps = Extract<Quiz, { status: "open" }> & {
  place: HandInPlace;
  onStale(): void;
};

/** A quiz that was started: its clock, its questions, its score. */
function OpenQuiz({ started, ahead, place, onStale }: OpenQuizProps) {
  const { questions, tries, ends } = started;
  // The tries that were judged since the server last gave all of them.
  const [judged, setJudged] = useState<readonly JudgedTry[]>([]);
  const given = judged.reduce(withTry, started.given);
  const { left, news, over } = useTimeLeft({ ends, ahead });
  const isKept = useIsKept();
  const { right, done, count } = scoreOf({ questions, tries, given });
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
        <Status data-score={ended || over ? `${right}/${count}` : undefined}>
          {ended ?? (over ? `The time is over: ${score}` : news)}
        </Status>
      </div>
      {!isKept && (
        <Problem>
          This browser stores nothing for the site: what is not handed in goes with the
          page.
        </Problem>
      )}
      <div className={styles.questions}>
        {questions.map((presented, at) => (
          <GradedQuestion
            key={presented.id}
            label={`Graded question ${at + 1} of ${count}`}
            {...{ presented, given, tries, over, place, onStale }}
            quiz={key}
            onGiven={(one) => setJudged((before) => withTry(before, one))}
          />
        ))}
      </div>
    </>
  );
}

type Quiz =
  | { status: "closed"; terms: QuizState }
  | {
      status: "open";
      started: StartedQuiz;
      /** How far the server's clock is ahead of the browser's, in milliseconds. */
      ahead: number;
    };

/** Reads the quiz from its class; one that was started opens again by itself. */
function useQuiz({ classId, assignmentId }: HandInPlace) {
  const starts = useRef(false);
  const { value, problem, refresh } = useFetched<Quiz, Refused>({
    key: `${classId} ${assignmentId}`,
    async read() {
      if (!starts.current) {
        const found = await readQuiz(classId, assignmentId);
        if (!found.ok) return found;
        const terms = found.value;
        if (terms.started === null)
          return { ok: true, value: { status: "closed", terms } };
      }
      const answer = await startQuiz(classId, assignmentId);
      if (!answer.ok) return answer;
      const started = answer.value;
      const ahead = started.now - Date.now();
      return { ok: true, value: { status: "open", started, ahead } };
    },
  });

  /** Starts the clock, the first time, and takes over all that the server knows. */
  function open() {
    starts.current = true;
    return refresh();
  }
  return { quiz: value, problem: problem?.problem ?? null, read: refresh, open };
}
