"use client";
import { useAnswers } from "../quiz/answer-store";
import { Contents } from "./page-parts";

type Lesson = {
  slug: string;
  title: string;
  summary: string;
  /** The ids of its questions. */
  questions: readonly string[];
};

/** The table of contents, with how many questions the reader has got right. */
export function LessonList({ lessons }: { lessons: readonly Lesson[] }) {
  const answers = useAnswers();
  const entries = lessons.map(({ slug, title, summary, questions }) => {
    const right = questions.filter((id) => answers[id]?.right).length;
    const all = `${questions.length} questions`;
    return {
      href: `/lessons/${slug}`,
      title,
      text: summary,
      note: right > 0 ? `${right} of ${all} right` : all,
    };
  });
  return <Contents numbered entries={entries} />;
}
