import { useEffect, useRef } from "react";
import styles from "./quiz.module.css";
import { WithCode } from "./with-code";

/** The hints that were asked for. The newest gets the focus: its button may be gone. */
export function HintList({ hints }: { hints: readonly string[] }) {
  const newest = useRef<HTMLLIElement>(null);
  const count = hints.length;
  useEffect(() => {
    if (count > 0) newest.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <ul className={styles.hints} aria-label="Hints">
      {hints.map((hint, at) => (
        <li key={hint} tabIndex={-1} ref={at === count - 1 ? newest : null}>
          <strong>Hint: </strong>
          <WithCode text={hint} />
        </li>
      ))}
    </ul>
  );
}
