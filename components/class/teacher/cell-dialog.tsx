"use client";
import { useState } from "react";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { VerdictMark } from "@/components/class/standing";
import { Dialog } from "@/components/kit/dialog";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import { Problem } from "@/components/kit/status";
import { momentText } from "@/components/kit/wording";
import type { LmsMessage } from "@/content/class/lms-messages";
import type { ReceiptHead } from "@/content/class/messages";
import type { Question } from "@/content/quiz/question";
import { sitePath } from "@/content/site-path";
import { counted, numberText, shareText } from "@/labs/arithmetic/number-text";
import { dueText } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { type Grade, gradeOf, pointsText } from "../grade";
import { answerWords } from "./answer-counts";
import { OpenExamples } from "./assignment-list";
import styles from "./cell-dialog.module.css";
import { checkPath } from "./class-address";

import { nothingText, type OwnWork, type Work, workFor } from "./grades";

import { ExtensionForm, MarkForm } from "./mark-form";
import type { Board } from "./merged-board";
import { type OpenedReceipt, useOpenedReceipts } from "./opened-receipts";
import { type QuizStanding, standingText } from "./quiz-standings";
import type { Learner } from "./shown-rows";

type Props = {
  board: Board;
  learner: Learner;
  assignment: Board["assignments"][number];
  own: OwnWork;
  /** Of the graded quizzes. */
  questions: readonly Question[];
  /** Why the LMS does not have the grade. */
  troubles: LmsMessage["troubles"];
  onChanged(): void;
  onClose(): void;
};

/** All that a learner handed in for an assignment, and what the teacher says of it. */
export function CellDialog(props: Props) {
  const { board, learner, own, questions, troubles, onChanged, onClose } = props;
  const { id: assignment, link } = props.assignment;
  const work = workFor(props.assignment, own);
  const grade = gradeOf(assignmentIn(link), work);
  const decided = { classId: board.class.id, learner, assignment, work, onChanged };
  return (
    <Dialog title={`${learner.name}: ${titleIn(link)}`} onClose={onClose}>
      <Stack>
        <p>{standingWords(link, work, grade)}</p>
        {troubles.map(({ says }) => (
          <Problem key={says}>{`Not sent to the LMS: ${says}`}</Problem>
        ))}
        <OpenExamples link={link} />
        <MarkForm {...decided} grade={grade} />
        <ExtensionForm {...decided} />
      </Stack>
      {work.quiz && <QuizTries standing={work.quiz} questions={questions} />}
      <Receipts
        classId={board.class.id}
        receipts={work.receipts}
        counts={grade?.receipt?.id ?? null}
      />
    </Dialog>
  );
}

/** In one line: what was handed in, the points, the due date. */
function standingWords(link: string, work: Work, grade: Grade | null) {
  const { receipts, quiz, due, extended } = work;
  const facts: string[] = [];
  if (receipts.length > 0) facts.push(`${counted(receipts.length, "receipt")} handed in`);
  else if (!quiz) facts.push(nothingText(link));
  if (grade && grade.earned !== null) {
    facts.push(`${pointsText(grade.earned)} of ${counted(grade.of, "point")}`);
  }
  if (due !== null) facts.push(`${extended ? "extended to" : "due"} ${dueText(due)}`);
  if (grade?.late) facts.push("late");
  const words = facts.join(" · ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

type TriesProps = { standing: QuizStanding; questions: readonly Question[] };

/** A learner's answers in the graded quiz of an assignment, try by try. */
function QuizTries({ standing, questions }: TriesProps) {
  const { started, handed, tries } = standing;
  const answered = questions.filter(({ id }) =>
    tries.some(({ question }) => question === id),
  );
  return (
    <section className={styles.receipt} aria-label="Graded quiz">
      <p>
        <strong>Graded quiz: {standingText(standing)}</strong>, started{" "}
        {momentText(started)}
        {handed !== null && `, handed in ${momentText(handed)}`}.
      </p>
      <ul>
        {answered.map((asked) => (
          <li key={asked.id}>
            {asked.asks}
            <ol>
              {tries
                .filter(({ question }) => question === asked.id)
                .map((one) => (
                  <li key={one.try}>
                    {one.right ? "✓ right: " : "✗ wrong: "}
                    {answerWords(asked, one.text)}
                  </li>
                ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many are shown, and fetched, at once. */
const page = 10;

type ReceiptsProps = {
  classId: string;
  receipts: readonly ReceiptHead[];
  /** The id of the one that counts. */
  counts: string | null;
};

/** The receipts of a learner for an assignment, latest first. */
function Receipts({ classId, receipts, counts }: ReceiptsProps) {
  const [from, setFrom] = useState(0);
  const shown = receipts.slice(from, from + page);
  const opened = useOpenedReceipts(
    classId,
    shown.map(({ id }) => id),
  );
  return (
    <>
      <Pager
        things="Receipts"
        count={receipts.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
      <PlainList>
        {shown.map((receipt) => (
          <ReceiptEntry
            key={receipt.id}
            {...{ classId, receipt }}
            counts={receipts.length > 1 && receipt.id === counts}
            opened={opened.get(receipt.id)}
          />
        ))}
      </PlainList>
    </>
  );
}

type EntryProps = {
  classId: string;
  receipt: ReceiptHead;
  /** Whether it is the one of several that counts. */
  counts: boolean;
  /** Undefined until it came. */
  opened: OpenedReceipt | undefined;
};

const devices = { cpu: "the CPU", webgpu: "the GPU" };

/** The findings of the check, as short pieces. */
function factsOf({ received, outcome }: ReceiptHead): string[] {
  const facts = [`handed in ${momentText(received)}`];
  if (!outcome) return facts;
  const { testLoss, accuracy, pass, device } = outcome;
  if (testLoss !== null) facts.push(`test loss ${numberText(testLoss)}`);
  if (accuracy !== null) facts.push(`${shareText(accuracy)} of the test examples right`);
  if (pass !== null) facts.push(counted(pass, "pass", "passes"));
  if (device !== null) facts.push(`trained on ${devices[device]}, as it says`);
  return facts;
}

function RunLink({ opened }: Pick<EntryProps, "opened">) {
  if (opened === undefined) return <span>The run comes…</span>;
  if ("problem" in opened) return <span>{opened.problem}</span>;
  const { assignment, run } = opened;
  // The learner's run with all that was asked; its seed stays, whoever opens it.
  const lock = [...new Set([...assignment.lock, "seed" as const])];
  const link = linkOf({ ...assignment, run, lock });
  return (
    <a href={sitePath(link)} target="_blank" rel="noopener noreferrer">
      Open the run<span className="visually-hidden"> in a new tab</span>
    </a>
  );
}

/** One receipt of a learner: its verdict, and where to see more. */
function ReceiptEntry({ classId, receipt, counts, opened }: EntryProps) {
  const { id, outcome } = receipt;
  return (
    <li className={styles.receipt} data-receipt={id}>
      <p>
        <VerdictMark verdict={outcome?.verdict ?? null} />
        {counts && " · this one counts"}
      </p>
      {outcome && <p>{outcome.says}</p>}
      {outcome?.changed && <p>Changed by the learner: {outcome.changed}.</p>}
      <p className={styles.facts}>{factsOf(receipt).join(" · ")}</p>
      <Row as="p">
        <a
          href={sitePath(checkPath(classId, id))}
          target="_blank"
          rel="noopener noreferrer"
        >
          Open the check<span className="visually-hidden"> in a new tab</span>
        </a>{" "}
        <RunLink opened={opened} />
      </Row>
    </li>
  );
}
