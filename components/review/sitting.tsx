"use client";
import Link from "next/link";
import { useEffect, useReducer, useRef } from "react";
import { Button } from "@/components/kit/button";
import { Card } from "@/components/kit/card";
import { Row } from "@/components/kit/layout";
import { useAnswers } from "@/components/quiz/answer-store";
import { Asks } from "@/components/quiz/asks";
import type { CourseQuestion } from "@/components/quiz/course-questions";
import { Dots } from "@/components/quiz/dots";
import { QuestionCard } from "@/components/quiz/question-card";
import { dueOf, scheduleOf } from "@/content/quiz/schedule";
import { sitePath } from "@/content/site-path";
import styles from "./review.module.css";
import {
  type Asked,
  afterStep,
  begun,
  dueToday,
  dueWords,
  type Outcome,
} from "./sitting-state";

type Props = {
  asked: readonly Asked[];
  all: readonly CourseQuestion[];
  /** Whether the page opened with it, and so leaves the focus alone. */
  isFirst: boolean;
  onMore(asked: readonly Asked[]): void;
};

/** Asks some questions, one at a time, and then shows how they went. */
export function Sitting({ asked, all, isFirst, onMore }: Props) {
  const [{ outcomes, judged }, step] = useReducer(afterStep, begun);
  const box = useRef<HTMLElement>(null);
  const at = outcomes.length;
  const told = useRef(isFirst ? at : null);
  const one = asked[at];
  const place = `Question ${at + 1} of ${asked.length}`;

  useEffect(() => {
    const card = box.current?.querySelector<HTMLElement>("[data-question]");
    if (told.current !== at) (card ?? box.current)?.focus();
    told.current = at;
  }, [at]);

  if (!one) {
    return (
      <Card
        as="section"
        ref={box}
        tabIndex={-1}
        className={styles.end}
        aria-labelledby="sitting-end"
      >
        <SittingEnd {...{ asked, all, outcomes, onMore }} />
      </Card>
    );
  }
  const { question, lesson, seed } = one;
  const isLast = at + 1 === asked.length;
  return (
    <section ref={box} aria-label="Today’s questions" className={styles.sitting}>
      <div className={styles.standing}>
        <p>
          {at + 1} of {asked.length}
        </p>
        <Dots
          outcomes={asked.map((_, place) =>
            place === at ? (judged ?? "open") : (outcomes[place] ?? "open"),
          )}
          at={at}
        />
      </div>
      <QuestionCard
        key={one.id}
        {...{ question, place, seed }}
        fresh
        onJudged={(right) => step(right ? "right" : "wrong")}
        next={{
          label: isLast ? "See how it went" : "Next question",
          onGo: () => step("next"),
        }}
      />
      <p className={styles.source}>
        <a
          href={sitePath(
            `/lessons/${lesson}#${question.section || `question-${one.id}`}`,
          )}
          target="_blank"
          rel="noopener"
        >
          Where the lesson says it<span className="visually-hidden"> (in a new tab)</span>
        </a>
      </p>
    </section>
  );
}

const marks = { right: "✓ right", wrong: "✗ not yet", skipped: "· skipped" };

type SittingEndProps = {
  asked: readonly Asked[];
  all: readonly CourseQuestion[];
  outcomes: readonly Outcome[];
  onMore(asked: readonly Asked[]): void;
};

/** How the questions asked went, and when each comes again. */
function SittingEnd({ asked, all, outcomes, onMore }: SittingEndProps) {
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
              <Asks question={question} />
              <p>
                <span className={styles.mark}>{marks[outcome]}</span>
                {again(id)}
              </p>
            </li>
          );
        })}
      </ol>
      {more > 0 ? (
        <Row className={styles.row}>
          <p>{more === 1 ? "1 question is" : `${more} questions are`} still due today.</p>
          <Button look="primary" onClick={() => onMore(dueToday(book, all, now))}>
            Go on
          </Button>
        </Row>
      ) : (
        <p>That is all for today. Come back when the next ones are due.</p>
      )}
      <p>
        <Link href="/progress">See your progress</Link>
      </p>
    </>
  );
}
