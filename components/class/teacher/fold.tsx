"use client";
import { type ReactNode, useState } from "react";
import styles from "../class.module.css";

type Props = {
  title: string;
  /** What the title is about, seen while it is folded too. */
  beside: string;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
  children: ReactNode;
};

/** A part of the page that can be folded away. */
export function Fold({ title, beside, opens, children }: Props) {
  const [open, setOpen] = useState(opens);
  return (
    <details
      className={styles.part}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2> <span>{beside}</span>
      </summary>
      <div className={styles.stack}>{children}</div>
    </details>
  );
}
