// The messages between a page and its engine's worker. `call` numbers the trainings, so that
// an answer to one that was left is recognised and dropped.
import type { Task } from "../run/plan";
import type { DeviceWish } from "../run/run";
import type { Alive, Ping } from "./connection";
import type { Device, Progress } from "./engine";

export type ToWorker =
  | { kind: "open"; wish: DeviceWish }
  | Ping
  | { kind: "train"; call: number; task: Task }
  /** Train on, and report after at most `most` passes. */
  | { kind: "more"; call: number; most: number }
  | { kind: "stop"; call: number };

export type FromWorker =
  | { kind: "opened"; device: Device }
  | Alive
  | { kind: "progress"; call: number; progress: Progress }
  | { kind: "done"; call: number }
  | { kind: "failed"; call: number; name: string; why: string };
