"use client";
import { lossText } from "@/labs/claim";
import { pathOf } from "@/labs/link";
import { counted, shareText } from "@/labs/number-text";
import type { Opened } from "@/labs/receipt/opened";
import type { ReceiptHead } from "../messages";
import { VerdictMark } from "../verdict-mark";
import styles from "./board.module.css";
import { momentText } from "./moment-text";

type Props = {
  classId: string;
  receipt: ReceiptHead;
  /** Undefined until it came. */
  opened: Opened | { problem: string } | undefined;
};

const devices = { cpu: "the CPU", webgpu: "the GPU" };

/** What the check found, as short pieces. */
function factsOf({ received, outcome }: ReceiptHead): string[] {
  const facts = [`handed in ${momentText(received)}`];
  if (!outcome) return facts;
  const { testLoss, accuracy, pass, device } = outcome;
  if (testLoss !== null) facts.push(`test loss ${lossText(testLoss)}`);
  if (accuracy !== null) facts.push(`${shareText(accuracy)} of the test examples right`);
  if (pass !== null) facts.push(counted(pass, "pass", "passes"));
  if (device !== null) facts.push(`trained on ${devices[device]}, as it says`);
  return facts;
}

function RunLink({ opened }: Pick<Props, "opened">) {
  if (opened === undefined) return <span>The run comes…</span>;
  if ("problem" in opened) return <span>{opened.problem}</span>;
  const { assignment, run } = opened;
  return (
    <a href={pathOf(assignment.lab, run)} target="_blank" rel="noopener noreferrer">
      Open the run<span className="visually-hidden"> in a new tab</span>
    </a>
  );
}

/** One receipt of a learner: what its check found, and where to see more. */
export function ReceiptEntry({ classId, receipt, opened }: Props) {
  const { id, outcome } = receipt;
  return (
    <li className={styles.receipt} data-receipt={id}>
      <p>
        <VerdictMark verdict={outcome?.verdict ?? null} />
      </p>
      {outcome && <p>{outcome.says}</p>}
      <p className={styles.facts}>{factsOf(receipt).join(" · ")}</p>
      <p className={styles.links}>
        <a
          href={`/receipt#class=${classId}/${id}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          Open the check<span className="visually-hidden"> in a new tab</span>
        </a>{" "}
        <RunLink opened={opened} />
      </p>
    </li>
  );
}
