"use client";
import { useState } from "react";
import type { Assignment } from "@/labs/assignment/assignment";
import { type Goal, goalText } from "@/labs/assignment/goal";
import { hasOneSeed, startFor } from "@/labs/assignment/learner-start";
import { lossText } from "@/labs/claim";
import styles from "./assign.module.css";
import { type Judged, judged, meetsAll, type Tried, useTrials } from "./trials";

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

const mark = (met: boolean) => (met ? "✓" : "✗");

const Verdict = ({ verdict: { goal, met, saw } }: { verdict: Judged }) => (
  <li data-met={met}>
    <b>
      {mark(met)} {goalText(goal)}
    </b>
    : {saw}
  </li>
);

/** The run that the instructor arranged, goal by goal. */
function OneRun({ goals, trial }: { goals: readonly Goal[]; trial: Tried["trial"] }) {
  if ("fault" in trial) return <p className={styles.wrong}>{trial.fault}</p>;
  const verdicts = judged(goals, trial.attempt);
  if (verdicts.length === 0) {
    return (
      <p>
        There is no goal that training could meet. The run ended at a test loss of{" "}
        {lossText(trial.attempt.testLoss)}.
      </p>
    );
  }
  const all = verdicts.every(({ met }) => met);
  return (
    <>
      <p>
        <b>{all ? "This run meets every goal." : "This run does not meet every goal."}</b>
      </p>
      <ul className={styles.verdicts}>
        {verdicts.map((verdict) => (
          <Verdict key={goalText(verdict.goal)} verdict={verdict} />
        ))}
      </ul>
      {!all && (
        <p className={styles.small}>
          That may be what you want: learners change what is not locked.
        </p>
      )}
    </>
  );
}

/** What was not met by one of several learners, in a line. */
function lineOf(goals: readonly Goal[], { trial }: Tried): string {
  if ("fault" in trial) return trial.fault;
  const verdicts = judged(goals, trial.attempt);
  const told = verdicts.some(({ met }) => !met)
    ? verdicts.filter(({ met }) => !met)
    : verdicts;
  const seen = told.map(({ saw }) => saw);
  return seen.length > 0
    ? seen.join("; ")
    : `test loss ${lossText(trial.attempt.testLoss)}`;
}

/** How the tried runs ended: which goals each of them met. */
function TriedRuns({
  goals,
  tried,
}: {
  goals: readonly Goal[];
  tried: readonly Tried[];
}) {
  const questions = goals.filter(({ kind }) => kind === "answer").length;
  const [first] = tried;
  const met = tried.filter(({ trial }) => meetsAll(goals, trial)).length;
  return (
    <>
      {tried.length === 1 && first ? (
        <OneRun goals={goals} trial={first.trial} />
      ) : (
        <>
          <p>
            <b>
              {met} of {tried.length} met every goal.
            </b>
          </p>
          <ul className={styles.verdicts}>
            {tried.map((one) => (
              <li key={one.name} data-met={meetsAll(goals, one.trial)}>
                <b>
                  {mark(meetsAll(goals, one.trial))} {one.name}
                </b>
                : {lineOf(goals, one)}
              </li>
            ))}
          </ul>
        </>
      )}
      {questions > 0 && (
        <p className={styles.small}>
          Questions are left out here: only a learner answers.
        </p>
      )}
    </>
  );
}
