"use client";
import { useState } from "react";
import { Radios } from "@/components/kit/choice";
import { Disclosure } from "@/components/kit/disclosure";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { type Refused, readGraded } from "@/content/class/class-api";
import { hasServer, noServer } from "@/content/site-path";
import {
  type Assignment,
  type Feedback,
  gradedLimits,
  quizTerms,
} from "@/labs/assignment/assignment";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import { number } from "@/labs/field/field";
import type { TaughtClass } from "./add-to-class";
import { BoundInput, GoalTick, PointsInput } from "./goal-tick";
import { type LessonQuestions, QuestionChoice } from "./question-choice";
import styles from "./workshop.module.css";

type GradedPart = "quiz" | "quizPoints" | "feedback" | "tries" | "minutes";

type Props = {
  draft: Assignment;
  lessons: readonly LessonQuestions[];
  /** The classes of this browser's teacher, who alone may see the site's own bank. */
  taught: readonly Pick<TaughtClass, "classId">[];
  onChange(graded: Partial<Pick<Assignment, GradedPart>>): void;
};

/** Without questions nothing is left to be tried, timed, told or worth anything. */
const noneGraded = {
  quiz: nothingAsked.quiz,
  quizPoints: nothingAsked.quizPoints,
  feedback: nothingAsked.feedback,
  tries: nothingAsked.tries,
  minutes: nothingAsked.minutes,
};

const words = {
  legend: "Graded questions",
  choice: "Graded question",
  first: "Choose one…",
  add: "Ask it for a grade",
  drop: "Drop the graded question",
};

/** The questions that a class asks for a grade, how often and for how long. */
export function GradedForm({ draft, lessons, taught, onChange }: Props) {
  const { quiz } = draft;
  const { bank, problem, load } = useBank(taught);
  const listed = bank ? [bank, ...lessons] : lessons;
  const known = new Set(listed.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const unknown = bank ? quiz.filter((id) => !known.has(id)) : [];
  const drop = (id: string) => {
    const rest = quiz.filter((one) => one !== id);
    onChange(rest.length === 0 ? noneGraded : { quiz: rest });
  };
  return (
    <Disclosure
      summary="Questions for a grade, answered in a class only"
      className={styles.folded}
      opens={quiz.length > 0}
      onToggle={({ currentTarget }) => hasServer && currentTarget.open && load()}
    >
      <Stack>
        <p>
          The class’s server asks and judges them, and your board shows the scores: add
          the link to your class, and learners answer once they have joined. Receipts know
          nothing of them. {!hasServer && noServer}
        </p>
        <Small>
          The answers to the lessons’ questions stand in the lessons for all to read; only
          options are shuffled, and some numbers drawn, for each learner. Questions of the
          site’s own bank are nowhere else.
        </Small>
        {problem && <p>{problem}</p>}
        <QuestionChoice
          {...{ words }}
          lessons={listed.filter(({ questions }) => questions.length > 0)}
          picked={quiz}
          full={
            quiz.length < gradedLimits.questions
              ? null
              : `An assignment has at most ${gradedLimits.questions} graded questions.`
          }
          onAdd={(id) => onChange({ quiz: [...quiz, id] })}
          onDrop={drop}
        />
        {unknown.map((id) => (
          <Problem key={id}>
            The site has no question “{id}”, so nobody is asked it.
          </Problem>
        ))}
        {quiz.length > 0 && <GradedTerms {...{ draft, onChange }} />}
      </Stack>
    </Disclosure>
  );
}

const onlyTeachers =
  "The site may have graded questions of its own, which it shows to teachers alone: open your class in this browser first. Meanwhile the lessons’ questions are listed.";

/** The first answer of a class that still takes this browser for its teacher's. */
async function readBank(taught: Props["taught"]) {
  let last: Refused = { ok: false, status: 403, problem: onlyTeachers, wait: null };
  for (const { classId } of taught) {
    const answer = await readGraded(classId);
    if (answer.ok) return answer;
    last = answer;
    // No other class of the same site would answer.
    if (![401, 403, 404].includes(answer.status)) break;
  }
  return last;
}

function bankProblem({ status }: Refused): string {
  if (status === 401 || status === 403 || status === 404) return onlyTeachers;
  return "The site’s own bank cannot be read just now, so only the lessons’ questions are listed: close and open this list to try again.";
}

/** The site's own graded questions, which only its server knows: read when `load` is called. */
function useBank(taught: Props["taught"]) {
  const [asked, setAsked] = useState(false);
  const { value, problem, refresh } = useFetched({
    key: asked ? "bank" : null,
    read: () => readBank(taught),
  });
  return {
    bank: value && { slug: "bank", title: "The site’s own bank", ...value },
    problem: problem && bankProblem(problem),
    load() {
      setAsked(true);
      if (problem) void refresh();
    },
  };
}

const limit = (key: string, label: string, max: number) =>
  number(key, label, { min: 1, max, step: 1 });
const tries = limit("tries", "Tries at each question", gradedLimits.tries);
const minutes = limit("minutes", "Time limit, in minutes", gradedLimits.minutes);

/** A time limit until the instructor says otherwise, in minutes. */
const firstMinutes = 20;

const feedbackWords: Readonly<Record<Feedback, string>> = {
  once: "At once, after each answer",
  handed: "Once they hand all of them in",
  due: "After the due date",
};

/** The price of the chosen time. */
function feedbackNote({ feedback, due }: Pick<Assignment, "feedback" | "due">): string {
  if (feedback === "once") {
    return "Who joins your class under a second name can try answers out with it: a roster, or your approval of who joins, keeps such names away.";
  }
  if (feedback === "due" && due === null) {
    return "There is no due date yet, so they are told once they hand all of them in.";
  }
  return feedback === "due"
    ? "Nobody can pass right answers on before: not even once their own are handed in."
    : "Who hands in first may pass right answers on: the due date keeps them from that.";
}

/** How often graded questions may be answered and for how long, as learners read it. */
function GradedTerms({ draft, onChange }: Pick<Props, "draft" | "onChange">) {
  return (
    <>
      <Row className={styles.goal}>
        <span aria-hidden="true">{tries.label}</span>
        <BoundInput
          label={tries.label}
          field={tries}
          value={draft.tries}
          onChange={(tries) => onChange({ tries })}
        />
      </Row>
      <GoalTick
        label="Time limit"
        ticked={draft.minutes !== null}
        idle={null}
        onTick={(ticked) => onChange({ minutes: ticked ? firstMinutes : null })}
      >
        {draft.minutes !== null && (
          <>
            <BoundInput
              label={minutes.label}
              field={minutes}
              value={draft.minutes}
              onChange={(minutes) => onChange({ minutes })}
            />
            minutes from a learner’s start
          </>
        )}
      </GoalTick>
      <Row className={styles.goal}>
        <span aria-hidden="true">All of them together are worth</span>
        <PointsInput
          label="Points for all graded questions together"
          value={draft.quizPoints ?? 0}
          onChange={(points) => onChange({ quizPoints: points > 0 ? points : null })}
        />
      </Row>
      <Radios
        legend="Learners are told which answers were right"
        named={feedbackWords}
        value={draft.feedback}
        onChoose={(feedback) => onChange({ feedback })}
      />
      <Small>{feedbackNote(draft)}</Small>
      <Small data-terms>
        Learners of the class read “{quizTerms({ count: draft.quiz.length, ...draft })}”
        and a button to start; all others only learn that a class asks them.
      </Small>
    </>
  );
}
