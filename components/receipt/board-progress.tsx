"use client";
import styles from "./receipt.module.css";
// How far the checks of a list are, and what they came to.
import type { ReceiptList } from "./receipt-list";
import type { Row } from "./row";
import { standingNames, standingOf, standings } from "./verdict-look";

/** How many rows stand where, in the order of `standings`; none that no row has. */
export function tally(rows: readonly Row[]) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const standing = standingOf(row);
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return standingNames
    .map((standing) => ({ standing, count: counts.get(standing) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** A bar while receipts are checked, then the count of each verdict. */
export function BoardProgress({
  rows,
  list,
}: {
  rows: readonly Row[];
  list: ReceiptList;
}) {
  const open = rows.filter(
    ({ state }) => state.kind === "waiting" || state.kind === "checking",
  ).length;
  const told = tally(rows)
    .map(
      ({ standing, count }) =>
        `${standings[standing].sign} ${count} ${standings[standing].word.toLowerCase()}`,
    )
    .join(" · ");
  return (
    <>
      {open > 0 && (
        <div className={styles.row}>
          <progress
            max={rows.length}
            value={rows.length - open}
            aria-label="Receipts checked"
          />
          <span className={styles.percent}>
            {rows.length - open} of {rows.length} checked
          </span>
          <button type="button" onClick={() => list.stopAll()}>
            Stop all replays
          </button>
        </div>
      )}
      <p role="status" data-tally>
        {open === 0 ? told : ""}
      </p>
    </>
  );
}
