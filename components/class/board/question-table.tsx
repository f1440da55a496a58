"use client";
import type { Question } from "@/content/quiz/question";
import { type AnswerCount, countOf } from "./answer-counts";
import { answerWords } from "./answer-words";
import styles from "./board.module.css";
import { durationText } from "./moment-text";

export type AskedCount = AnswerCount & {
  /** Undefined where the site does not know it. */
  asked: Question | undefined;
  /** The slug of the lesson that asks it; null where none does. */
  lesson: string | null;
};

function Row({ asked, lesson, ...count }: AskedCount) {
  const { question, answered, firstRight, right, wrong, took } = count;
  const asks = asked?.asks ?? question;
  return (
    <tr data-question-count={question}>
      <th scope="row" className={styles.words}>
        {lesson === null ? (
          asks
        ) : (
          <a href={`/lessons/${lesson}#question-${question}`}>{asks}</a>
        )}
      </th>
      <td>{answered}</td>
      <td>{countOf(firstRight, answered)}</td>
      <td>{countOf(right, answered)}</td>
      <td className={styles.words}>
        {wrong
          ? `${answerWords(asked, wrong.text)} (${countOf(wrong.count, answered)})`
          : "—"}
      </td>
      <td>{took === null ? "—" : durationText(took)}</td>
    </tr>
  );
}

/** How each question was answered. `name` tells the table from others. */
export function QuestionTable({
  counts,
  name,
}: {
  counts: readonly AskedCount[];
  name: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    <div className={styles.table} tabIndex={0} role="group" aria-label={name}>
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answered by</th>
            <th scope="col">Right at the first try</th>
            <th scope="col">Right by now</th>
            <th scope="col">Most common wrong first answer</th>
            <th scope="col">Median time to the first answer</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((one) => (
            <Row key={one.question} {...one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
