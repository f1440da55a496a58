"use client";
import { useState } from "react";
import classStyles from "@/components/class/class.module.css";
import { durationText } from "@/components/kit/moment-text";
import { courseQuestions } from "@/components/quiz/course-questions";
import { readAnswers, readQuizzes } from "@/content/class/class-api";
import type { Question } from "@/content/quiz/question";
import { type AnswerCount, answerCounts, countOf, hardestFirst } from "./answer-counts";
import { answerWords } from "./answer-words";
import styles from "./board.module.css";
import { Choice } from "./choice";
import { gradedAnswers } from "./quiz-standings";

const orders = {
  asked: "as they are asked",
  hardest: "hardest first",
} as const;

type Told = { study: readonly AskedCount[]; graded: readonly AskedCount[] };

/** In the order of `questions`; what they do not have comes last, by its id. */
function inOrder(
  counts: readonly AnswerCount[],
  questions: readonly { question: Question; lesson: string | null }[],
): AskedCount[] {
  const left = new Map(counts.map((count) => [count.question, count]));
  const known = questions.flatMap(({ question: asked, lesson }): AskedCount[] => {
    const count = left.get(asked.id);
    left.delete(asked.id);
    return count ? [{ ...count, asked, lesson }] : [];
  });
  const others = [...left.values()].map((count) => ({
    ...count,
    asked: undefined,
    lesson: null,
  }));
  return [...known, ...others];
}

/** How the class answered the questions; read when it is asked for. */
export function AnswerTable({ classId }: { classId: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const [order, setOrder] = useState<keyof typeof orders>("asked");
  const [says, setSays] = useState("");

  async function read() {
    const [answers, quizzes, course] = await Promise.all([
      readAnswers(classId),
      readQuizzes(classId),
      courseQuestions().catch(() => []),
    ]);
    if (!answers.ok) return setSays(answers.problem);
    if (!quizzes.ok) return setSays(quizzes.problem);
    const study = inOrder(answerCounts(answers.value.answers), course);
    const { scores, questions } = quizzes.value;
    const graded = inOrder(
      answerCounts(gradedAnswers(scores)),
      questions.map((question) => ({ question, lesson: null })),
    );
    setTold({ study, graded });
    const none = study.length + graded.length === 0;
    setSays(none ? "Nobody has handed in answers yet." : "");
  }

  const sorted = (counts: readonly AskedCount[]) =>
    order === "hardest" ? hardestFirst(counts) : counts;
  const { study = [], graded = [] } = told ?? {};
  return (
    <section className={classStyles.part} aria-labelledby="answers">
      <h2 id="answers">Answers to the quizzes</h2>
      <div className={classStyles.row}>
        <button type="button" onClick={read}>
          {told === null ? "Show the answers" : "Read them again"}
        </button>
        <p role="status">{says}</p>
      </div>
      {study.length + graded.length > 0 && (
        <div className={styles.filter}>
          <Choice label="Questions" value={order} named={orders} onChange={setOrder} />
        </div>
      )}
      {study.length > 0 && (
        <>
          <h3>In the lessons</h3>
          <QuestionTable counts={sorted(study)} name="Answers in the lessons" />
          <p className={classStyles.small}>
            These are what learners handed in of their own answers. How long they took,
            and what came of a prediction, is their browser’s word.
          </p>
        </>
      )}
      {graded.length > 0 && (
        <>
          <h3>In graded quizzes</h3>
          <QuestionTable counts={sorted(graded)} name="Answers in graded quizzes" />
          <p className={classStyles.small}>
            Answers are scored here, on the server; how long one took is the browser’s
            word.
          </p>
        </>
      )}
    </section>
  );
}

type AskedCount = AnswerCount & {
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
function QuestionTable({
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
