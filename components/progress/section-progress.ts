// Tells how much of a lesson is done: by what was answered, trained and read.
import type { LessonSection } from "@/content/lesson/sections";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { setSize } from "@/content/quiz/pool";

/** All that is kept of a reader. */
export type Kept = {
  answers: AnswerBook;
  /** The claims that were seen to hold, each as `lab/claim`. */
  held: ReadonlySet<string>;
  /** The ids of the sections of this lesson that were read to their ends. */
  read: readonly string[];
};

/**
 * Whether nothing is left to do in a section: its claims held, its questions answered; of
 * many questions, as many as are asked at a time. A section without either is read.
 */
export function isDone({ id, questions, claims }: LessonSection, kept: Kept): boolean {
  if (questions.length + claims.length === 0) return kept.read.includes(id);
  const answered = questions.filter((question) => kept.answers[question]).length;
  return (
    answered >= Math.min(questions.length, setSize) &&
    claims.every((claim) => kept.held.has(claim))
  );
}

/** The first section with something left to do; null where the lesson is done. */
export function nextSection(
  sections: readonly LessonSection[],
  kept: Kept,
): LessonSection | null {
  return sections.find((section) => !isDone(section, kept)) ?? null;
}

/** Sums up a lesson: its claims, its questions, and what went wrong. */
export function lessonSum(
  sections: readonly LessonSection[],
  { answers, held }: Pick<Kept, "answers" | "held">,
) {
  const claims = [
    ...new Set(sections.flatMap((section) => [...section.claims, ...section.predicted])),
  ];
  const questions = sections.flatMap((section) => section.questions);
  return {
    claims,
    untested: claims.filter((claim) => !held.has(claim)),
    questions,
    right: questions.filter((id) => answers[id]?.right),
    missed: questions.filter((id) => answers[id]?.right === false),
  };
}
