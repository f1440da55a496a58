import styles from "./share-bar.module.css";

/** How much of something is good now, how much was tried, and how much there is. */
export type Share = { right: number; answered: number; all: number };

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
