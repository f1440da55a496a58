import type { Refusal } from "@/labs/fitted";
import styles from "./lab.module.css";

/** What a link, or the reader, asked for in vain. */
export function RefusedList({ refused }: { refused: readonly Refusal[] }) {
  if (refused.length === 0) return null;
  return (
    <div role="status">
      <ul className={styles.refused} aria-label="What was not taken">
        {refused.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </div>
  );
}
