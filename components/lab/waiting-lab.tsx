import type { Claim } from "@/labs/claim";
import styles from "./lab.module.css";

type Props = {
  claims: readonly Claim[];
  /** Why the lab could not be opened, or null. */
  problem: string | null;
  onRetry(): void;
};

/** A lab before it opens: what it claims, and where it stands. */
export function WaitingLab({ claims, problem, onRetry }: Props) {
  return (
    <div className={styles.bench}>
      {claims.length > 0 && (
        <ul className={styles.claims} aria-label="Claims">
          {claims.map(({ id, says }) => (
            <li key={id}>
              <p>{says}</p>
            </li>
          ))}
        </ul>
      )}
      <p
        role={problem ? "alert" : undefined}
        className={problem ? styles.fault : styles.waiting}
      >
        {problem ?? "The lab opens when you get here. It needs JavaScript."}
      </p>
      {problem && (
        <div className={styles.buttons}>
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}
