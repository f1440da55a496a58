import type { Verdict } from "@/labs/receipt/finding";
import styles from "./class.module.css";

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
