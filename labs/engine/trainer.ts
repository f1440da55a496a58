import { workOf } from "@/labs/network/network";
import type { Examples, Plan, Task } from "@/labs/run/plan";
import { noLoss, type Pass } from "@/labs/training/training";
import { type OpenDevice, openCpu, openDevice } from "./device";
import { type Device, divergence, type Progress } from "./engine";
import { type Session, startSession, type Trained } from "./session";
import { mostPasses } from "./train-passes/operation";

// A task's training on whatever device there is: it goes on where a device breaks.

/** How often a run that loses its GPU tries another before the CPU goes on with it. */
const mostTries = 2;

/** How long another GPU may take to open, in milliseconds, where a slot does not say. */
const usualPatience = 3000;

/** The passes of a curve that came out whole. */
function passesOf({ curve }: Trained, first: number): Pass[] {
  const passes = Array.from({ length: curve.length / 2 }, (_, index) => ({
    pass: first + index,
    trainLoss: curve[2 * index]!,
    heldLoss: curve[2 * index + 1]!,
  }));
  const broken = passes.findIndex(({ trainLoss }) => trainLoss === noLoss);
  return broken < 0 ? passes : passes.slice(0, broken);
}

/** Where runs train: it changes when a device breaks. */
export type DeviceSlot = { open: OpenDevice; patience?: number };

/**
 * A training that outlives its device: `site` holds the one it is on, which trainings
 * under way side by side share.
 */
function createTrainer(task: Task, site: DeviceSlot, signal: AbortSignal) {
  const { plan, examples, device: wish } = task;
  let { state } = task;
  let on = site.open;
  let session: Session | null = null;
  let tries = 0;
  let news = "";

  function leave() {
    try {
      session?.dispose();
    } catch {
      // Memory on a lost device cannot be freed one by one; closing the device frees all.
    }
    session = null;
  }

  /** Goes on with another device, and says so. */
  async function move(number: number, fault: unknown) {
    const said = fault instanceof Error ? fault.message : String(fault);
    const why = said.endsWith(".") ? said : `${said}.`;
    leave();
    site.open.gpu?.close();
    tries += 1;
    site.open =
      tries > mostTries
        ? await openCpu(`The GPU failed ${tries} times, so the CPU trains.`)
        : await openDevice(wish, site.patience ?? usualPatience);
    on = site.open;
    news = `In pass ${number} the device failed: ${why} The run went on from there. `;
  }

  async function trainOnce(first: number, passes: number, next: number) {
    if (on !== site.open) {
      // The device broke in another training.
      leave();
      on = site.open;
    }
    const { gpu } = on;
    const start = () => startQuickest(plan, examples, state, gpu);
    const isNew = session === null;
    session ??= await (gpu ? gpu.guard(start) : start());
    const { train } = session;
    if (!gpu) return train(first, passes);
    return (isNew ? gpu.check : gpu.guard)(() => train(first, passes, next));
  }

  return {
    leave,
    /**
     * Trains the next passes, and gives those that came out whole. Where all did, the
     * following call, if it comes, is for the `next` ones.
     */
    async train(first: number, count: number, next: number): Promise<Pass[]> {
      for (;;) {
        try {
          let asked = count;
          for (;;) {
            const trained = await trainOnce(first, asked, asked === count ? next : 0);
            const passes = passesOf(trained, first);
            if (passes.length === asked) {
              state = trained.state;
              return passes;
            }
            // To have the last whole weights, the call is repeated up to where it broke.
            leave();
            if (passes.length === 0) return passes;
            asked = passes.length;
          }
        } catch (fault) {
          if (!site.open.gpu || signal.aborted) throw fault;
          await move(first, fault);
        }
      }
    },
    /** The device that trains now, with news of what failed before. */
    device(): Device {
      const { device } = site.open;
      return { ...device, why: `${news}${device.why}` };
    },
    /** The state after the last pass that came out whole. */
    state: () => state,
  };
}

// Trains a task report by report.

/** A report at least this often, in milliseconds, unless one call takes longer. */
const reportEvery = 50;

function diverged({ plan }: Task, number: number): Error {
  const error = new Error(
    `The run diverged in pass ${number}: its numbers grew beyond all bounds. ` +
      `Try a learning rate below ${plan.rate}, or another loss.`,
  );
  error.name = divergence;
  return error;
}

