"use client";
import Link from "next/link";
import { CardGrid } from "@/components/kit/card";
import { Disclosure } from "@/components/kit/disclosure";
import { PlainList } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { WithCode } from "@/components/kit/with-code";
import { useAnswers, useIsKept } from "@/components/quiz/answer-store";
import { ideas } from "@/content/ideas";
import type { AskedLesson } from "@/content/lesson/lesson";
import type { AnswerBook, Entry } from "@/content/quiz/answer-book";
import { dueOf } from "@/content/quiz/schedule";
import { counted } from "@/labs/arithmetic/number-text";
import { AnswersFile } from "./answers-file";
import styles from "./progress.module.css";
import { ResetButton } from "./reset-button";

/** The reader’s answers, by lesson and by idea; export, import and reset. */
export function ProgressBoard({ lessons }: { lessons: readonly AskedLesson[] }) {
  const answers = useAnswers();
  const isKept = useIsKept();
  const questions = lessons.flatMap((lesson) => lesson.questions);
  const due = new Set(dueOf(answers, questions, Date.now()).map(({ id }) => id));
  return (
    <>
      <AnswersFile ids={questions.map(({ id }) => id)} />
      {!isKept && (
        <Problem role="alert">
          This browser’s storage is blocked or full: what you answer now lasts until you
          leave or reload the page. “Export” saves it as a file.
        </Problem>
      )}
      <Status>
        {due.size > 0 && (
          <>
            {due.size === 1 ? "1 question is" : `${due.size} questions are`} due for
            review today. <Link href="/review">Review</Link>
          </>
        )}
      </Status>
      <nav className={styles.places} aria-label="On this page">
        <a href="#by-lesson">By lesson</a> · <a href="#by-idea">By idea</a> ·{" "}
        <a href="#start-over">Start over</a>
      </nav>
      <h2 id="by-lesson">By lesson</h2>
      {lessons.map((lesson) => (
        <LessonProgress key={lesson.slug} {...{ lesson, answers, due }} />
      ))}
      <h2 id="by-idea">By idea</h2>
      <IdeaList {...{ lessons, answers }} />
      <h2 id="start-over">Start over</h2>
      <ResetButton ids={null} what="all your answers" label="Reset everything" />
    </>
  );
}

const marks = { right: "✓ right", wrong: "✗ not yet", open: "· open" };

const stateOf = (entry: Entry | undefined) =>
  entry ? (entry.right ? "right" : "wrong") : "open";

type LessonProps = {
  lesson: AskedLesson;
  answers: AnswerBook;
  /** The ids of the questions due for review today. */
  due: ReadonlySet<string>;
};

/** One lesson’s questions, each with its outcome; those not answered are folded. */
function LessonProgress({ lesson, answers, due }: LessonProps) {
  const { slug, title, questions } = lesson;
  const share = shareOf(answers, questions);
  const answered = questions.filter(({ id }) => answers[id]);
  const open = questions.filter(({ id }) => !answers[id]);
  const row = ({ id, asks }: AskedLesson["questions"][number]) => {
    const entry = answers[id];
    const state = stateOf(entry);
    return (
      <li key={id} data-question={id} data-state={state}>
        <span className={styles.mark}>{marks[state]}</span>{" "}
        <Link href={`/lessons/${slug}#question-${id}`}>
          <WithCode text={asks} />
        </Link>
        {entry?.right && !entry.firstRight && " (not at the first try)"}
        {due.has(id) && <span className={styles.mark}> · due for review</span>}
      </li>
    );
  };
  return (
    <section className={styles.lesson} data-progress={slug}>
      <h3>
        <Link href={`/lessons/${slug}`}>{title}</Link>
      </h3>
      <p className={styles.words}>{shareWords(share)}</p>
      <ShareBar {...share} />
      {answered.length > 0 && <PlainList>{answered.map(row)}</PlainList>}
      {open.length > 0 && (
        <Disclosure
          summary={
            <>
              {counted(open.length, "question")} not answered yet
              <span className="visually-hidden"> in {title}</span>
            </>
          }
        >
          <PlainList>{open.map(row)}</PlainList>
        </Disclosure>
      )}
      <ResetButton
        ids={questions.map(({ id }) => id)}
        what={`your answers to “${title}”`}
        label="Reset"
        name={title}
      />
    </section>
  );
}

type IdeaListProps = { lessons: readonly AskedLesson[]; answers: AnswerBook };

/** Each idea that is asked about, and which of its questions are not right yet. */
function IdeaList({ lessons, answers }: IdeaListProps) {
  const asked = lessons.flatMap(({ slug, questions }) =>
    questions.map((question) => ({ ...question, slug })),
  );
  return (
    <CardGrid className={styles.ideas}>
      {Object.entries(ideas).map(([idea, name]) => {
        const questions = asked.filter((question) => question.idea === idea);
        if (questions.length === 0) return null;
        const share = shareOf(answers, questions);
        const missed = questions.filter(({ id }) => answers[id]?.right === false);
        return (
          <li key={idea} data-idea={idea}>
            <h3>{name}</h3>
            <p className={styles.words}>{shareWords(share)}</p>
            <ShareBar {...share} />
            {missed.map(({ id, slug, asks }) => (
              <p key={id} className={styles.missed}>
                <Link href={`/lessons/${slug}#question-${id}`}>
                  <WithCode text={asks} />
                </Link>
              </p>
            ))}
          </li>
        );
      })}
    </CardGrid>
  );
}

/** A share as a bar: solid what is right, hatched what was answered wrongly. */
function ShareBar({ right, answered, all }: Share) {
  const part = (count: number) => `${(100 * count) / Math.max(1, all)}%`;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.right} style={{ inlineSize: part(right) }} />
      <span className={styles.wrong} style={{ inlineSize: part(answered - right) }} />
    </span>
  );
}

/** How many of some questions are right now, how many are answered, and how many there are. */
type Share = { right: number; answered: number; all: number };

function shareOf(answers: AnswerBook, questions: readonly { id: string }[]): Share {
  const entries = questions.flatMap(({ id }) => answers[id] ?? []);
  const right = entries.filter((entry) => entry.right).length;
  return { right, answered: entries.length, all: questions.length };
}

/** The same in words: “3 of 5 right, 1 not yet”. */
function shareWords({ right, answered, all }: Share): string {
  const missed = answered - right;
  return `${right} of ${all} right${missed > 0 ? `, ${missed} not yet` : ""}`;
}
