"use client";
import { useState } from "react";
import { courseQuestions } from "@/components/quiz/course-questions";
import type { Question } from "@/content/quiz/question";
import { readAnswers, readQuizzes } from "../api";
import classStyles from "../class.module.css";
import { type AnswerCount, answerCounts, hardestFirst } from "./answer-counts";
import styles from "./board.module.css";
import { Choice } from "./choice";
import { type AskedCount, QuestionTable } from "./question-table";
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
