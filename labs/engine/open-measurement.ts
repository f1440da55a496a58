// The page's side of a measurement, which is made off the main thread.
import type { MeasureRequest, Report } from "../measure/measurement";
import { type Connection, connect, createInbox } from "./connection";
import type { FromMeasurement } from "./measure-worker";

/** Seconds of silence; one report takes a few, most of them on the CPU. */
const patience = 30;

const sentence = (why: string | null) =>
  why === null
    ? "The measurement stopped: it no longer answers. Measure again to start another."
    : `The measurement stopped: ${why || "its program could not be loaded"}`;

/**
 * Measures what is asked, in a worker of its own, and yields each report as soon as it is
 * known. Leaving the loop, or aborting, ends the worker at once, and with it all its
 * memory, the GPU's too. Throws an Error for the reader where the worker cannot go on.
 */
export async function* openMeasurement(
  ask: MeasureRequest,
  signal: AbortSignal,
): AsyncGenerator<Report> {
  const inbox = createInbox<FromMeasurement>();
  const connection: Connection<MeasureRequest> = connect(
    new Worker(new URL("./measure-worker.ts", import.meta.url), { type: "module" }),
    patience,
    sentence,
    inbox,
  );
  signal.addEventListener("abort", inbox.interrupt);
  try {
    connection.post(ask);
    while (!signal.aborted) {
      const answer = await inbox.next();
      if (answer === null || answer.kind === "end") return;
      if (answer.kind === "failed") {
        throw new Error(`The measurement stopped: ${answer.why}`);
      }
      yield answer;
    }
  } finally {
    signal.removeEventListener("abort", inbox.interrupt);
    connection.close();
  }
}
