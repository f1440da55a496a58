"use client";
// The lines of the home page that tell a reader how far they are.
import Link from "next/link";
import { continueAt, type ReadLesson } from "@/components/progress/continue-at";
import { useReading } from "@/components/progress/reading-store";
import { isDone, lessonSum } from "@/components/progress/section-progress";
import { useHeld, useKept } from "@/components/progress/use-kept";
import { useAnswers } from "@/components/quiz/answer-store";
import { dueOf } from "@/content/quiz/schedule";
import { counted } from "@/labs/arithmetic/number-text";
import styles from "./reader-lines.module.css";

/** The lesson and section to go on with, the questions due, the claims seen true. */
export function ContinueLine({ lessons }: { lessons: readonly ReadLesson[] }) {
  const answers = useAnswers();
  const held = useHeld();
  const reading = useReading();
  const next = continueAt(lessons, { answers, held, reading });
  const sections = lessons.flatMap((lesson) => lesson.sections);
  const questions = sections.flatMap((section) => section.questions);
  const due = dueOf(
    answers,
    questions.map((id) => ({ id })),
    Date.now(),
  ).length;
  const claims = new Set(sections.flatMap((section) => section.claims));
  const seen = [...claims].filter((claim) => held.has(claim)).length;
  return (
    <p className={styles.continue}>
      {next ? (
        <Link href={`/lessons/${next.lesson.slug}#${next.section.id}`}>
          <b>Continue</b>{" "}
          <span>
            {next.lesson.title} · {shortened(next.section.title)}
          </span>
        </Link>
      ) : (
        <b>You have done all lessons</b>
      )}
      <span className={styles.more}>
        {due > 0 && (
          <>
            <Link href="/review">{counted(due, "question")} due</Link>
            {seen > 0 && " · "}
          </>
        )}
        {seen > 0 && `${seen} of ${claims.size} claims seen true`}
      </span>
    </p>
  );
}

/** A heading’s name, without what it says after a colon: there is room for three lines. */
const shortened = (heading: string) => heading.replace(/: .*/, "");

/** How much of a lesson is done, as the end of a line and as a bar at the card’s picture. */
export function LessonLine({ lesson: { slug, sections } }: { lesson: ReadLesson }) {
  const kept = useKept(slug);
  const { right, questions } = lessonSum(sections, kept);
  const done = sections.filter((section) => isDone(section, kept)).length;
  const share = { inlineSize: `${(100 * done) / Math.max(1, sections.length)}%` };
  if (done === sections.length) return <> · ✓ done</>;
  return (
    <>
      {right.length > 0
        ? ` · ${right.length} of ${questions.length} right`
        : done > 0 && ` · ${done} of ${sections.length} parts done`}
      <i className={styles.share} style={share} />
    </>
  );
}

/** How many of a lab’s claims, named `lab/claim`, the reader saw hold: the end of a line. */
export function LabLine({ claims }: { claims: readonly string[] }) {
  const held = useHeld();
  const seen = claims.filter((claim) => held.has(claim)).length;
  return seen > 0 && ` · ${seen} seen true`;
}
