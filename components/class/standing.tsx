// How learners stand in an assignment, by the receipts that they handed in.
import type { ReceiptHead } from "@/content/class/messages";
import type { Verdict } from "@/labs/receipt/findings";
import styles from "./standing.module.css";

/** From the best to the least. */
export const verdicts = [
  "confirmed",
  "not met",
  "unconfirmed",
  "contradicted",
] as const satisfies readonly Verdict[];

/** The receipts of a learner for an assignment, summed up. */
type Standing = {
  count: number;
  /** Null where none was checked yet. */
  best: Verdict | null;
  /** Whether any is still being checked. */
  checking: boolean;
};

const rank = ({ outcome }: ReceiptHead) =>
  outcome ? verdicts.indexOf(outcome.verdict) : verdicts.length;

/** The standing of a learner in an assignment; `receipts` in any order. */
export function standingOf(receipts: readonly ReceiptHead[]): Standing {
  const least = Math.min(verdicts.length, ...receipts.map(rank));
  return {
    count: receipts.length,
    best: verdicts[least] ?? null,
    checking: receipts.some(({ outcome }) => outcome === null),
  };
}

/**
 * The receipt that stands for a learner: of the best verdict the one with the lowest test
 * loss, of equal ones the latest. `receipts` latest first; null where there are none.
 */
export function bestReceipt(receipts: readonly ReceiptHead[]): ReceiptHead | null {
  const loss = ({ outcome }: ReceiptHead) =>
    outcome?.testLoss ?? Number.POSITIVE_INFINITY;
  return receipts.reduce<ReceiptHead | null>((best, one) => {
    if (!best || rank(one) < rank(best)) return one;
    return rank(one) === rank(best) && loss(one) < loss(best) ? one : best;
  }, null);
}

const signs: Record<Verdict, string> = {
  confirmed: "✓",
  "not met": "✗",
  unconfirmed: "?",
  contradicted: "✗",
};

type Props = {
  /** Null where it was not checked yet. */
  verdict: Verdict | null;
  /** Whether another one is being checked. */
  checking?: boolean;
};

/** A verdict as a sign and a word. */
export function VerdictMark({ verdict, checking = false }: Props) {
  if (verdict === null) return <span className={styles.checking}>… being checked</span>;
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      {signs[verdict]} {verdict}
      {checking && (
        <>
          {" "}
          <span className={styles.checking}>…</span>
          <span className="visually-hidden"> another is being checked</span>
        </>
      )}
    </span>
  );
}
