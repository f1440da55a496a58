// The worker's side: opens one device, and trains on it whatever the page asks for. It does
// not wait for the page: passes pile up in the next report while the page has the last.
import type { DeviceWish } from "../run/run";
import type { FromWorker, ToWorker } from "./connection";
import { openDevice } from "./device";
import type { Progress } from "./engine";
import { type DeviceSlot, trainTask } from "./trainer";

type Training = {
  call: number;
  reports: ReturnType<typeof trainTask>;
  stop: AbortController;
  /** How many passes it may still train; another object once they were withdrawn. */
  leave: { passes: number };
  /** Whether it trains right now. */
  busy: boolean;
  /** The passes trained and not yet sent. */
  unsent: Progress | null;
  /** After the last pass. */
  state: Float32Array;
  /** Whether another worker is to go on with it. */
  given: boolean;
  fault: Error | null;
  /** Whether the page has dealt with the last report. */
  taken: boolean;
  /** Whether the page knows that it stands still. */
  rests: boolean;
};

const post = (message: FromWorker, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

let site: DeviceSlot | null = null;
/** By call: whose turn it is comes first. */
const trainings = new Map<number, Training>();
let taking = false;

function start(asked: Extract<ToWorker, { kind: "train" }>, on: DeviceSlot) {
  const { call, task, done } = asked;
  const stop = new AbortController();
  const most = () => training.leave.passes;
  const training: Training = {
    call,
    reports: trainTask(task, on, stop.signal, most, done),
    stop,
    leave: { passes: 0 },
    busy: false,
    unsent: null,
    state: task.state,
    given: false,
    fault: null,
    taken: true,
    rests: true,
  };
  trainings.set(call, training);
}

/** Trainings under way side by side take turns, report by report. */
async function takeTurns() {
  if (taking) return;
  taking = true;
  for (;;) {
    const next = [...trainings.values()].find(({ leave }) => leave.passes > 0);
    if (!next) break;
    trainings.delete(next.call);
    trainings.set(next.call, next);
    await advance(next);
    await hearPage();
  }
  taking = false;
}

async function advance(training: Training) {
  const { reports, leave } = training;
  training.busy = true;
  try {
    const { done, value } = await reports.next();
    if (done) leave.passes = 0;
    else {
      leave.passes -= value.passes.length;
      training.state = value.state;
      training.unsent = joined(training.unsent, value);
    }
  } catch (error) {
    training.leave = { passes: 0 };
    training.fault = error instanceof Error ? error : new Error(String(error));
  }
  training.busy = false;
  tell(training);
}

const joined = (before: Progress | null, next: Progress): Progress =>
  before ? { ...next, passes: before.passes.concat(next.passes) } : next;

/** Tells the page what it may hear now. */
function tell(training: Training) {
  const { call, unsent, fault, busy, leave, given, state } = training;
  if (!trainings.has(call)) return;
  if (unsent && !training.taken) return;
  if (unsent) {
    training.unsent = null;
    training.taken = false;
    postReport(call, unsent);
  }
  if (fault) {
    trainings.delete(call);
    post({ kind: "failed", call, name: fault.name, why: fault.message });
  } else if (given && !busy) {
    end(training);
    post({ kind: "given", call, state });
  } else if (!busy && !training.rests && leave.passes === 0) {
    training.rests = true;
    post({ kind: "rests", call });
  }
}

/** Frees its memory, after the report that it may be in the midst of. */
function end({ call, stop, reports }: Training) {
  trainings.delete(call);
  stop.abort();
  void reports.return(undefined).catch(() => {});
}

function postReport(call: number, { passes, weights, device }: Progress) {
  const first = passes[0]?.pass ?? 1;
  const curve = new Float32Array(2 * passes.length);
  for (const [at, { trainLoss, heldLoss }] of passes.entries()) {
    curve[2 * at] = trainLoss;
    curve[2 * at + 1] = heldLoss;
  }
  const report = { first, curve, weights, device };
  post({ kind: "report", call, report }, [curve.buffer, weights.buffer]);
}

const { port1, port2 } = new MessageChannel();

/** Lets the page's messages in: a CPU never waits. A timer would take 4 ms. */
const hearPage = () =>
  new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

async function open(wish: DeviceWish) {
  site = { open: await openDevice(wish) };
  post({ kind: "opened", device: site.open.device });
}

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") return void open(data.wish);
  if (data.kind === "ping") return post({ kind: "alive" });
  if (data.kind === "train") {
    if (!site) throw new Error("A run came before the device was open.");
    return start(data, site);
  }
  const training = trainings.get(data.call);
  if (!training) return;
  switch (data.kind) {
    case "more":
      training.leave.passes += data.passes;
      training.rests = false;
      return void takeTurns();
    case "hold":
      training.leave = { passes: 0 };
      return tell(training);
    case "taken":
      training.taken = true;
      return tell(training);
    case "give":
      training.leave = { passes: 0 };
      training.given = true;
      return tell(training);
    case "stop":
      return end(training);
  }
});
