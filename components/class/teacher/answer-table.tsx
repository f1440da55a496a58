"use client";
import { useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row, Small } from "@/components/kit/layout";
import { ScrollTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { durationText } from "@/components/kit/wording";
import { courseQuestions } from "@/components/quiz/course-questions";
import { readAnswers, readQuizzes } from "@/content/class/class-api";
import type { Question } from "@/content/quiz/question";
import { sitePath } from "@/content/site-path";
import {
  type AnswerCount,
  answerCounts,
  answerWords,
  countOf,
  hardestFirst,
} from "./answer-counts";
import styles from "./answer-table.module.css";
import { gradedAnswers } from "./quiz-standings";

const orders = {
  asked: "as they are asked",
  hardest: "hardest first",
} as const;

type Counts = { study: readonly AskedCount[]; graded: readonly AskedCount[] };

/** In the order of `questions`; an unknown question comes last, by its id. */
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
  const [counts, setCounts] = useState<Counts | null>(null);
  const [order, setOrder] = useState<keyof typeof orders>("asked");
  const [news, setNews] = useState("");

  async function read() {
    const [answers, quizzes, course] = await Promise.all([
      readAnswers(classId),
      readQuizzes(classId),
      courseQuestions().catch(() => []),
    ]);
    if (!answers.ok) return setNews(answers.problem);
    if (!quizzes.ok) return setNews(quizzes.problem);
    const asked = course.map(({ question }) => question);
    const study = inOrder(answerCounts(answers.value.answers, asked), course);
    const { scores, questions } = quizzes.value;
    const graded = inOrder(
      answerCounts(gradedAnswers(scores), questions),
      questions.map((question) => ({ question, lesson: null })),
    );
    setCounts({ study, graded });
    const none = study.length + graded.length === 0;
    setNews(none ? "Nobody has handed in answers yet." : "");
  }

  const sorted = (counts: readonly AskedCount[]) =>
    order === "hardest" ? hardestFirst(counts) : counts;
  const { study = [], graded = [] } = counts ?? {};
  return (
    <ClassSection title="Answers to the quizzes">
      <Row>
        <Button onClick={read}>
          {counts === null ? "Show the answers" : "Read them again"}
        </Button>
        <Status>{news}</Status>
      </Row>
      {study.length + graded.length > 0 && (
        <Row>
          <Choice label="Questions" value={order} named={orders} onChoose={setOrder} />
        </Row>
      )}
      {study.length > 0 && (
        <>
          <h3>In the lessons</h3>
          <QuestionTable label="Answers in the lessons" counts={sorted(study)} />
          <Small>
            These are what learners handed in of their own answers. How long they took,
            and what came of a prediction, is their browser’s word.
          </Small>
        </>
      )}
      {graded.length > 0 && (
        <>
          <h3>In graded quizzes</h3>
          <QuestionTable label="Answers in graded quizzes" counts={sorted(graded)} />
          <Small>
            Answers are scored here, on the server; how long one took is the browser’s
            word.
          </Small>
        </>
      )}
    </ClassSection>
  );
}

type AskedCount = AnswerCount & {
  /** Undefined where the site does not know it. */
  asked: Question | undefined;
  /** The slug of the lesson that asks it; null where none does. */
  lesson: string | null;
};

function QuestionRow({ asked, lesson, ...count }: AskedCount) {
  const { question, answered, firstRight, right, wrong, took } = count;
  const asks = asked?.asks ?? question;
  return (
    <tr data-question-count={question}>
      <th scope="row" className={styles.words}>
        {lesson === null ? (
          asks
        ) : (
          <a href={sitePath(`/lessons/${lesson}#question-${question}`)}>{asks}</a>
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

type TableProps = { label: string; counts: readonly AskedCount[] };

/** The counts of each question, in the order given. */
const QuestionTable = ({ label, counts }: TableProps) => (
  <ScrollTable label={label} cells="words" height="tall" sticky>
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
        <QuestionRow key={one.question} {...one} />
      ))}
    </tbody>
  </ScrollTable>
);
