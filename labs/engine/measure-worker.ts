// The worker's side of a measurement: it makes one, and its page ends it.
import type { Ask, Report } from "../measure/measurement";
import { measure } from "./measure";

/** Reports, and that there are no more. */
export type FromMeasurement = Report | { kind: "end" } | { kind: "failed"; why: string };

const post = (message: FromMeasurement) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<Ask>) => {
  try {
    for await (const report of measure(data)) post(report);
    post({ kind: "end" });
  } catch (error) {
    post({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
  }
});
