// The worker's side of a measurement: it makes one, and its page ends it.
import type { MeasureRequest, Report } from "../measure/measurement";
import type { Alive, Ping } from "./connection";
import { measure } from "./measure";

/** Reports, and that there are no more. */
export type FromMeasurement = Report | { kind: "end" } | { kind: "failed"; why: string };

const post = (message: FromMeasurement | Alive) => self.postMessage(message);

/** Lets a ping in: products on the CPU never wait for anything. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

self.addEventListener(
  "message",
  async ({ data }: MessageEvent<MeasureRequest | Ping>) => {
    if ("kind" in data) return post({ kind: "alive" });
    try {
      for await (const report of measure(data)) {
        post(report);
        await pause();
      }
      post({ kind: "end" });
    } catch (error) {
      post({
        kind: "failed",
        why: error instanceof Error ? error.message : String(error),
      });
    }
  },
);
