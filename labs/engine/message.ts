// What the page and its worker say to each other. `call` numbers the trainings, so that
// an answer to one that was left is recognised and dropped.
import type { Task } from "../run/plan";
import type { DeviceWish } from "../run/run";
import type { Device, Progress } from "./engine";

export type ToWorker =
  | { kind: "open"; wish: DeviceWish }
  /** To be answered at once with "alive". */
  | { kind: "ping" }
  | { kind: "train"; call: number; task: Task }
  /** Train on, and report after at most `most` passes. */
  | { kind: "more"; call: number; most: number }
  | { kind: "stop"; call: number };

export type FromWorker =
  | { kind: "opened"; device: Device }
  | { kind: "alive" }
  | { kind: "progress"; call: number; progress: Progress }
  | { kind: "done"; call: number }
  | { kind: "failed"; call: number; name: string; why: string };
