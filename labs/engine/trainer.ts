// A run's training on whatever device there is: it goes on where a device breaks.
import type { Pass } from "../pass";
import { planOf } from "../plan";
import type { Run } from "../run";
import { noLoss } from "../training";
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

/** A run's training, which outlives its device: `site` holds the one it is on. */
export function createTrainer(run: Run, site: Site, signal: AbortSignal) {
  const { plan, examples, state: start } = planOf(run);
  let state = start;
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
        : await openDevice(run.device, patience);
    news = `In pass ${number} the device failed: ${why} The run went on from there. `;
  }

  async function trainOnce(first: number, passes: number): Promise<Trained> {
    const { gpu } = site.open;
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
