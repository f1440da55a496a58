"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Card } from "@/components/kit/card";
import { Row } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { useAnswers } from "@/components/quiz/answer-store";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { nextDue } from "@/content/quiz/schedule";
import { ComingDays } from "./coming-days";
import styles from "./review.module.css";
import { Sitting } from "./sitting";
import { type Asked, dueToday, dueWords, fewNew } from "./sitting-state";

/** The review of the day. */
export function ReviewDesk() {
  const { value, problem, refresh } = useFetched({ key: "course", read: readQuestions });
  return (
    <div className={styles.desk}>
      {value !== null ? (
        <Sittings all={value} />
      ) : (
        <Card className={styles.waiting}>
          {problem === null ? (
            <Status>Loading the questions…</Status>
          ) : (
            <Row>
              <Problem role="alert">
                The questions could not be loaded. Try again once you are online.
              </Problem>
              <Button onClick={refresh}>Load the questions</Button>
            </Row>
          )}
        </Card>
      )}
    </div>
  );
}

const readQuestions = () =>
  courseQuestions().then(
    (value) => ({ ok: true as const, value }),
    () => ({ ok: false as const }),
  );

/** The questions of one sitting; they stay while the answers change which are due. */
function Sittings({ all }: { all: readonly CourseQuestion[] }) {
  const book = useAnswers();
  const [sitting, setSitting] = useState(() => ({
    asked: dueToday(book, all, Date.now()),
    number: 1,
  }));
  const { asked, number } = sitting;
  const begin = (next: readonly Asked[]) =>
    setSitting({ asked: [...next], number: number + 1 });
  const hasAnswers = all.some(({ id }) => book[id]);
  return (
    <>
      {asked.length > 0 ? (
        <Sitting key={number} {...{ asked, all }} isFirst={number === 1} onMore={begin} />
      ) : (
        <Card className={styles.waiting}>
          <NothingDue {...{ all, book }} onBegin={begin} />
        </Card>
      )}
      {hasAnswers && <ComingDays all={all} now={Date.now()} />}
    </>
  );
}

type Props = {
  all: readonly CourseQuestion[];
  book: AnswerBook;
  onBegin(asked: readonly Asked[]): void;
};

/** Says when the next question is due, and offers new ones until then. */
function NothingDue({ all, book, onBegin }: Props) {
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
      <Status>
        Nothing is due today.
        {next !== null && ` The next question is due ${dueWords(next, now)}.`}
      </Status>
      {open.length > 0 ? (
        <Row className={styles.row}>
          <p>Would you like something new from the lessons that you have begun?</p>
          <Button look="primary" onClick={() => onBegin(open)}>
            {open.length === 1
              ? "Answer a new question"
              : `Answer ${open.length} new questions`}
          </Button>
        </Row>
      ) : (
        <p>
          In the lessons that you have begun, every question is answered.{" "}
          <Link href="/#lessons">Begin another lesson</Link>
        </p>
      )}
    </>
  );
}
