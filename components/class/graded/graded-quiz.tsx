"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { quizTerms } from "@/components/assignment/quiz-terms";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import { type Refused, readQuiz, startQuiz } from "@/content/class/class-api";
import type { QuizState, StartedQuiz } from "@/content/class/quiz-messages";
import { counted } from "@/labs/number-text";
import styles from "./graded.module.css";
import { quizKey, useIsKept } from "./graded-drafts";
import { GradedQuestion } from "./graded-question";
import { clockText, useTimeLeft } from "./quiz-clock";
import { type Given, scoreOf, withGiven } from "./quiz-record";

type Props = {
  place: HandInPlace;
  /** Takes the focus once the quiz has begun: the button to start it goes. */
  heading: RefObject<HTMLElement | null>;
};

/** The quiz of a class as one of its learners meets it, before and after its start. */
export function GradedQuiz({ place, heading }: Props) {
  const { state, read, open, take } = useGradedQuiz(place);
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState("");
  const pressed = useRef(false);

  useEffect(() => {
    if (!pressed.current || state.status === "waiting") return;
    pressed.current = false;
    if (state.status === "open") heading.current?.focus();
  }, [state.status, heading]);

  async function start() {
    pressed.current = true;
    setStarting(true);
    setProblem("");
    const refused = await open();
    setStarting(false);
    if (refused) setProblem(refused.problem);
  }

  switch (state.status) {
    case "waiting":
      return <p>Loading the graded questions…</p>;
    case "failed":
      return (
        <Row>
          <Problem role="alert">{state.problem}</Problem>
          <Button onClick={read}>Load the graded questions</Button>
        </Row>
      );
    case "open":
      return <OpenQuiz {...{ ...state, place }} onGiven={take} onStale={open} />;
    default: {
      const { count, missing, tries, minutes } = state.terms;
      const lacks = `The site does not know ${counted(missing, "graded question")} of this assignment: ${missing === 1 ? "it is" : "they are"} left out.`;
      return (
        <>
          {missing > 0 && <Problem>{lacks}</Problem>}
          {count > 0 && (
            <>
              <p data-terms>{quizTerms({ count, tries, minutes })}</p>
              <Small>
                Each answer counts once you hand it in, for {place.className} as{" "}
                {place.name}. Your teacher sees the scores; receipts do not tell them.
              </Small>
              <Row>
                <Button look="primary" inactive={starting} onClick={start}>
                  Start
                </Button>
                <Problem role="alert">{problem}</Problem>
              </Row>
            </>
          )}
        </>
      );
    }
  }
}

// A graded quiz that was started: its clock, its questions, its score.

type OpenQuizProps = {
  quiz: StartedQuiz;
  /** How far the server's clock is ahead of the browser's, in milliseconds. */
  ahead: number;
  place: HandInPlace;
  onGiven(given: Given): void;
  onStale(): void;
};

function OpenQuiz({ quiz, ahead, place, onGiven, onStale }: OpenQuizProps) {
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

// A learner's graded quiz as the class's server tells it, from its opening to its end.

type UseGradedQuizGradedQuiz =
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

const opened = (quiz: StartedQuiz): UseGradedQuizGradedQuiz => ({
  status: "open",
  quiz,
  ahead: quiz.now - Date.now(),
});

/** Reads how the quiz stands; one that was started opens again by itself. */
function useGradedQuiz({ classId, assignmentId }: HandInPlace) {
  const [state, setState] = useState<UseGradedQuizGradedQuiz>({ status: "waiting" });

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