/** A report, and the state after it: weights and slots. */
type TaskProgress = Progress & { state: Float32Array };

/**
 * Trains a task on `site`, whose device it replaces where that breaks, from pass `done` + 1
 * on, with `task.state` the one after pass `done`. Before each report it asks how many
 * passes that may hold at most; leave and errors are as in `Engine.train`.
 */
export async function* trainTask(
  task: Task,
  site: DeviceSlot,
  signal: AbortSignal,
  mostNow: () => number = () => Number.POSITIVE_INFINITY,
  from = 0,
): AsyncGenerator<TaskProgress> {
  const trainer = createTrainer(task, site, signal);
  const pacing = createPacing();
  let done = from;
  let broken = false;
  /** Milliseconds of the last call. */
  let took = 0;
  try {
    while (done < task.passes && !broken) {
      const most = mostNow();
      // The first pass is shown as soon as it is there.
      const until = done === 0 ? 0 : performance.now() + reportEvery;
      const passes: Pass[] = [];
      /** How many passes a call may train after so many more. */
      const countAfter = (more: number) =>
        Math.min(pacing.next(), task.passes - done - more, most - passes.length - more);
      for (let count = countAfter(0); count > 0; ) {
        const begun = performance.now();
        const next = begun + took < until ? countAfter(count) : 0;
        const trained = await trainer.train(done + 1, count, next);
        if (signal.aborted) return;
        took = performance.now() - begun;
        pacing.took(took, count);
        passes.push(...trained);
        done += trained.length;
        broken = trained.length < count;
        count = broken ? 0 : next;
      }
      if (passes.length > 0) {
        const state = trainer.state();
        const weights = state.slice(0, task.plan.network.size);
        yield { passes, weights, device: trainer.device(), state };
      }
    }
    if (broken) throw diverged(task, done + 1);
  } finally {
    trainer.leave();
  }
}

/**
 * How long a call should take, in milliseconds: far from any driver's watchdog. A call
 * trains at least one pass, however long that is.
 */
const callFor = 8;

/** Finds how many passes one call may train; the first call trains one. */
export function createPacing() {
  let passes = 1;
  return {
    next: () => passes,
    /** Tells that `count` passes took `time` milliseconds. */
    took(time: number, count: number) {
      const fitting = Math.floor((count * callFor) / Math.max(time, 0.1));
      passes = Math.min(Math.max(fitting, 1), 2 * count, mostPasses);
    },
  };
}

// Whole passes in one dispatch use one workgroup, a small part of a large GPU; one operation
// at a time uses all of it, and pays for each dispatch. Which is quicker for a network is
// tried on the reader's own GPU.

/**
 * Weights × rows of a step up to which one dispatch is not doubted. A software GPU took 6
 * times as long one operation at a time at 4 million, twice as long at 19 million and 0.7
 * times as long at 67 million (SwiftShader, 2026-11-23; see `npm run bench`). A real one has
 * more to gain from all of its parts.
 */
const undoubted = { software: 20_000_000, hardware: 500_000 } as const;

type Start = () => Session;

/** The way whose second pass is over first: the first pass compiles. Leaves none behind. */
export async function quickest(ways: readonly Start[]): Promise<Start> {
  const times: number[] = [];
  for (const start of ways) {
    const session = start();
    try {
      await session.train(1, 1);
      const begun = performance.now();
      await session.train(2, 1);
      times.push(performance.now() - begun);
    } finally {
      session.dispose();
    }
  }
  return ways[times.indexOf(Math.min(...times))]!;
}

/** Starts a training in the quickest way that `gpu`, or the CPU where it is null, has. */
export async function startQuickest(
  plan: Plan,
  examples: Examples,
  state: Float32Array,
  gpu: OpenDevice["gpu"],
): Promise<Session> {
  const inOne = () => startSession(plan, examples, state, gpu?.software ?? false);
  const limit = undoubted[gpu?.software ? "software" : "hardware"];
  if (!gpu?.opByOp || workOf(plan.network) * plan.batch <= limit) return inOne();
  // Where it cannot be loaded, as offline, there is still the other way.
  const loaded = await import("./op-by-op").catch(() => null);
  if (!loaded) return inOne();
  const opByOp = () => loaded.startReference(plan, examples, state);
  const start = await quickest([inOne, opByOp]);
  return start();
}
