// Where a reader goes on: in the lesson read last, else in the first with something left.
import type { LessonSection } from "@/content/lesson/sections";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { latestReading, type ReadingBook } from "./reading-store";
import { isDone, type Kept } from "./section-progress";

/** A lesson of the course, and its parts. */
export type ReadLesson = {
  slug: string;
  title: string;
  sections: readonly LessonSection[];
};

type Reader = Pick<Kept, "answers" | "held"> & { reading: ReadingBook };

/** The place of the lesson that holds the question answered last; −1 for no answer. */
function lastAnswered(lessons: readonly ReadLesson[], answers: AnswerBook): number {
  const [latest] = Object.entries(answers).toSorted(
    ([, one], [, other]) => other.at - one.at,
  );
  return lessons.findIndex(({ sections }) =>
    sections.some(({ questions }) => latest && questions.includes(latest[0])),
  );
}

/**
 * The lesson and the section to go on with: from where the reader left on, then in the
 * lessons after it, at last in those before. Null where nothing is left to do.
 */
export function continueAt(
  lessons: readonly ReadLesson[],
  { answers, held, reading }: Reader,
): { lesson: ReadLesson; section: LessonSection } | null {
  const left = latestReading(reading);
  const byReading = lessons.findIndex(({ slug }) => slug === left?.slug);
  const from = Math.max(0, byReading < 0 ? lastAnswered(lessons, answers) : byReading);
  for (const lesson of [...lessons.slice(from), ...lessons.slice(0, from)]) {
    const read = reading[lesson.slug]?.read ?? [];
    const open = lesson.sections.filter(
      (section) => !isDone(section, { answers, held, read }),
    );
    const at = lesson.sections.findIndex(
      ({ id }) => id === reading[lesson.slug]?.section,
    );
    const after = open.find((section) => lesson.sections.indexOf(section) >= at);
    const section = after ?? open[0];
    if (section) return { lesson, section };
  }
  return null;
}
