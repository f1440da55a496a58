import styles from "./progress.module.css";
import type { Share } from "./share";

/** A share as a bar: solid what is right, hatched what was answered wrongly. */
export function ShareBar({ right, answered, all }: Share) {
  const part = (count: number) => `${(100 * count) / Math.max(1, all)}%`;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.right} style={{ inlineSize: part(right) }} />
      <span className={styles.wrong} style={{ inlineSize: part(answered - right) }} />
    </span>
  );
}
