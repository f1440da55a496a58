"use client";
import type { RefObject } from "react";
import { meaningOf, type Row, standingOf, standings } from "./listed-receipt";
// The verdict in one heading, and how far the check is.
import styles from "./receipt.module.css";
import { nameOf } from "./receipt-columns";
import type { ReceiptList } from "./receipt-list";

type Props = {
  row: Row;
  list: ReceiptList;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

const askAgain =
  "Ask for it again, best as a file: mail programs leave files alone. A damaged receipt says nothing of the work behind it.";

function Progress({ row, list }: Pick<Props, "row" | "list">) {
  const share = row.state.kind === "checking" ? row.state.share : null;
  const percent = Math.floor(100 * (share ?? 0));
  const unbegun = row.state.kind === "waiting" ? "waiting for its turn" : "evaluating";
  return (
    <div className={styles.row}>
      <progress max={100} value={percent} aria-label="Replayed" />
      <span className={styles.percent}>
        {share === null ? unbegun : `replayed ${percent} %`}
      </span>
      <button type="button" onClick={() => list.stop(row.id)}>
        Stop the replay
      </button>
    </div>
  );
}

function Explanation({ row, list }: Pick<Props, "row" | "list">) {
  const { state, about } = row;
  const again = (says: string) => (
    <p>
      <button type="button" onClick={() => list.again(row.id)}>
        {says}
      </button>
    </p>
  );
  if (state.kind === "checked") {
    const { verdict, decided } = state.check;
    return (
      <>
        <p>{meaningOf(verdict, about?.goals ?? 0)}</p>
        {decided && <p className={styles.decided}>What decided: {decided}</p>}
        {state.stopped && again("Replay it to the end")}
      </>
    );
  }
  if (state.kind !== "failed") return <Progress {...{ row, list }} />;
  return (
    <>
      <p>{state.problem}</p>
      {state.again ? again("Try again") : <p>{askAgain}</p>}
    </>
  );
}

/** Says where the receipt stands, by sign and word, and why. */
export function VerdictSection({ row, list, headingId, headingRef }: Props) {
  const { sign, word, tone } = standings[standingOf(row)];
  const done = row.state.kind === "checked" || row.state.kind === "failed";
  const name = nameOf(row);
  return (
    <div className={styles.verdict} data-tone={tone}>
      <p className={styles.hint}>
        {name}
        {row.about && ` · ${row.about.title}`}
      </p>
      <h2 id={headingId} ref={headingRef} tabIndex={-1}>
        <span aria-hidden="true">{sign}</span> {word}
        <span className="visually-hidden"> – {name}</span>
      </h2>
      <p role="status" className="visually-hidden">
        {done ? `${word}: ${name}` : ""}
      </p>
      <Explanation {...{ row, list }} />
    </div>
  );
}
