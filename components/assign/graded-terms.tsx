"use client";
import { quizTerms } from "@/components/graded/quiz-terms";
import { type Assignment, gradedLimits } from "@/labs/assignment/assignment";
import { number } from "@/labs/field";
import styles from "./assign.module.css";
import { BoundInput } from "./bound-input";
import { GoalTick } from "./goal-tick";

const limit = (key: string, label: string, max: number) =>
  number(key, label, { min: 1, max, step: 1 });
const tries = limit("tries", "Tries at each question", gradedLimits.tries);
const minutes = limit("minutes", "Time limit, in minutes", gradedLimits.minutes);

/** A time limit until the instructor says otherwise, in minutes. */
const firstMinutes = 20;

type Props = {
  draft: Assignment;
  onChange(terms: Partial<Pick<Assignment, "tries" | "minutes">>): void;
};

/** How often graded questions may be answered and for how long, as learners read it. */
export function GradedTerms({ draft, onChange }: Props) {
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
