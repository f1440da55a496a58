"use client";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/kit/button";
import { Card } from "@/components/kit/card";
import { Row } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { useHydrated } from "@/components/kit/use-hydrated";
import { useAnswers } from "@/components/quiz/answer-store";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { nextDue } from "@/content/quiz/schedule";
import { ComingDays } from "./coming-days";
import styles from "./review.module.css";
import { Sitting } from "./sitting";
import { type Asked, dueToday, dueWords, fewNew } from "./sitting-state";

/**
 * The review of the day. The page comes with how it works; the questions are loaded for a
 * reader who has answered some.
 */
export function ReviewDesk() {
  const hydrated = useHydrated();
  const hasAnswers = Object.keys(useAnswers()).length > 0;
  const { value, problem, refresh } = useFetched({
    key: hasAnswers ? "course" : null,
    read: readQuestions,
  });
  return (
    <div className={styles.desk}>
      {value !== null ? (
        <Sittings all={value} />
      ) : (
        <Card className={styles.waiting}>
          {problem === null ? (
            <HowItWorks>
              {hydrated && (hasAnswers ? "Loading the questions…" : nothingYet)}
            </HowItWorks>
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

const nothingYet = "You have not answered any question yet.";

/** How questions come back, under a line of news, whose room is kept until there are any. */
const HowItWorks = ({ children }: { children: ReactNode }) => (
  <>
    <div className={styles.news}>
      <Status>{children}</Status>
    </div>
    <p>
      What you answer in <Link href="/#lessons">the lessons</Link> comes back here: in a
      few days what you knew, sooner what you did not. With each right answer the wait
      grows longer.
    </p>
    <p>Your answers stay in this browser.</p>
  </>
);

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
  if (!all.some(({ id }) => book[id])) return <HowItWorks>{nothingYet}</HowItWorks>;
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
