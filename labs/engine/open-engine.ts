// The page's side of the workers: an engine whose training happens off the main thread.

import { planOf, type Task } from "../run/plan";
import { type Device, fullSpeed, type OpenEngine, type Pace } from "./engine";
import { leadAt } from "./lead";
import { startWorker, type TrainingWorker } from "./training-worker";

/** The most workers of one engine, however many cores there are. */
const mostWorkers = 8;

/** How long a worker beside the first is kept while it trains nothing, in milliseconds. */
const patience = 10_000;

/** Takes a training to another worker, where it trains at full speed; tells whether it did. */
type Move = (to: Member) => boolean;

/** A worker and its trainings. */
type Member = {
  worker: TrainingWorker;
  opened: Promise<Device>;
  trainings: Set<Move>;
  resting?: ReturnType<typeof setTimeout>;
};

/**
 * Starts a worker and opens a device in it; see `OpenEngine`. On the CPU it starts others
 * for trainings side by side, as many as there are cores, which end when they rest.
 */
export const openEngine: OpenEngine = async (wish, signal) => {
  const worker = startWorker();
  const leader: Member = { worker, opened: worker.open(wish), trainings: new Set() };
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
    // On its own it knows nothing of the wish.
    const worker = startWorker(device);
    const member = { worker, opened: worker.open("cpu"), trainings: new Set<Move>() };
    members.push(member);
    return member;
  }
  function leastBusy(): Member {
    // A GPU is one device: there trainings take turns.
    if (device.kind !== "cpu" || signal.aborted) return leader;
    members = members.filter(({ worker }) => !worker.hasEnded());
    const [next] = members.toSorted(
      (one, other) => one.trainings.size - other.trainings.size,
    );
    const isFree = next && (next.trainings.size === 0 || members.length >= most);
    return isFree ? next : recruit();
  }
  function enter(member: Member, training: Move) {
    clearTimeout(member.resting);
    member.trainings.add(training);
  }
  /** Who has nothing left to train takes a training from another who has several. */
  function leave(member: Member, training: Move) {
    member.trainings.delete(training);
    if (member.trainings.size > 0 || member.worker.hasEnded()) return;
    const several = members.filter(({ trainings }) => trainings.size > 1);
    if (several.some(({ trainings }) => [...trainings].some((move) => move(member))))
      return;
    if (member !== leader) member.resting = setTimeout(member.worker.close, patience);
  }
  async function* train(task: Task, signal: AbortSignal, pace: Pace) {
    const lead = leadAt(pace);
    let member = leastBusy();
    const move: Move = (to) => {
      if (!lead.give()) return false;
      member.trainings.delete(move);
      member = to;
      enter(member, move);
      return true;
    };
    enter(member, move);
    let { state } = task;
    let done = 0;
    try {
      for (;;) {
        // Where another cannot be had, the first does all.
        const isThere = await member.opened.then(
          () => true,
          () => false,
        );
        const { worker } = isThere ? member : leader;
        const given = yield* worker.train({ ...task, state }, done, signal, lead);
        if (!given) return;
        ({ state, done } = given);
      }
    } finally {
      lead.leave();
      leave(member, move);
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
