"use client";
import { useState } from "react";
import type { Assignment } from "@/labs/assignment/assignment";
import { hasOneSeed, startFor } from "@/labs/assignment/learner-start";
import styles from "./assign.module.css";
import { TriedRuns } from "./tried-runs";
import { useTrials } from "./use-trials";

/** How many other names are tried at once. */
const others = 5;

/**
 * Trains the arranged run, or the runs of learners with other names, and tells which goals
 * they meet. Key it by the run: what was seen of another one says nothing.
 */
export function TryPanel({ assignment }: { assignment: Assignment }) {
  const { trials, begin, end } = useTrials();
  /** How many names were tried before. */
  const [before, setBefore] = useState(0);
  const { status, asked, tried, pass, fault } = trials;
  const running = status === "running";
  const oneSeed = hasOneSeed(assignment);
  function tryOthers() {
    if (oneSeed) return;
    const names = Array.from({ length: others }, (_, at) => `Learner ${before + at + 1}`);
    setBefore(before + others);
    begin(names.map((name) => ({ name, run: startFor(assignment, name) })));
  }
  const now = asked[tried.length];
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <button type="button" onClick={() => begin([{ name: "", run: assignment.run }])}>
          Try it
        </button>
        <button type="button" aria-disabled={oneSeed} onClick={tryOthers}>
          Try it with {others} other names
        </button>
        <button type="button" aria-disabled={!running} onClick={() => running && end()}>
          Stop
        </button>
      </div>
      <p className={styles.small}>
        {oneSeed
          ? "Every learner has the same seed, so every learner trains this very run."
          : "Learners have other seeds: their data and first weights differ from yours."}
      </p>
      {running && now && (
        <div className={styles.row}>
          <progress max={now.run.passes} value={pass} aria-label="Passes trained" />
          <span>
            {now.name || "This run"}: pass {pass} of {now.run.passes}
          </span>
        </div>
      )}
      <div role="status" className={styles.stack}>
        {running && <p className="visually-hidden">Training…</p>}
        {status === "failed" && <p className={styles.wrong}>{fault}</p>}
        {status === "done" && <TriedRuns goals={assignment.goals} tried={tried} />}
      </div>
    </div>
  );
}
