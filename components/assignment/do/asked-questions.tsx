"use client";
// The questions that an assignment asks, out of those of the course.
import { memo, useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { useAnswers } from "@/components/quiz/answer-store";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { QuestionCard } from "@/components/quiz/question-card";
import { sitePath } from "@/content/site-path";
import type { Assignment } from "@/labs/assignment/assignment";
import { PanelPart } from "../panel-part";
import styles from "./assignment.module.css";

/** "here": `known` has a place for each id asked, null where the course has no such id. */
export type AskedQuestions =
  | { status: "waiting" }
  | { status: "failed" }
  | { status: "here"; known: ReadonlyMap<string, CourseQuestion | null> };

const nothing: AskedQuestions = { status: "here", known: new Map() };

/** The ids of the questions that an assignment asks, in order. */
export const askedIds = ({ goals }: Assignment): readonly string[] =>
  goals.flatMap((goal) => (goal.kind === "answer" ? [goal.question] : []));

/** Downloads them where `ids` asks for any; the same `ids` at every render. */
export function useAskedQuestions(ids: readonly string[]) {
  const [asked, setAsked] = useState<AskedQuestions>(
    ids.length === 0 ? nothing : { status: "waiting" },
  );
  const load = useCallback(async () => {
    try {
      const all = await courseQuestions();
      const find = (id: string) => all.find((one) => one.id === id) ?? null;
      setAsked({ status: "here", known: new Map(ids.map((id) => [id, find(id)])) });
    } catch {
      setAsked({ status: "failed" });
    }
  }, [ids]);
  useEffect(() => {
    if (ids.length > 0) void load();
  }, [ids, load]);
  function retry() {
    setAsked({ status: "waiting" });
    void load();
  }
  return { asked, retry };
}

/** The ids of the questions asked that were answered; a question that the course lacks is not. */
export function useAnswered(ids: readonly string[], asked: AskedQuestions) {
  const book = useAnswers();
  return useMemo(() => {
    const lacking = (id: string) => asked.status === "here" && !asked.known.get(id);
    return new Set(ids.filter((id) => book[id] && !lacking(id)));
  }, [ids, asked, book]);
}

type Props = { ids: readonly string[]; asked: AskedQuestions; onRetry(): void };

/** The questions as cards, to be answered on the spot. */
export const QuestionList = memo(function QuestionList({ ids, asked, onRetry }: Props) {
  if (ids.length === 0) return null;
  if (asked.status === "waiting") return <p>Loading the questions…</p>;
  if (asked.status === "failed") {
    return (
      <Row>
        <Problem role="alert" className={styles.says}>
          The questions could not be loaded. Try again once you are online.
        </Problem>
        <Button onClick={onRetry}>Load the questions</Button>
      </Row>
    );
  }
  const known = ids.map((id) => asked.known.get(id) ?? null);
  if (known.every((one) => one === null)) return null;
  return (
    <PanelPart title="Questions">
      {known.map(
        (one, at) =>
          one && (
            <div key={one.id}>
              <QuestionCard question={one.question} place={`Question ${at + 1}`} />
              <Small>
                <a
                  href={sitePath(`/lessons/${one.lesson}#question-${one.id}`)}
                  target="_blank"
                  rel="noopener"
                >
                  The lesson that asks question {at + 1}
                </a>{" "}
                (in a new tab)
              </Small>
            </div>
          ),
      )}
    </PanelPart>
  );
});
