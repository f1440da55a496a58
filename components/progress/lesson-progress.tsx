import Link from "next/link";
import { WithCode } from "@/components/quiz/with-code";
import type { AskedLesson } from "@/content/lesson/lesson";
import type { AnswerBook, Entry } from "@/content/quiz/answer-book";
import { counted } from "@/labs/number-text";
import styles from "./progress.module.css";
import { ResetButton } from "./reset-button";
import { shareOf, shareWords } from "./share";
import { ShareBar } from "./share-bar";

const marks = { right: "✓ right", wrong: "✗ not yet", open: "· open" };

const stateOf = (entry: Entry | undefined) =>
  entry ? (entry.right ? "right" : "wrong") : "open";

type Props = {
  lesson: AskedLesson;
  answers: AnswerBook;
  /** The ids of the questions due for review today. */
  due: ReadonlySet<string>;
};

/** One lesson's questions, each with what became of it; those not answered are folded. */
export function LessonProgress({ lesson, answers, due }: Props) {
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
      {answered.length > 0 && <ul>{answered.map(row)}</ul>}
      {open.length > 0 && (
        <details>
          <summary>
            {counted(open.length, "question")} not answered yet
            <span className="visually-hidden"> in {title}</span>
          </summary>
          <ul>{open.map(row)}</ul>
        </details>
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
