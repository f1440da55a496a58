"use client";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Row, Small } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { momentText, unkeptInClass } from "@/components/kit/wording";
import { handInQuiz, type Refused, readQuiz, startQuiz } from "@/content/class/class-api";
import type { QuizState, StartedQuiz } from "@/content/class/quiz-messages";
import { counted } from "@/labs/arithmetic/number-text";
import { earnedPoints, quizTerms } from "@/labs/assignment/assignment";
import styles from "./graded.module.css";
import { quizKey, useDrafts, useIsKept } from "./graded-drafts";
import { GradedQuestion } from "./graded-question";
import { clockText, useTimeLeft } from "./quiz-clock";
import { type JudgedTry, scoreOf, withTry } from "./quiz-record";

type Props = {
  place: HandInPlace;
  /** The points of all questions together; null: nothing. */
  points: number | null;
  /** Takes the focus once the quiz has begun: the button to start it goes. */
  heading: RefObject<HTMLElement | null>;
};

/** The quiz of a class as one of its learners meets it, before and after its start. */
export function GradedQuiz({ place, points, heading }: Props) {
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
  if (quiz.status === "open") {
    return <OpenQuiz {...{ ...quiz, place, points }} onStale={open} />;
  }
  const { count, missing, tries, minutes, takes } = quiz.terms;
  const lacks = `The site does not know ${counted(missing, "graded question")} of this assignment: ${missing === 1 ? "it is" : "they are"} left out.`;
  return (
    <>
      {missing > 0 && <Problem>{lacks}</Problem>}
      {count > 0 && (
        <>
          <p data-terms>{quizTerms({ count, tries, minutes })}</p>
          <p data-feedback>{tellsText(quiz.terms)}</p>
          <Small>
            Each answer counts once you hand it in, for {place.className} as {place.name}.
            Your teacher sees the scores; receipts do not tell them.
          </Small>
          <Row>
            <Button look="primary" inactive={starting || !takes} onClick={start}>
              Start
            </Button>
            {!takes && <p>The time for these questions is over: they take no answers.</p>}
            <Problem role="alert">{!starting && problem}</Problem>
          </Row>
        </>
      )}
    </>
  );
}

/** When the learner is told which answers are right. */
function tellsText({ feedback, tells }: Pick<QuizState, "feedback" | "tells">): string {
  if (feedback === "once") return "You are told at once whether an answer is right.";
  if (tells === null) {
    return "You are told which answers are right once you have handed all of them in; until then you can change them.";
  }
  return `You are told which answers are right after ${momentText(tells)}; until then you can change them.`;
}

type OpenQuizProps = Extract<Quiz, { status: "open" }> & {
  place: HandInPlace;
  points: number | null;
  onStale(): void;
};

/** A quiz that was started: its clock, its questions, its score. */
function OpenQuiz({ started, ahead, place, points, onStale }: OpenQuizProps) {
  const { questions, tries, ends, feedback, shows, handed, takes } = started;
  // The tries that were judged since the server last gave all of them.
  const [judged, setJudged] = useState<readonly JudgedTry[]>([]);
  const given = judged.reduce(withTry, started.given);
  const { left, news, over } = useTimeLeft({ ends, ahead });
  const isKept = useIsKept();
  const rules = { tries, again: feedback !== "once" };
  const { right, answered, done, count } = scoreOf({ questions, given, ...rules });
  const ended = handed !== null ? "handed" : over ? "time" : takes ? null : "closed";
  const final = ended !== null || (!rules.again && done === count);
  const quiz = quizKey(place.classId, place.assignmentId, place.learner);
  useStaleAt(toldAt(started), ahead, onStale);
  const score = shows
    ? scoreText({ right, count, points })
    : `${answered} of ${counted(count, "question")} answered.`;
  return (
    <>
      <div className={left === null || final ? undefined : styles.clock}>
        {left !== null && !final && (
          <p role="timer" aria-label="Time left">
            {clockText(left)} left
          </p>
        )}
        <Status data-score={final && shows ? `${right}/${count}` : undefined}>
          {final ? `${finalTexts[ended ?? "all"]}: ${score}` : news}
        </Status>
      </div>
      {rules.again && !shows && <p data-feedback>{tellsText(started)}</p>}
      {!isKept && <Problem>{unkeptInClass(place.className)}</Problem>}
      <div className={styles.questions}>
        {questions.map((presented, at) => (
          <GradedQuestion
            key={presented.id}
            label={`Graded question ${at + 1} of ${count}`}
            {...{ presented, given, rules, ended, place, quiz, onStale }}
            onGiven={(one) => setJudged((before) => withTry(before, one))}
          />
        ))}
      </div>
      {feedback === "handed" && ended === null && (
        <HandInQuiz {...{ place, quiz, answered, count }} onHanded={onStale} />
      )}
    </>
  );
}

const finalTexts = {
  all: "All is handed in",
  handed: "Handed in",
  time: "The time is over",
  closed: "No more answers are taken",
};

type ScoreProps = { right: number; count: number; points: number | null };

/** "5 of 6 right: 8.33 of 10 points." */
function scoreText({ right, count, points }: ScoreProps): string {
  const score = `${right} of ${count} right`;
  const earned = earnedPoints({ goals: [], quizPoints: points }, [], right / count);
  return earned === null
    ? `${score}.`
    : `${score}, ${earned} of ${counted(points ?? 0, "point")}.`;
}

/** Answers that were on their way at the end are taken for so long, in milliseconds. */
const grace = 12_000;

/** When the server will have more to tell, by its clock; null where nobody knows. */
const toldAt = ({ feedback, shows, tells, ends }: StartedQuiz) =>
  shows
    ? null
    : (tells ?? (feedback === "handed" && ends !== null ? ends + grace : null));

/** Calls `onStale` once a moment of the server's clock has come. */
function useStaleAt(moment: number | null, ahead: number, onStale: () => void) {
  const call = useEffectEvent(onStale);
  useEffect(() => {
    if (moment === null) return;
    const wait = moment - (Date.now() + ahead) + 1000;
    // Browsers take no longer wait than some 24 days.
    if (wait >= 2 ** 31) return;
    const timer = setTimeout(call, Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [moment, ahead]);
}

type HandInQuizProps = {
  place: HandInPlace;
  /** See `quizKey`. */
  quiz: string;
  answered: number;
  count: number;
  onHanded(): void;
};

/** Hands the quiz in, after which the class tells which answers are right. */
function HandInQuiz({ place, quiz, answered, count, onHanded }: HandInQuizProps) {
  const drafts = useDrafts().filter((one) => one.quiz === quiz);
  const ungiven = drafts.length > 0 ? " What you have typed and not given is lost." : "";

  async function handIn() {
    if (drafts.some(({ took }) => took !== null)) {
      return "An answer has not arrived yet: send it again first.";
    }
    const answer = await handInQuiz(place.classId, place.assignmentId);
    if (!answer.ok) return answer.problem;
    onHanded();
    return null;
  }

  return (
    <ConfirmButton
      label="Hand in all answers"
      says={`You have answered ${answered} of ${counted(count, "question")}. After this nothing can be changed, and you are told what is right.${ungiven}`}
      yes="Hand them in"
      onYes={handIn}
    />
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
