"use client";
import { memo, useId } from "react";
import { Lab } from "@/components/lab/lab";
import { isLabId, type LabId, labs } from "@/labs/catalog/labs";
import type { Lab as LabData } from "@/labs/lab";
import type { Run } from "@/labs/run";
import styles from "./assign.module.css";

/** What is typed into the rest of the page is nothing to the lab. */
const LiveLab = memo(
  Lab,
  (before, now) => before.id === now.id && before.onRun === now.onRun,
);

type Props = {
  lab: LabData;
  /** Where the lab opens. */
  start: Run;
  /** Another number opens the lab anew. */
  opening: number;
  onLab(id: LabId): void;
  /** The same function at every render. */
  onRun(run: Run): void;
};

/** Which lab, and the lab itself: what is set in it is what learners start from. */
export function ArrangedLab({ lab, start, opening, onLab, onRun }: Props) {
  const name = useId();
  if (!isLabId(lab.id)) return null;
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={name}>Lab</label>
        <select
          id={name}
          value={lab.id}
          onChange={({ target }) => isLabId(target.value) && onLab(target.value)}
        >
          {Object.values(labs).map(({ id, title, question }) => (
            <option key={id} value={id}>
              {title}: {question}
            </option>
          ))}
        </select>
      </div>
      <LiveLab key={opening} id={lab.id} start={start} onRun={onRun} />
    </>
  );
}
