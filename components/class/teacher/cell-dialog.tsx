"use client";
import { useState } from "react";
import { titleIn } from "@/components/class/class-assignment";
import { VerdictMark } from "@/components/class/standing";
import { Dialog } from "@/components/kit/dialog";
import { PlainList, Row } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import { momentText } from "@/components/kit/wording";
import type { ReceiptHead } from "@/content/class/messages";
import type { Question } from "@/content/quiz/question";
import { counted, numberText, shareText } from "@/labs/arithmetic/number-text";
import { pathOf } from "@/labs/run/link";
import { answerWords } from "./answer-counts";
import styles from "./cell-dialog.module.css";
import type { Board } from "./merged-board";
import { type OpenedReceipt, useOpenedReceipts } from "./opened-receipts";
import { type QuizStanding, standingText } from "./quiz-standings";
import type { Learner } from "./shown-rows";

type Props = {
  board: Board;
  learner: Learner;
  assignment: string;
  /** In its graded quiz; undefined where none was started. */
  standing: QuizStanding | undefined;
  questions: readonly Question[];
  onClose(): void;
};

/** All that a learner handed in for an assignment. */
export function CellDialog(props: Props) {
  const { board, learner, assignment, standing, questions, onClose } = props;
  const asked = board.assignments.find(({ id }) => id === assignment);
  const receipts = board.handedIn.get(learner.id)?.get(assignment) ?? [];
  return (
    <Dialog
      title={`${learner.name}: ${asked ? titleIn(asked.link) : ""}`}
      onClose={onClose}
    >
      {standing && <QuizTries {...{ standing, questions }} />}
      <Receipts classId={board.class.id} receipts={receipts} />
    </Dialog>
  );
}

type TriesProps = { standing: QuizStanding; questions: readonly Question[] };

/** A learner's answers in the graded quiz of an assignment, try by try. */
function QuizTries({ standing, questions }: TriesProps) {
  const { started, tries } = standing;
  const answered = questions.filter(({ id }) =>
    tries.some(({ question }) => question === id),
  );
  return (
    <section className={styles.receipt} aria-label="Graded quiz">
      <p>
        <strong>Graded quiz: {standingText(standing)}</strong>, started{" "}
        {momentText(started)}.
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

type ReceiptsProps = { classId: string; receipts: readonly ReceiptHead[] };

/** The receipts of a learner for an assignment, latest first. */
function Receipts({ classId, receipts }: ReceiptsProps) {
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
  return (
    <a href={pathOf(assignment.lab, run)} target="_blank" rel="noopener noreferrer">
      Open the run<span className="visually-hidden"> in a new tab</span>
    </a>
  );
}

/** One receipt of a learner: its verdict, and where to see more. */
function ReceiptEntry({ classId, receipt, opened }: EntryProps) {
  const { id, outcome } = receipt;
  return (
    <li className={styles.receipt} data-receipt={id}>
      <p>
        <VerdictMark verdict={outcome?.verdict ?? null} />
      </p>
      {outcome && <p>{outcome.says}</p>}
      <p className={styles.facts}>{factsOf(receipt).join(" · ")}</p>
      <Row as="p">
        <a
          href={`/receipt#class=${classId}/${id}`}
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
