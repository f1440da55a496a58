// A task's training on whatever device there is: it goes on where a device breaks.

import type { Task } from "../run/plan";
import { noLoss, type Pass } from "../training/training";
import { type OpenDevice, openCpu, openDevice } from "./device";
import type { Device } from "./engine";
import { startQuickest } from "./quickest";
import type { Session, Trained } from "./session";

/** How often a run that loses its GPU tries another before the CPU goes on with it. */
const mostTries = 2;

/** How long another GPU may take to open, in milliseconds. */
const patience = 3000;

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
export type Site = { open: OpenDevice };

/**
 * A training that outlives its device: `site` holds the one it is on, which trainings
 * under way side by side share.
 */
export function createTrainer(task: Task, site: Site, signal: AbortSignal) {
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
      // What is left of a lost device cannot be freed one by one; closing it frees all.
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
        : await openDevice(wish, patience);
    on = site.open;
    news = `In pass ${number} the device failed: ${why} The run went on from there. `;
  }

  async function trainOnce(first: number, passes: number): Promise<Trained> {
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
    return (isNew ? gpu.check : gpu.guard)(() => train(first, passes));
  }

  return {
    leave,
    /** Trains the next passes, and gives those that came out whole. */
    async train(first: number, count: number): Promise<Pass[]> {
      for (;;) {
        try {
          let asked = count;
          for (;;) {
            const trained = await trainOnce(first, asked);
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
    /** What trains now, with news of what failed before. */
    device(): Device {
      const { device } = site.open;
      return { ...device, why: `${news}${device.why}` };
    },
    /** The weights after the last pass that came out whole. */
    weights: () => state.slice(0, plan.network.size),
  };
}
