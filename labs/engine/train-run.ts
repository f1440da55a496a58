// Trains a run report by report, on one device and, where that breaks, on another.
import type { Pass } from "../pass";
import { planOf } from "../plan";
import type { Run } from "../run";
import { noLoss } from "../training";
import { type OpenDevice, openDevice } from "./device";
import { divergence, fullSpeed, type Pace, type Progress } from "./engine";
import { createPacing } from "./pacing";
import { startQuickest } from "./quickest";
import type { Session, Trained } from "./session";

/** A report at least this often, in milliseconds, unless one call takes longer. */
const reportEvery = 50;

/** How often a run that loses its GPU tries another before the CPU goes on with it. */
const mostTries = 2;

/** How long another GPU may take to open, in milliseconds. */
const patience = 3000;

function diverged(run: Run, number: number): Error {
  const error = new Error(
    `The run diverged in pass ${number}: its numbers grew beyond all bounds. ` +
      `Try a learning rate below ${run.rate}, or another loss.`,
  );
  error.name = divergence;
  return error;
}

/** The passes of a curve that came out whole. */
function passesOf({ curve }: Trained, first: number): Pass[] {
  const passes = Array.from({ length: curve.length / 2 }, (_, index) => ({
    pass: first + index,
    trainLoss: curve[2 * index]!,
    testLoss: curve[2 * index + 1]!,
  }));
  const broken = passes.findIndex(({ trainLoss }) => trainLoss === noLoss);
  return broken < 0 ? passes : passes.slice(0, broken);
}

/** Where runs train: it changes when a device breaks. */
export type Place = { open: OpenDevice };

/** A run's training, which outlives its device. */
function createTrainer(run: Run, place: Place, signal: AbortSignal) {
  const { plan, examples, state: start } = planOf(run);
  let state = start;
  let session: Session | null = null;
  let tries = 0;

  function leave() {
    try {
      session?.dispose();
    } catch {
      // What is left of a lost device cannot be freed one by one; closing it frees all.
    }
    session = null;
  }

  /** Goes on with another device, and says so. */
  async function move(number: number, fault: unknown) {
    const why = fault instanceof Error ? fault.message : String(fault);
    leave();
    place.open.gpu?.close();
    tries += 1;
    const opened = await openDevice(tries > mostTries ? "cpu" : run.device, patience);
    const news = `In pass ${number} the device failed: ${why} The run went on from there.`;
    const device = { ...opened.device, why: `${news} ${opened.device.why}` };
    place.open = { ...opened, device };
  }

  async function trainOnce(first: number, passes: number): Promise<Trained> {
    const { gpu } = place.open;
    const start = () => startQuickest(plan, examples, state, gpu);
    const isNew = session === null;
    session ??= await (gpu ? gpu.guard(start) : start());
    const { train } = session;
    if (!gpu) return train(first, passes);
    return (isNew ? gpu.check : gpu.guard)(() => train(first, passes));
  }

  return {
    leave,
    /** Trains the next passes, and gives those that came out whole. */
    async train(first: number, count: number): Promise<Pass[]> {
      for (;;) {
        try {
          let trained = await trainOnce(first, count);
          const passes = passesOf(trained, first);
          if (passes.length < count) {
            // To have the last whole weights, the call is repeated up to where it broke.
            leave();
            if (passes.length > 0) trained = await trainOnce(first, passes.length);
          }
          if (passes.length > 0) state = trained.state;
          return passes;
        } catch (fault) {
          if (!place.open.gpu || signal.aborted) throw fault;
          await move(first, fault);
        }
      }
    },
    /** The weights after the last pass that came out whole. */
    weights: () => state.slice(0, plan.network.size),
  };
}

/** `Engine.train` on `place`, whose device it replaces where that breaks. */
export async function* trainRun(
  run: Run,
  place: Place,
  signal: AbortSignal,
  pace: Pace = fullSpeed,
): AsyncGenerator<Progress> {
  const trainer = createTrainer(run, place, signal);
  const pacing = createPacing();
  let done = 0;
  let broken = false;
  try {
    while (done < run.passes && !broken) {
      const most = await pace();
      if (signal.aborted) return;
      const until = performance.now() + reportEvery;
      const passes: Pass[] = [];
      do {
        const count = Math.min(pacing.next(), run.passes - done, most - passes.length);
        const begun = performance.now();
        const trained = await trainer.train(done + 1, count);
        if (signal.aborted) return;
        pacing.took(performance.now() - begun, count);
        passes.push(...trained);
        done += trained.length;
        broken = trained.length < count;
      } while (
        !broken &&
        done < run.passes &&
        passes.length < most &&
        performance.now() < until
      );
      const { device } = place.open;
      if (passes.length > 0) yield { passes, weights: trainer.weights(), device };
    }
    if (broken) throw diverged(run, done + 1);
  } finally {
    trainer.leave();
  }
}
