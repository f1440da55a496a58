import { WithCode } from "@/components/quiz/with-code";
import type { Reading } from "@/content/exchange/read-gift";
import { kindName } from "./kind-names";
import styles from "./questions.module.css";

type Props = { reading: Reading; onTake(): void };

/** What was read of a GIFT text, what was not, and the way to take it along. */
export function GiftReading({ reading: { questions, notices }, onTake }: Props) {
  return (
    <div className={styles.desk}>
      {notices.length > 0 && (
        <section aria-label="What to look at">
          <h3>What to look at</h3>
          <ul className={styles.notices}>
            {notices.map(({ line, says, lost }) => (
              <li key={`${line} ${says}`} data-lost={lost || undefined}>
                Line {line}: {says}
              </li>
            ))}
          </ul>
        </section>
      )}
      {questions.length > 0 && (
        <section aria-label="What was read">
          <h3>What was read</h3>
          <ol className={styles.read}>
            {questions.map(({ id, asks, kind }) => (
              <li key={id}>
                <WithCode text={asks} />{" "}
                <span className={styles.hint}>({kindName(kind)})</span>
              </li>
            ))}
          </ol>
          <p>
            <button type="button" onClick={onTake}>
              Download as YAML
            </button>
          </p>
          <p className={styles.hint}>
            Put the file in <code>content/lessons</code>, or in the folder of your own
            graded questions. Each option wants its own “why”: a filler stands where none
            came along.
          </p>
        </section>
      )}
    </div>
  );
}
