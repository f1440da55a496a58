"use client";
// What the room thought, before and after; and what comes of it: the run trained before all,
// then once more from the seed of each voter.
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { useFetched } from "@/components/kit/use-fetched";
import { WithCode } from "@/components/kit/with-code";
import { RunPanes } from "@/components/lab/run-panes";
import { useClaimRun } from "@/components/lab/training/use-claim-run";
import { readVoters } from "@/content/class/ballot-api";
import type { BallotHead, Counts } from "@/content/class/ballot-messages";
import { type Refused, readBoard } from "@/content/class/class-api";
import { askedRun } from "@/content/quiz/asked-run";
import { cameTrue, type PredictQuestion } from "@/content/quiz/kinds/predict";
import { voterRun } from "@/content/quiz/voter-run";
import type { RunNumbers } from "@/labs/claim/run-numbers";
import { type HeldSet, heldSet } from "@/labs/data/sample";
import styles from "./room-training.module.css";
import { SeedDots } from "./seed-dots";
import { shareText, totalOf } from "./vote-spread";

type Props = { classId: string; ballot: BallotHead; question: PredictQuestion };

/** How long the run is watched, in milliseconds. */
const watched = 5000;

/** The most seeds that are trained: one screen's worth of dots, some minutes of training. */
const mostSeeds = 300;

/** Both votes, the run, and a dot for each voter's seed. */
export function RoomTraining({ classId, ballot, question }: Props) {
  const { lab, claim, run } = askedRun(question);
  const trained = useClaimRun(lab, claim);
  const numbers = trained.training?.numbers ?? null;
  const came = numbers && cameTrue(question.options, numbers);
  const load = useEffectEvent(() => trained.ready());
  useEffect(() => load(), []);
  const { value, problem } = useFetched<{ voters: string[] }, Refused>({
    key: ballot.id,
    read: () => readVoters(classId, ballot.id),
  });
  const voters = value?.voters ?? [];
  const chosen = voters.slice(0, mostSeeds);
  const seeds = useSeeds(question, chosen, numbers !== null);
  const names = useNames(classId);
  const judged = judgedLoss(question, heldSet(run));
  const lossOf = (one: RunNumbers) => (one.diverged ? null : one[losses[judged]]);
  const dots = seeds.ended.map((one, at) => ({
    learner: chosen[at] ?? "",
    name: names.named?.get(chosen[at] ?? "") ?? null,
    loss: lossOf(one),
  }));
  const seedsOf = (option: string) =>
    seeds.ended.filter((one) => cameTrue(question.options, one) === option).length;
  return (
    <div className={styles.ended}>
      <ul className={styles.options}>
        {question.options.map(({ id, text }) => (
          <li key={id} data-option={id} data-came={id === came}>
            <p>
              <WithCode text={text} />
              {id === came && <b> ✓ so it came</b>}
            </p>
            {ballot.spread?.map((counts, round) => (
              <Bar key={round === 0 ? "before" : "after"} {...{ id, counts, round }} />
            ))}
            {seeds.ended.length > 0 && (
              <Small>of the seeds: {shareText(seedsOf(id), seeds.ended.length)}</Small>
            )}
          </li>
        ))}
      </ul>
      <div
        className={styles.run}
        data-status={trained.training?.state.status ?? "idle"}
        data-dots={dots.length}
      >
        <RunPanes
          run={run}
          training={trained.training}
          label="Loss by pass of the run that was voted on"
        />
        {numbers && (
          <SeedDots
            dots={dots}
            own={lossOf(numbers)}
            label={`${judged} loss after the last pass`}
          />
        )}
      </div>
      <Status>
        {numbers && seedsText(dots.length, chosen.length)}
        {numbers &&
          voters.length > mostSeeds &&
          ` Of ${voters.length} voters the seeds of ${mostSeeds} are trained.`}
      </Status>
      <Problem role="alert">
        {trained.problem ?? problem?.problem ?? seeds.problem ?? names.problem}
      </Problem>
      <Row>
        <Button
          look="primary"
          inactive={trained.busy}
          onPointerEnter={trained.warm}
          onFocus={trained.warm}
          onClick={() => trained.train(watched)}
        >
          {trained.busy ? "Training…" : numbers ? "Train it again" : "Train it"}
        </Button>
        <Tick
          checked={names.wanted}
          onChange={({ target }) => names.want(target.checked)}
        >
          Names on the wall
        </Tick>
      </Row>
      {names.named && dots.length > 0 && (
        <ul className={styles.names}>
          {dots
            .toSorted((one, other) => (one.loss ?? Infinity) - (other.loss ?? Infinity))
            .map(({ learner, name, loss }) => (
              <li key={learner}>
                {name ?? "Somebody who left"}:{" "}
                {loss === null ? "diverged" : loss.toFixed(3)}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

const losses = {
  train: "trainLoss",
  validation: "validationLoss",
  test: "testLoss",
} as const;

/** The loss that dots stand by: the train loss where the options speak of no other. */
function judgedLoss({ options }: PredictQuestion, held: HeldSet): keyof typeof losses {
  const speaks = (of: RegExp) => options.some(({ when }) => of.test(when));
  const isOfTrain =
    speaks(/trainLoss/i) && !speaks(/testLoss|validationLoss|naiveShare/i);
  return isOfTrain ? "train" : held;
}

type BarProps = { id: string; counts: Counts; round: number };

function Bar({ id, counts, round }: BarProps) {
  const [votes, total] = [counts[id] ?? 0, totalOf(counts)];
  return (
    <p className={styles.vote} data-round={round + 1}>
      <span>{round === 0 ? "first" : "second"}</span>
      <span
        className={styles.bar}
        style={{ inlineSize: `${(100 * votes) / Math.max(1, total)}%` }}
      />
      <span>{shareText(votes, total)}</span>
    </p>
  );
}

const seedsText = (trained: number, all: number) =>
  all === 0
    ? "Nobody voted, so there are no seeds beside this one."
    : `A dot for each voter’s own seed: ${trained} of ${all} are trained.`;

/** Trains the run from each voter's seed, in turn, once `begins`. */
function useSeeds(question: PredictQuestion, voters: readonly string[], begins: boolean) {
  const [ended, setEnded] = useState<readonly RunNumbers[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const count = voters.length;
  const begin = useEffectEvent(async (signal: AbortSignal) => {
    const runs = voters.map((learner) => voterRun(question, learner));
    try {
      const { trainSeeds } = await import("./train-seeds");
      await trainSeeds(runs, signal, (_, numbers) =>
        setEnded((before) => [...before, numbers]),
      );
    } catch (error) {
      if (!signal.aborted)
        setProblem(error instanceof Error ? error.message : String(error));
    }
  });

  useEffect(() => {
    if (!begins || count === 0) return;
    const stop = new AbortController();
    setEnded([]);
    setProblem(null);
    void begin(stop.signal);
    return () => stop.abort();
  }, [begins, count]);

  return { ended, problem };
}

/** No receipt has changed since then: the board is asked for its names alone. */
const never = 999_999_999_999_999;

/** The names of the class, read where they are wanted; null while they are not. */
function useNames(classId: string) {
  const [wanted, want] = useState(false);
  const { value, problem } = useFetched({
    key: wanted ? classId : null,
    read: () => readBoard(classId, never),
  });
  const named =
    wanted && value ? new Map(value.learners.map(({ id, name }) => [id, name])) : null;
  return { wanted, want, named, problem: problem?.problem };
}
