import Link from "next/link";
import { useAnswers } from "@/components/quiz/answer-store";
import type { CourseQuestion } from "@/components/quiz/course-questions";
import { WithCode } from "@/components/quiz/with-code";
import { dueOf, scheduleOf } from "@/content/quiz/schedule";
import { dueWords } from "./due-words";
import styles from "./review.module.css";
import type { Asked, Outcome } from "./session";
import { dueToday } from "./to-ask";

const marks = { right: "✓ right", wrong: "✗ not yet", skipped: "· skipped" };

type Props = {
  asked: readonly Asked[];
  all: readonly CourseQuestion[];
  outcomes: readonly Outcome[];
  onMore(asked: readonly Asked[]): void;
};

/** How the questions asked went, and when each comes again. */
export function SittingEnd({ asked, all, outcomes, onMore }: Props) {
  const book = useAnswers();
  const now = Date.now();
  const right = outcomes.filter((one) => one === "right").length;
  const answered = outcomes.filter((one) => one !== "skipped").length;
  const more = dueOf(book, all, now).length;

  function again(id: string) {
    const entry = book[id];
    return entry ? `, again ${dueWords(scheduleOf(entry, now).due, now)}` : "";
  }

  return (
    <>
      <h2 id="sitting-end">
        {answered === 0 ? "All skipped" : `${right} of ${answered} right`}
      </h2>
      <ol className={styles.outcomes}>
        {asked.map(({ id, question }, at) => {
          const outcome = outcomes[at] ?? "skipped";
          return (
            <li key={id} data-outcome={outcome}>
              <WithCode text={question.asks} />
              <p>
                <span className={styles.mark}>{marks[outcome]}</span>
                {again(id)}
              </p>
            </li>
          );
        })}
      </ol>
      {more > 0 ? (
        <div className={styles.row}>
          <p>{more === 1 ? "1 question is" : `${more} questions are`} still due today.</p>
          <button type="button" onClick={() => onMore(dueToday(book, all, now))}>
            Go on
          </button>
        </div>
      ) : (
        <p>That is all for today. Come back when the next ones are due.</p>
      )}
      <p>
        <Link href="/progress">See your progress</Link>
      </p>
    </>
  );
}
