import { type Goal, goalText } from "@/labs/assignment/goal";
import { lossText } from "@/labs/claim";
import styles from "./assign.module.css";
import { type Judged, judged, meetsAll } from "./judged-trial";
import type { Tried } from "./use-trials";

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
export function TriedRuns({
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
