// The worker's side: opens one device, and trains one run at a time on it.
import type { DeviceWish, Run } from "../run";
import { openDevice } from "./device";
import type { Progress } from "./engine";
import type { FromWorker, ToWorker } from "./message";
import { trainRun } from "./train-run";
import type { Site } from "./trainer";

type Training = {
  call: number;
  reports: AsyncGenerator<Progress>;
  stop: AbortController;
  /** Lets the next report hold so many passes. */
  allow(most: number): void;
};

const post = (message: FromWorker) => self.postMessage(message);

let site: Site | null = null;
let current: Training | null = null;
/** Resolves once the trainings before the current one hold no device any more. */
let before: Promise<void> = Promise.resolve();

function start(call: number, run: Run, on: Site) {
  const stop = new AbortController();
  let most = 0;
  const reports = trainRun(run, on, stop.signal, () => most);
  const allow = (passes: number) => {
    most = passes;
  };
  current = { call, reports, stop, allow };
}

/** Ends a training; the next one waits until its memory is free. */
function end(training: Training) {
  training.stop.abort();
  if (current === training) current = null;
  const ended = training.reports.return(undefined).then(
    () => {},
    () => {},
  );
  before = before.then(() => ended);
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
  await before;
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
  site = { open: await openDevice(wish) };
  post({ kind: "opened", device: site.open.device });
}

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") await open(data.wish);
  else if (data.kind === "ping") post({ kind: "alive" });
  else if (data.kind === "train") {
    if (!site) throw new Error("A run came before the device was open.");
    if (current) end(current);
    start(data.call, data.run, site);
  } else if (current?.call !== data.call) return;
  else if (data.kind === "more") await advance(current, data.most);
  else end(current);
});
