"use client";
import type { Refused } from "../ask";
import styles from "./board.module.css";
import { timeText } from "./moment-text";

type Props = { seen: number; trouble: Refused | null };

/** Whether the board shows what is there now. */
export function LiveLine({ seen, trouble }: Props) {
  return (
    <p role="status" className={styles.live} data-live={trouble === null}>
      {trouble === null
        ? "● live"
        : `○ last seen ${timeText(seen)}, trying again. ${trouble.problem}`}
    </p>
  );
}
