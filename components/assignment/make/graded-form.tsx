"use client";
import { useCallback, useRef, useState } from "react";
import { quizTerms } from "@/components/assignment/quiz-terms";
import { readGraded } from "@/content/class/class-api";
import { type Assignment, gradedLimits } from "@/labs/assignment/assignment";
import { number } from "@/labs/field";
import styles from "./assign.module.css";
import { BoundInput, GoalTick } from "./goal-tick";
import { type LessonQuestions, QuestionChoice } from "./question-choice";

type Graded = Pick<Assignment, "quiz" | "tries" | "minutes">;

type Props = {
  draft: Assignment;
  lessons: readonly LessonQuestions[];
  onChange(graded: Partial<Graded>): void;
};

const words = {
  legend: "Graded questions",
  choice: "Graded question",
  first: "Choose one…",
  add: "Ask it for a grade",
  drop: "Drop the graded question",
};

/** The questions that a class asks for a grade, how often and for how long. */
export function GradedForm({ draft, lessons, onChange }: Props) {
  const { quiz } = draft;
  const [opened] = useState(quiz.length > 0);
  const { bank, load } = useBank();
  const listed = bank.status === "here" ? [bank.bank, ...lessons] : lessons;
  const known = new Set(listed.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const odd = bank.status === "here" ? quiz.filter((id) => !known.has(id)) : [];
  const drop = (id: string) => {
    const rest = quiz.filter((one) => one !== id);
    // Without questions nothing is left to be tried or timed.
    onChange({ quiz: rest, ...(rest.length === 0 && { tries: 1, minutes: null }) });
  };
  return (
    <details
      className={styles.more}
      open={opened}
      onToggle={({ currentTarget }) => currentTarget.open && load()}
    >
      <summary>Questions for a grade, answered in a class only</summary>
      <div className={styles.goals}>
        <p>
          The class’s server asks and judges them, and your board shows the scores: add
          the link to your class, and learners answer once they have joined. Receipts know
          nothing of them.
        </p>
        <p className={styles.small}>
          The answers to the lessons’ questions stand in the lessons for all to read; only
          options are shuffled, and some numbers drawn, for each learner. Questions of the
          site’s own bank are nowhere else.
        </p>
        {bank.status === "failed" && <p>{bank.says}</p>}
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
        {odd.map((id) => (
          <p key={id} className={styles.wrong}>
            The site has no question “{id}”, so nobody is asked it.
          </p>
        ))}
        {quiz.length > 0 && <GradedTerms {...{ draft, onChange }} />}
      </div>
    </details>
  );
}

const limit = (key: string, label: string, max: number) =>
  number(key, label, { min: 1, max, step: 1 });
const tries = limit("tries", "Tries at each question", gradedLimits.tries);
const minutes = limit("minutes", "Time limit, in minutes", gradedLimits.minutes);

/** A time limit until the instructor says otherwise, in minutes. */
const firstMinutes = 20;

type GradedTermsProps = {
  draft: Assignment;
  onChange(terms: Partial<Pick<Assignment, "tries" | "minutes">>): void;
};

/** How often graded questions may be answered and for how long, as learners read it. */
function GradedTerms({ draft, onChange }: GradedTermsProps) {
  return (
    <>
      <div className={styles.goal}>
        <span aria-hidden="true">{tries.label}</span>
        <BoundInput
          label={tries.label}
          field={tries}
          value={draft.tries}
          onChange={(tries) => onChange({ tries })}
        />
      </div>
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
      <p className={styles.small} data-terms>
        Learners of the class read “{quizTerms({ count: draft.quiz.length, ...draft })}”
        and a button to start; all others only learn that a class asks them.
      </p>
    </>
  );
}

// The site's own graded questions, which only its server knows.

type Bank =
  | { status: "unasked" | "waiting" }
  /** `says`: why they are not there, in a sentence. */
  | { status: "failed"; says: string }
  | { status: "here"; bank: LessonQuestions };

/** Asks for them when it is told to, until they are there. */
function useBank(): { bank: Bank; load(): void } {
  const [bank, setBank] = useState<Bank>({ status: "unasked" });
  const asking = useRef(false);
  const load = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    setBank({ status: "waiting" });
    const answer = await readGraded();
    asking.current = answer.ok;
    if (answer.ok) {
      const { questions } = answer.value;
      const bank = { slug: "bank", title: "The site’s own bank", questions };
      return setBank({ status: "here", bank });
    }
    const says =
      answer.status === 404
        ? "This site runs without a server, so it has neither classes nor graded questions of its own."
        : "The site’s own bank cannot be read just now, so only the lessons’ questions are listed: close and open this list to try again.";
    setBank({ status: "failed", says });
  }, []);
  return { bank, load: () => void load() };
}
