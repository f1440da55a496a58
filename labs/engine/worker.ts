// The worker's side: opens one device, and trains on it whatever the page asks for.
import type { DeviceWish } from "../run/run";
import type { FromWorker, ToWorker } from "./connection";
import { openDevice } from "./device";
import type { Progress } from "./engine";
import { type DeviceSlot, trainTask } from "./trainer";

type Call = {
  call: number;
  reports: AsyncGenerator<Progress>;
  stop: AbortController;
  /** Lets the next report hold so many passes. */
  allow(most: number): void;
};

const post = (message: FromWorker) => self.postMessage(message);

let site: DeviceSlot | null = null;
const trainings = new Map<number, Call>();
/** Resolves when the device is free: trainings under way side by side take turns. */
let free: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>) {
  free = free.then(work).catch(() => {});
}

function start({ call, task }: Extract<ToWorker, { kind: "train" }>, on: DeviceSlot) {
  const stop = new AbortController();
  let most = 0;
  const reports = trainTask(task, on, stop.signal, () => most);
  const allow = (passes: number) => {
    most = passes;
  };
  trainings.set(call, { call, reports, stop, allow });
}

/** Ends a training and frees its memory before another has its turn. */
function end(training: Call) {
  trainings.delete(training.call);
  training.stop.abort();
  inTurn(async () => {
    await training.reports.return(undefined);
  });
}

async function advance(training: Call, most: number) {
  const { call, reports } = training;
  if (!trainings.has(call)) return;
  training.allow(most);
  try {
    const { done, value } = await reports.next();
    if (!trainings.has(call)) return;
    if (done) post({ kind: "done", call });
    else post({ kind: "progress", call, progress: value });
  } catch (error) {
    if (!trainings.delete(call)) return;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ kind: "failed", call, name, why: message });
  }
}

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
  if (data.kind === "more") inTurn(() => advance(training, data.most));
  else end(training);
});
