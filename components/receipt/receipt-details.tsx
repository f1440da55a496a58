"use client";
// The full check of one receipt.
import { useEffect, useId, useRef } from "react";
import { FindingList } from "./finding-list";
import styles from "./receipt.module.css";
import { ReceiptAbout } from "./receipt-about";
import { ReceiptCurve } from "./receipt-curve";
import type { ReceiptList } from "./receipt-list";
import type { Row } from "./row";
import { standingOf } from "./verdict-look";
import { VerdictSection } from "./verdict-section";

type Props = {
  row: Row;
  list: ReceiptList;
  /** Counts what the reader did; 0 where the receipt came by the address. */
  turn: number;
  /** Leads back to the list; left out where there is none. */
  onBack?: () => void;
};

/** Verdict, line by line explanation, what the receipt is about, and its curve. */
export function ReceiptDetails({ row, list, turn, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const isAsked = turn > 0 || onBack !== undefined;
  const { about, state } = row;
  useEffect(() => {
    if (isAsked) heading.current?.focus();
  }, [isAsked, row.id]);
  return (
    <section
      className={styles.details}
      aria-labelledby={id}
      data-verdict={standingOf(row)}
      data-learner={about?.name}
    >
      {onBack && (
        <p>
          <button type="button" onClick={onBack}>
            Back to the list
          </button>
        </p>
      )}
      <VerdictSection row={row} list={list} headingId={id} headingRef={heading} />
      {state.kind === "checked" && <FindingList check={state.check} />}
      {about && <ReceiptAbout row={row} about={about} />}
      {about && (
        <ReceiptCurve
          told={about.curve}
          replayed={state.kind === "checked" ? state.check.replayed : null}
        />
      )}
    </section>
  );
}
