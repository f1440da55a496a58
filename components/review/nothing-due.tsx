import Link from "next/link";
import type { CourseQuestion } from "@/components/quiz/course-questions";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { nextDue } from "@/content/quiz/schedule";
import { dueWords } from "./due-words";
import styles from "./review.module.css";
import type { Asked } from "./session";
import { fewNew } from "./to-ask";

type Props = {
  all: readonly CourseQuestion[];
  book: AnswerBook;
  onBegin(asked: readonly Asked[]): void;
};

/** What the page says while no question is due. */
export function NothingDue({ all, book, onBegin }: Props) {
  const now = Date.now();
  const next = nextDue(book, all, now);
  const open = fewNew(book, all);
  if (!all.some(({ id }) => book[id])) {
    return (
      <>
        <p>
          You have not answered any question yet. Answer some in{" "}
          <Link href="/#lessons">the lessons</Link>, and they come back here: in a few
          days those that you knew, sooner those that you did not. With each right answer
          the wait grows longer.
        </p>
        <p>What you answer stays in this browser.</p>
      </>
    );
  }
  return (
    <>
      <p role="status">
        Nothing is due today.
        {next !== null && ` The next question is due ${dueWords(next, now)}.`}
      </p>
      {open.length > 0 ? (
        <div className={styles.row}>
          <p>Would you like something new from the lessons that you have begun?</p>
          <button type="button" onClick={() => onBegin(open)}>
            {open.length === 1
              ? "Answer a new question"
              : `Answer ${open.length} new questions`}
          </button>
        </div>
      ) : (
        <p>
          In the lessons that you have begun, every question is answered.{" "}
          <Link href="/#lessons">Begin another lesson</Link>
        </p>
      )}
    </>
  );
}
