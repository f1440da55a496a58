"use client";
import { useState } from "react";
import { courseQuestions } from "@/components/assignment/course-questions";
import { readAnswers } from "../api";
import classStyles from "../class.module.css";
import { type AnswerCount, answerCounts, countOf } from "./answer-counts";
import styles from "./board.module.css";

type Told = AnswerCount & { asks: string; lesson: string | null };

/** In the order of the course; questions that it does not have last, by their ids. */
async function inCourseOrder(counts: readonly AnswerCount[]): Promise<Told[]> {
  const questions = await courseQuestions().catch(() => []);
  const asked = new Map(counts.map((count) => [count.question, count]));
  const known = questions.flatMap(({ id, lesson, question }): Told[] => {
    const count = asked.get(id);
    asked.delete(id);
    return count ? [{ ...count, asks: question.asks, lesson }] : [];
  });
  const others = [...asked.values()].map((count) => ({
    ...count,
    asks: count.question,
    lesson: null,
  }));
  return [...known, ...others];
}

function Row({ asks, lesson, question, answered, firstRight, right }: Told) {
  return (
    <tr data-question-count={question}>
      <th scope="row">
        {lesson === null ? (
          asks
        ) : (
          <a href={`/lessons/${lesson}#question-${question}`}>{asks}</a>
        )}
      </th>
      <td>{answered}</td>
      <td>{countOf(firstRight, answered)}</td>
      <td>{countOf(right, answered)}</td>
    </tr>
  );
}

/** How the class answered the course's questions; read when it is asked for. */
export function AnswerTable({ classId }: { classId: string }) {
  const [told, setTold] = useState<readonly Told[] | null>(null);
  const [says, setSays] = useState("");

  async function read() {
    const answer = await readAnswers(classId);
    if (!answer.ok) return setSays(answer.problem);
    const counts = answerCounts(answer.value.answers);
    setTold(await inCourseOrder(counts));
    setSays(counts.length === 0 ? "Nobody has handed in answers yet." : "");
  }

  return (
    <section className={classStyles.part} aria-labelledby="answers">
      <h2 id="answers">Answers to the quizzes</h2>
      <div className={classStyles.row}>
        <button type="button" onClick={read}>
          {told === null ? "Show the answers" : "Read them again"}
        </button>
        <p role="status">{says}</p>
      </div>
      {told !== null && told.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
        <div className={styles.table} tabIndex={0} role="group" aria-label="Answers">
          <table>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Answered by</th>
                <th scope="col">Right at the first try</th>
                <th scope="col">Right by now</th>
              </tr>
            </thead>
            <tbody>
              {told.map((one) => (
                <Row key={one.question} {...one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
