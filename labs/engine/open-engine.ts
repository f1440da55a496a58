// The page's side of the workers: an engine whose training happens off the main thread.

import { planOf, type Task } from "../run/plan";
import { type Device, fullSpeed, type OpenEngine, type Pace } from "./engine";
import { startWorker, type TrainingWorker } from "./training-worker";

/** The most workers of one engine, however many cores there are. */
const mostWorkers = 8;

/** How long a worker beside the first is kept while it trains nothing, in milliseconds. */
const patience = 10_000;

/** A worker, and how many trainings it has. */
type Member = {
  worker: TrainingWorker;
  opened: Promise<Device>;
  trainings: number;
  resting?: ReturnType<typeof setTimeout>;
};

/**
 * Starts a worker and opens a device in it; see `OpenEngine`. On the CPU it starts others
 * for trainings side by side, as many as there are cores, which end when they rest.
 */
export const openEngine: OpenEngine = async (wish, signal) => {
  const worker = startWorker();
  const leader: Member = { worker, opened: worker.open(wish), trainings: 0 };
  let members = [leader];
  const close = () => {
    for (const { worker, resting } of members) {
      clearTimeout(resting);
      worker.close();
    }
  };
  signal.addEventListener("abort", close, { once: true });
  if (signal.aborted) close();
  const device = await leader.opened;
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const most = Math.min(cores, mostWorkers);

  function recruit(): Member {
    const worker = startWorker();
    const member = { worker, opened: worker.open("cpu"), trainings: 0 };
    members.push(member);
    return member;
  }
  function leastBusy(): Member {
    // A GPU is one device: there trainings take turns.
    if (device.kind !== "cpu" || signal.aborted) return leader;
    members = members.filter(({ worker }) => !worker.hasEnded());
    const [next] = members.toSorted((one, other) => one.trainings - other.trainings);
    const isFree = next && (next.trainings === 0 || members.length >= most);
    return isFree ? next : recruit();
  }
  async function* train(task: Task, signal: AbortSignal, pace: Pace) {
    const member = leastBusy();
    clearTimeout(member.resting);
    member.trainings += 1;
    try {
      // Where another cannot be had, the first does all.
      const isThere = await member.opened.then(
        () => true,
        () => false,
      );
      const { worker } = isThere ? member : leader;
      for await (const progress of worker.train(task, signal, pace)) {
        // A worker beside the first knows nothing of the wish.
        yield member === leader ? progress : { ...progress, device };
      }
    } finally {
      member.trainings -= 1;
      if (member !== leader && member.trainings === 0) {
        member.resting = setTimeout(member.worker.close, patience);
      }
    }
  }

  return {
    device,
    train(run, signal, pace = fullSpeed) {
      const { plan, examples, state, passes, device } = planOf(run);
      return train({ plan, examples, state, passes, device }, signal, pace);
    },
  };
};
