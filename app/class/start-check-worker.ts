import { Worker } from "node:worker_threads";

/** Starts a thread of check-worker.ts: Next bundles what is named in this way. */
export const startCheckWorker = () =>
  new Worker(new URL("./check-worker.ts", import.meta.url), {
    name: "receipt check",
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
