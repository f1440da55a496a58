// Trainings that take turns in one page, so that what slows the machine down slows all.
import type { Peer, Training } from "./peer";
import type { Problem } from "./problem";

/** Browsers round their clocks to a tenth of a millisecond: a turn is longer. */
const shortest = 20;

/** A training under way: times are in milliseconds. */
export type Turns = {
  /** From before it was opened until after the first pass. */
  firstPass: number;
  /** Trains until code is compiled. */
  warmUp(milliseconds: number): Promise<void>;
  /** Trains for about so long, one pass at least; gives the time of one. */
  turn(milliseconds: number): Promise<number>;
  /** Ends it; gives the train loss before the first pass and after the last one. */
  end(): Promise<{ start: number; end: number }>;
};

async function timeOf(training: Training, passes: number) {
  const before = performance.now();
  await training.train(passes);
  return performance.now() - before;
}

/** Opens a problem on a peer. Resolves with why, where the peer cannot run here. */
export async function openTurns(peer: Peer, problem: Problem): Promise<Turns | string> {
  const before = performance.now();
  const training = await peer.open(problem);
  if (typeof training === "string") return training;
  await training.train(1);
  const firstPass = performance.now() - before;
  let perPass = firstPass;
  return {
    firstPass,
    async warmUp(milliseconds) {
      let passes = 1;
      for (let spent = 0; spent < milliseconds; ) {
        const latest = await timeOf(training, passes);
        perPass = latest / passes;
        if (latest < shortest) passes *= 2;
        spent += latest;
      }
    },
    async turn(milliseconds) {
      const passes = Math.max(1, Math.round(milliseconds / perPass));
      perPass = (await timeOf(training, passes)) / passes;
      return perPass;
    },
    async end() {
      const end = await training.trainLoss();
      training.close();
      // Only now: a prediction before the first pass would have warmed it up.
      const untrained = await peer.open(problem);
      if (typeof untrained === "string") throw new Error(untrained);
      const start = await untrained.trainLoss();
      untrained.close();
      return { start, end };
    },
  };
}
