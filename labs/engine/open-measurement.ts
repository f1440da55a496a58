// The page's side of a measurement, which is made off the main thread.
import type { Ask, Report } from "../measure/measurement";
import type { FromMeasurement } from "./measure-worker";

/**
 * Measures what is asked, in a worker of its own, and tells each thing as soon as it is
 * known. Leaving the loop, or aborting, ends the worker at once, and with it all its
 * memory, the GPU's too. Throws an Error for the reader where the worker cannot go on.
 */
export async function* openMeasurement(
  ask: Ask,
  signal: AbortSignal,
): AsyncGenerator<Report> {
  const worker = new Worker(new URL("./measure-worker.ts", import.meta.url), {
    type: "module",
  });
  const told: FromMeasurement[] = [];
  let wake = () => {};
  const hear = (message: FromMeasurement) => {
    told.push(message);
    wake();
  };
  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", ({ message }) => {
    hear({ kind: "failed", why: message || "its program could not be loaded" });
  });
  const leave = () => wake();
  signal.addEventListener("abort", leave);
  try {
    worker.postMessage(ask);
    while (!signal.aborted) {
      const next = told.shift();
      if (!next) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (next.kind === "failed") {
        throw new Error(`The measurement stopped: ${next.why}`);
      } else if (next.kind === "end") return;
      else yield next;
    }
  } finally {
    signal.removeEventListener("abort", leave);
    worker.terminate();
  }
}
