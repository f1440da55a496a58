// How long a pass takes, and whether it was one.
import type { Peer, Training } from "./peer";
import type { Problem } from "./problem";

/** For how many milliseconds and samples one training is watched. */
export type Budget = { warmUp: number; measure: number; fewest: number };
/** Quicker passes are timed together: browsers round their clocks to a tenth of a ms. */
const shortest = 20;

export type Measured = {
  /** Milliseconds per pass. */
  samples: number[];
  /** Milliseconds from before `open` until after the first pass. */
  firstPass: number;
  /** The train loss before the first pass and after the last one. */
  losses: { start: number; end: number };
};

async function timeOf(training: Training, passes: number) {
  const before = performance.now();
  await training.train(passes);
  return performance.now() - before;
}

/** Runs until the code is compiled; tells how many passes to time together. */
async function warmUp(training: Training, budget: Budget) {
  let passes = 1;
  let latest = 0;
  for (let spent = 0; spent < budget.warmUp; spent += latest) {
    if (spent > 0 && latest < shortest) passes *= 2;
    latest = await timeOf(training, passes);
  }
  return Math.ceil((passes * shortest) / latest);
}

async function samplesOf(training: Training, budget: Budget) {
  const passes = await warmUp(training, budget);
  const samples: number[] = [];
  const until = performance.now() + budget.measure;
  while (samples.length < budget.fewest || performance.now() < until) {
    samples.push((await timeOf(training, passes)) / passes);
  }
  return samples;
}

/** Trains a problem on a peer. Resolves with why, where the peer cannot run here. */
export async function measure(
  peer: Peer,
  problem: Problem,
  budget: Budget,
): Promise<Measured | string> {
  const before = performance.now();
  const training = await peer.open(problem);
  if (typeof training === "string") return training;
  await training.train(1);
  const firstPass = performance.now() - before;
  const samples = await samplesOf(training, budget);
  const end = await training.trainLoss();
  training.close();
  // Only now: a prediction before the first pass would have warmed it up.
  const untrained = await peer.open(problem);
  if (typeof untrained === "string") throw new Error(untrained);
  const start = await untrained.trainLoss();
  untrained.close();
  if (!(end < start)) throw new Error(`Nothing is learnt: from ${start} to ${end}.`);
  return { samples, firstPass, losses: { start, end } };
}
