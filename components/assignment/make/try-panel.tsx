"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Small } from "@/components/kit/layout";
import { Progress } from "@/components/kit/progress";
import { Problem, Status } from "@/components/kit/status";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";
import { type Goal, goalText } from "@/labs/assignment/goal";
import { startFor } from "@/labs/assignment/learner-start";
import { hasOneSeed } from "@/labs/assignment/locks";
import { judged, meetsAll, type Tried, useTrials } from "./trials";
import styles from "./workshop.module.css";

/** How many other names are tried at once. */
const others = 5;

/**
 * Trains the arranged run, or the runs of learners with other names, and shows which goals
 * they meet. Key it by the run: the trials of another one say nothing.
 */
export function TryPanel({ assignment }: { assignment: Assignment }) {
  const { trials, begin, end } = useTrials();
  /** How many names were tried before. */
  const [before, setBefore] = useState(0);
  const { status, asked, tried, passes, fault } = trials;
  const running = status === "running";
  const oneSeed = hasOneSeed(assignment);
  function tryOthers() {
    const names = Array.from({ length: others }, (_, at) => `Learner ${before + at + 1}`);
    setBefore(before + others);
    begin(names.map((name) => ({ name, run: startFor(assignment, { name }) })));
  }
  const pass = passes.reduce((sum, done) => sum + done, 0);
  const all = asked.reduce((sum, { run }) => sum + run.passes, 0);
  return (
    <>
      <Row>
        <Button onClick={() => begin([{ name: "", run: assignment.run }])}>Try it</Button>
        <Button inactive={oneSeed} onClick={tryOthers}>
          Try it with {others} other names
        </Button>
        <Button inactive={!running} onClick={end}>
          Stop
        </Button>
      </Row>
      <Small>
        {oneSeed
          ? "Every learner has the same seed, so every learner trains this very run."
          : "Learners have other seeds: their data and first weights differ from yours."}
      </Small>
      {running && (
        <Row>
          <Progress
            className={styles.progress}
            max={all}
            value={pass}
            aria-label="Passes trained"
          />
          <span>
            {asked.length === 1 ? "This run" : `${asked.length} runs`}: pass {pass} of{" "}
            {all}
          </span>
        </Row>
      )}
      <Status as="div" className={styles.results}>
        {running && <p className="visually-hidden">Training…</p>}
        {status === "failed" && <Problem>{fault}</Problem>}
        {status === "done" && <TriedRuns goals={assignment.goals} tried={tried} />}
      </Status>
    </>
  );
}

type TriedProps = { goals: readonly Goal[]; tried: readonly Tried[] };

/** How the tried runs ended: which goals each of them met. */
function TriedRuns({ goals, tried }: TriedProps) {
  const questions = goals.filter(({ kind }) => kind === "answer").length;
  const [first] = tried;
  return (
    <>
      {tried.length === 1 && first ? (
        <OneRun goals={goals} trial={first.trial} />
      ) : (
        <ManyRuns goals={goals} tried={tried} />
      )}
      {questions > 0 && (
        <Small>Questions are left out here: only a learner answers.</Small>
      )}
    </>
  );
}

/** The run that the instructor arranged, goal by goal. */
function OneRun({ goals, trial }: { goals: readonly Goal[]; trial: Tried["trial"] }) {
  if ("fault" in trial) return <Problem>{trial.fault}</Problem>;
  const verdicts = judged(goals, trial.attempt);
  if (verdicts.length === 0) {
    return (
      <p>
        There is no goal that training could meet. The run ended at a test loss of{" "}
        {numberText(trial.attempt.testLoss)}.
      </p>
    );
  }
  const all = verdicts.every(({ met }) => met);
  return (
    <>
      <p>
        <b>{all ? "This run meets every goal." : "This run does not meet every goal."}</b>
      </p>
      <PlainList>
        {verdicts.map(({ goal, met, saw }) => {
          const title = goalText(goal);
          return <Result key={title} {...{ title, met, saw }} />;
        })}
      </PlainList>
      {!all && (
        <Small>That may be what you want: learners change what is not locked.</Small>
      )}
    </>
  );
}

/** A line for each of several learners. */
function ManyRuns({ goals, tried }: TriedProps) {
  const met = tried.filter(({ trial }) => meetsAll(goals, trial)).length;
  return (
    <>
      <p>
        <b>
          {met} of {tried.length} met every goal.
        </b>
      </p>
      <PlainList>
        {tried.map(({ name, trial }) => (
          <Result
            key={name}
            title={name}
            met={meetsAll(goals, trial)}
            saw={resultText(goals, trial)}
          />
        ))}
      </PlainList>
    </>
  );
}

/** How a learner missed goals, or met them all, in a line. */
function resultText(goals: readonly Goal[], trial: Tried["trial"]): string {
  if ("fault" in trial) return trial.fault;
  const verdicts = judged(goals, trial.attempt);
  const unmet = verdicts.filter(({ met }) => !met);
  const seen = (unmet.length > 0 ? unmet : verdicts).map(({ saw }) => saw);
  return seen.length > 0
    ? seen.join("; ")
    : `test loss ${numberText(trial.attempt.testLoss)}`;
}

type ResultProps = { title: string; met: boolean; saw: string };

const Result = ({ title, met, saw }: ResultProps) => (
  <li className={styles.result} data-met={met}>
    <b>
      {met ? "✓" : "✗"} {title}
    </b>
    : {saw}
  </li>
);
