// The worker's side: opens one device, and trains one run at a time on it.
import { openDevice } from "./device";
import type { Progress } from "./engine";
import type { FromWorker, ToWorker } from "./message";
import { trainRun } from "./training";

type Training = {
  call: number;
  reports: AsyncGenerator<Progress>;
  stop: AbortController;
  /** Lets the next report hold so many passes. */
  allow(most: number): void;
};

const post = (message: FromWorker) => self.postMessage(message);

/** Rejects, once, when the device breaks. */
let broken: Promise<never> | null = null;
let current: Training | null = null;

function start(call: number, run: Parameters<typeof trainRun>[0]) {
  const stop = new AbortController();
  let most = 0;
  const reports = trainRun(run, stop.signal, () => most);
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

async function advance(training: Training, most: number) {
  const { call } = training;
  training.allow(most);
  try {
    const next = training.reports.next();
    const { done, value } = await (broken ? Promise.race([next, broken]) : next);
    if (done) post({ kind: "done", call });
    else post({ kind: "progress", call, progress: value });
  } catch (error) {
    if (current === training) current = null;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ kind: "failed", call, name, why: message });
  }
}

async function open(wish: Parameters<typeof openDevice>[0]) {
  try {
    const { device, fault } = await openDevice(wish);
    broken = fault.then((why) => Promise.reject(new Error(why)));
    broken.catch(() => {});
    post({ kind: "opened", device });
  } catch (error) {
    post({ kind: "unopened", why: error instanceof Error ? error.message : "" });
  }
}

self.addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") await open(data.wish);
  else if (data.kind === "train") {
    const before = current;
    start(data.call, data.run);
    if (before) await end(before);
  } else if (current?.call !== data.call) return;
  else if (data.kind === "more") await advance(current, data.most);
  else await end(current);
});
