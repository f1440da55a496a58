"use client";
import type { RefObject } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Progress } from "@/components/kit/progress";
import { Status } from "@/components/kit/status";
import type { Verdict } from "@/labs/receipt/findings";
import type { ReceiptSummary } from "./check-report";
import {
  type ListedReceipt,
  learnerOf,
  noticedIn,
  standingOf,
  standings,
} from "./listed-receipt";
import styles from "./receipt.module.css";
import type { ReceiptList } from "./receipt-list";

type Props = {
  receipt: ListedReceipt;
  list: ReceiptList;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** The verdict as a heading, by sign and word, and its reason; before, how far the check is. */
export function VerdictSection({ receipt, list, headingId, headingRef }: Props) {
  const { sign, word, tone } = standings[standingOf(receipt)];
  const done = receipt.state.kind === "checked" || receipt.state.kind === "failed";
  const name = learnerOf(receipt);
  return (
    <div className={styles.verdict} data-tone={tone}>
      <Small>
        {name}
        {receipt.summary && ` · ${receipt.summary.title}`}
      </Small>
      <h2 id={headingId} ref={headingRef} tabIndex={-1}>
        <span aria-hidden="true">{sign}</span> {word}
        <span className="visually-hidden"> – {name}</span>
      </h2>
      <Status unseen>{done ? `${word}: ${name}` : ""}</Status>
      <Explanation {...{ receipt, list }} />
    </div>
  );
}

/** Whose link set the goals, and how the receipt's own differs from it. */
function JudgedBy({ judging, differs }: Pick<ReceiptSummary, "judging" | "differs">) {
  if (!judging) {
    return (
      <Small>
        Goals and locks are those that the receipt itself names: give the link you sent,
        and it is judged by that.
      </Small>
    );
  }
  const by = judging.from === "class" ? "the link of the class" : "the link you sent";
  return differs.length === 0 ? (
    <Small>Judged by {by}, which is the receipt’s own.</Small>
  ) : (
    <p className={styles.decided}>
      Judged by {by}. The receipt bears another one: {differs.join("; ")}.
    </p>
  );
}

const askAgain =
  "Ask for it again, best as a file: mail programs leave files alone. A damaged receipt says nothing of the work behind it.";

function Explanation({ receipt, list }: Pick<Props, "receipt" | "list">) {
  const { state, summary } = receipt;
  const again = (says: string) => (
    <p>
      <Button onClick={() => list.again(receipt.id)}>{says}</Button>
    </p>
  );
  if (state.kind === "checked") {
    const { verdict, decided } = state.check;
    return (
      <>
        <p>{meaningOf(verdict, summary?.goals.length ?? 0)}</p>
        {decided && <p className={styles.decided}>What decided: {decided}</p>}
        {noticedIn(receipt).map((says) => (
          <p key={says} className={styles.decided}>
            {says}
          </p>
        ))}
        {summary && <JudgedBy {...summary} />}
        {state.stopped && again("Replay it to the end")}
      </>
    );
  }
  if (state.kind === "failed") {
    return (
      <>
        <p>{state.problem}</p>
        {state.again ? again("Try again") : <p>{askAgain}</p>}
      </>
    );
  }
  const share = state.kind === "checking" ? state.share : null;
  const percent = Math.floor(100 * (share ?? 0));
  const unbegun = state.kind === "waiting" ? "waiting for its turn" : "evaluating";
  return (
    <Row>
      <Progress
        className={styles.progress}
        max={100}
        value={percent}
        aria-label="Replayed"
      />
      <span className={styles.share}>
        {share === null ? unbegun : `replayed ${percent} %`}
      </span>
      <Button onClick={() => list.stop(receipt.id)}>Stop the replay</Button>
    </Row>
  );
}

/** The meaning of a verdict, in a sentence or two; `goals` is how many were set. */
function meaningOf(verdict: Verdict, goals: number): string {
  if (verdict === "confirmed") {
    const met = goals > 0 ? "Every goal is met" : "The assignment sets no goal";
    return `${met}, and training it again gave the numbers of the receipt. Confirmed means that these are true, not that the work is good.`;
  }
  if (verdict === "not met") {
    return "A goal of the assignment is not met. Nothing else speaks against the receipt.";
  }
  if (verdict === "unconfirmed") {
    return "Nothing speaks against it, and something could not be settled here. That is no accusation.";
  }
  return "Something in this receipt does not fit together. The lines below say what; how that came about they cannot say.";
}
