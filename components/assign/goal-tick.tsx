"use client";
import { type ReactNode, useId } from "react";
import styles from "./assign.module.css";

type Props = {
  label: string;
  ticked: boolean;
  /** Why it cannot be ticked, or null where it can. */
  idle: string | null;
  onTick(ticked: boolean): void;
  /** What the goal asks for, once it is ticked. */
  children: ReactNode;
};

/** One goal to ask for or not. */
export function GoalTick({ label, ticked, idle, onTick, children }: Props) {
  const id = useId();
  const shut = !ticked && idle !== null;
  return (
    <div className={styles.goal}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={ticked}
          disabled={shut}
          aria-describedby={shut ? id : undefined}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span>{label}</span>
      </label>
      {children}
      {shut && (
        <span id={id} className={styles.small}>
          {idle}
        </span>
      )}
    </div>
  );
}
