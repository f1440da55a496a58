"use client";
import Link from "next/link";
import { Disclosure } from "@/components/kit/disclosure";
import { PlainList } from "@/components/kit/layout";
import { Asks } from "@/components/quiz/asks";
import type { AnswerBook, Entry } from "@/content/quiz/answer-book";
import type { AskedWords } from "@/content/quiz/second-wording";
import { counted } from "@/labs/arithmetic/number-text";
import type { ReadLesson } from "./continue-at";
import styles from "./progress.module.css";
import { isDone, lessonSum, nextSection } from "./section-progress";
import { ShareBar } from "./share-bar";
import { useKept } from "./use-kept";

/** A lesson, and its questions in their own words. */
export type ProgressLesson = ReadLesson & {
  questions: readonly (AskedWords & { idea: string })[];
};

type Props = {
  lesson: ProgressLesson;
  /** The ids of the questions due for review today. */
  due: ReadonlySet<string>;
};

/** How far one lesson is done, and what comes next in it. */
export function LessonProgress({ lesson, due }: Props) {
  const { slug, title, sections } = lesson;
  const kept = useKept(slug);
  const { claims, untested, questions, right, missed } = lessonSum(sections, kept);
  const done = sections.filter((section) => isDone(section, kept)).length;
  const next = nextSection(sections, kept);
  const share = { right: done, answered: done, all: sections.length };
  const words = [
    `${done} of ${sections.length} parts done`,
    claims.length > 0 &&
      `${claims.length - untested.length} of ${claims.length} claims seen true`,
    `${right.length} of ${questions.length} questions right${
      missed.length > 0 ? `, ${missed.length} not yet` : ""
    }`,
  ];
  return (
    <section className={styles.lesson} data-progress={slug}>
      <h3>
        <Link href={`/lessons/${slug}`} prefetch={false}>
          {title}
        </Link>
      </h3>
      <ShareBar {...share} />
      <p className={styles.words}>{words.filter(Boolean).join(" · ")}</p>
      <p className={styles.words}>
        {next ? (
          <>
            Next:{" "}
            <Link href={`/lessons/${slug}#${next.id}`} prefetch={false}>
              {next.title}
            </Link>
          </>
        ) : (
          "✓ Done"
        )}
      </p>
      <Disclosure
        summary={
          <>
            {counted(sections.length, "part")}, {counted(questions.length, "question")}
            <span className="visually-hidden"> of {title}</span>
          </>
        }
      >
        <PlainList className={styles.rows} aria-label={`Parts of ${title}`}>
          {sections.map((section) => (
            <li key={section.id} data-done={isDone(section, kept)}>
              <span className={styles.mark}>
                {isDone(section, kept) ? "✓ done" : "· open"}
              </span>{" "}
              <Link href={`/lessons/${slug}#${section.id}`} prefetch={false}>
                {section.title}
              </Link>
            </li>
          ))}
        </PlainList>
        <PlainList className={styles.rows} aria-label={`Questions of ${title}`}>
          {lesson.questions.map((question) => (
            <QuestionRow
              key={question.id}
              {...{ slug, question }}
              entry={kept.answers[question.id]}
              due={due.has(question.id)}
            />
          ))}
        </PlainList>
      </Disclosure>
    </section>
  );
}

const marks = { right: "✓ right", wrong: "✗ not yet", open: "· open" };

type RowProps = {
  slug: string;
  question: AskedWords;
  entry: AnswerBook[string] | undefined;
  due: boolean;
};

const stateOf = (entry: Entry | undefined) =>
  entry ? (entry.right ? "right" : "wrong") : "open";

function QuestionRow({ slug, question, entry, due }: RowProps) {
  const { id } = question;
  const state = stateOf(entry);
  return (
    <li data-question={id} data-state={state}>
      <span className={styles.mark}>{marks[state]}</span>{" "}
      <Link href={`/lessons/${slug}#question-${id}`} prefetch={false}>
        <Asks question={question} />
      </Link>
      {entry?.right && !entry.firstRight && " (not at the first try)"}
      {due && <span className={styles.mark}> · due for review</span>}
    </li>
  );
}
