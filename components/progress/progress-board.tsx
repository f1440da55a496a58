"use client";
import Link from "next/link";
import { Disclosure } from "@/components/kit/disclosure";
import { Problem } from "@/components/kit/status";
import { useAnswers, useIsKept } from "@/components/quiz/answer-store";
import { CalibrationCurve } from "@/components/quiz/calibration-curve";
import { dueOf } from "@/content/quiz/schedule";
import { AnswersFile } from "./answers-file";
import { type ClaimedLab, ClaimProgress } from "./claim-progress";
import { type ClinicCase, ClinicProgress } from "./clinic-progress";
import { continueAt } from "./continue-at";
import { IdeaProgress } from "./idea-progress";
import { LessonProgress, type ProgressLesson } from "./lesson-progress";
import styles from "./progress.module.css";
import { useReading } from "./reading-store";
import { ResetButton } from "./reset-button";
import { useHeld } from "./use-kept";

type Props = {
  lessons: readonly ProgressLesson[];
  labs: readonly ClaimedLab[];
  clinic: readonly ClinicCase[];
};

/** All that the reader has read, seen true and answered; export, import and reset. */
export function ProgressBoard({ lessons, labs, clinic }: Props) {
  const answers = useAnswers();
  const held = useHeld();
  const isKept = useIsKept();
  const questions = lessons.flatMap((lesson) => lesson.questions);
  const due = new Set(dueOf(answers, questions, Date.now()).map(({ id }) => id));
  return (
    <>
      {!isKept && (
        <Problem role="alert">
          This browser’s storage is blocked or full: what you answer now lasts until you
          leave or reload the page. “Export” saves it as a file.
        </Problem>
      )}
      <GoOn {...{ lessons, held, due: due.size }} />
      <nav className={styles.places} aria-label="On this page">
        <a href="#lessons">Lessons</a> · <a href="#claims">Claims</a> ·{" "}
        <a href="#clinic">Clinic</a> · <a href="#ideas">Ideas</a> ·{" "}
        <a href="#how-sure">How sure</a> ·{" "}
        <a href="#take-along">Take along, start over</a>
      </nav>
      <h2 id="lessons">Lessons</h2>
      <div className={styles.lessons}>
        {lessons.map((lesson) => (
          <LessonProgress key={lesson.slug} {...{ lesson, due }} />
        ))}
      </div>
      <h2 id="claims">Claims</h2>
      <ClaimProgress {...{ labs, held }} />
      <h2 id="clinic">The clinic</h2>
      <ClinicProgress {...{ clinic, held }} />
      <h2 id="ideas">Ideas, the weakest first</h2>
      <IdeaProgress {...{ lessons, answers }} />
      <h2 id="how-sure">How sure, how right</h2>
      <CalibrationCurve book={answers} />
      <h2 id="take-along">Take along, start over</h2>
      <AnswersFile
        ids={[
          ...questions.map(({ id }) => id),
          ...clinic.map(({ question }) => question),
        ]}
        claims={[
          ...labs.flatMap(({ claims }) => claims.map(({ name }) => name)),
          ...clinic.flatMap(({ cured, tried }) => [cured, tried]),
        ]}
      />
      <Disclosure className={styles.resets} summary="Start one lesson over">
        {lessons.map(({ slug, title, questions }) => (
          <div key={slug} data-reset={slug} className={styles.start}>
            <p>{title}</p>
            <ResetButton
              ids={questions.map(({ id }) => id)}
              what={`your answers to “${title}”`}
              label="Reset"
              name={title}
            />
          </div>
        ))}
      </Disclosure>
      <ResetButton ids={null} what="all your answers" label="Reset everything" />
    </>
  );
}

type GoOnProps = {
  lessons: readonly ProgressLesson[];
  held: ReadonlySet<string>;
  /** How many questions are due for review today. */
  due: number;
};

/** The one thing to do next, and the review where something is due. */
function GoOn({ lessons, held, due }: GoOnProps) {
  const answers = useAnswers();
  const reading = useReading();
  const next = continueAt(lessons, { answers, reading, held });
  const isNew = Object.keys(answers).length + Object.keys(reading).length === 0;
  return (
    <section className={styles.goOn} aria-label="Go on">
      {next ? (
        <Link
          className={styles.primary}
          href={`/lessons/${next.lesson.slug}#${next.section.id}`}
          prefetch={false}
        >
          <span>
            {isNew ? "Start with" : "Go on"}: {next.lesson.title}
          </span>
          {next.section.title}
        </Link>
      ) : (
        <p>Every lesson is done.</p>
      )}
      {due > 0 && (
        <p role="status">
          {due === 1 ? "1 question is" : `${due} questions are`} due for review today.{" "}
          <Link href="/review" prefetch={false}>
            Review
          </Link>
        </p>
      )}
    </section>
  );
}
