"use client";
import { type Goal, mostGoals } from "@/labs/assignment/goal";
import { type LessonQuestions, QuestionChoice } from "./question-choice";

type Props = {
  goals: readonly Goal[];
  lessons: readonly LessonQuestions[];
  /** Whether no goal can be added. */
  full: boolean;
  onAdd(goal: Goal): void;
  onDrop(goal: Goal): void;
};

const words = {
  legend: "Questions to answer",
  choice: "Question",
  first: "Choose one of a lesson…",
  add: "Add it",
  drop: "Drop the question",
};

/** Questions of the course that learners are to answer. */
export function QuestionGoals({ goals, lessons, full, onAdd, onDrop }: Props) {
  const asked = goals.flatMap((goal) => (goal.kind === "answer" ? [goal.question] : []));
  const goal = (question: string) => ({ kind: "answer", question }) as const;
  return (
    <QuestionChoice
      {...{ words, lessons }}
      picked={asked}
      full={full ? `An assignment has at most ${mostGoals} goals.` : null}
      onAdd={(question) => onAdd(goal(question))}
      onDrop={(question) => onDrop(goal(question))}
    />
  );
}
