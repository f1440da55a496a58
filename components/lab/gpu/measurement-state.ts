// What the reader has measured in a lab, and what is being measured. Pure.
import {
  type Measured,
  measuredAfter,
  nothingMeasured,
  type Report,
  type Subject,
} from "@/labs/measure/measurement";
import type { Run } from "@/labs/run";

/** How far a measurement has come. */
export type Measuring = "measuring" | "done" | "stopped" | "failed";

/** One measurement, under way or ended. */
export type Measurement = {
  measured: Measured;
  /** The run of the lab when it began. */
  run: Run;
  status: Measuring;
  /** Why it failed, for the reader. */
  fault: string | null;
};

/** The latest measurement of each subject. */
export type Measurements = Readonly<Partial<Record<Subject, Measurement>>>;

export type MeasurementEvent = { what: Subject } & (
  | { kind: "begun"; run: Run }
  | { kind: "report"; report: Report }
  | { kind: "ended"; how: "done" | "stopped" }
  | { kind: "failed"; why: string }
);

export function measurementsAfter(
  measurements: Measurements,
  event: MeasurementEvent,
): Measurements {
  const { what } = event;
  const set = (next: Measurement) => ({ ...measurements, [what]: next });
  if (event.kind === "begun") {
    const { run } = event;
    return set({ measured: nothingMeasured, run, status: "measuring", fault: null });
  }
  const now = measurements[what];
  if (!now) return measurements;
  switch (event.kind) {
    case "report":
      return set({ ...now, measured: measuredAfter(now.measured, event.report) });
    case "ended":
      return set({ ...now, status: event.how });
    case "failed":
      return set({ ...now, status: "failed", fault: event.why });
  }
}
