// The worker's side: opens one device, and trains one run at a time on it.
import type { DeviceWish, Run } from "../run";
import { openDevice } from "./device";
import type { Progress } from "./engine";
import type { FromWorker, ToWorker } from "./message";
import { trainRun } from "./train-run";
import type { Place } from "./trainer";

type Training = {
  call: number;
  reports: AsyncGenerator<Progress>;
  stop: AbortController;
  /** Lets the next report hold so many passes. */
  allow(most: number): void;
};

const post = (message: FromWorker) => self.postMessage(message);

let place: Place | null = null;
let current: Training | null = null;

function start(call: number, run: Run, on: Place) {
  const stop = new AbortController();
  let most = 0;
  const reports = trainRun(run, on, stop.signal, () => most);
  const allow = (passes: number) => {
    most = passes;
  };
  current = { call, reports, stop, allow };
}

/** Ends a training and waits until its memory is free. */
async function end(training: Training) {
  training.stop.abort();
  if (current === training) current = null;
  await training.reports.return(undefined).catch(() => {});
}

function fail(training: Training, error: unknown) {
  if (current !== training) return;
  current = null;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  post({ kind: "failed", call: training.call, name, why: message });
}

async function advance(training: Training, most: number) {
  const { call } = training;
  training.allow(most);
  try {
    const { done, value } = await training.reports.next();
    if (current !== training) return;
    if (done) post({ kind: "done", call });
    else post({ kind: "progress", call, progress: value });
  } catch (error) {
    fail(training, error);
  }
}

async function open(wish: DeviceWish) {
  place = { open: await openDevice(wish) };
  post({ kind: "opened", device: place.open.device });
}

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") await open(data.wish);
  else if (data.kind === "ping") post({ kind: "alive" });
  else if (data.kind === "train") {
    if (!place) throw new Error("A run came before the device was open.");
    const before = current;
    start(data.call, data.run, place);
    if (before) await end(before);
  } else if (current?.call !== data.call) return;
  else if (data.kind === "more") await advance(current, data.most);
  else await end(current);
});
