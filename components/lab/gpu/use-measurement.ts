"use client";
// Measurements tied to their worker.
import { useEffect, useReducer, useRef } from "react";
import { openMeasurement } from "@/labs/engine/open-measurement";
import {
  type Measured,
  type MeasureRequest,
  measuredAfter,
  nothingMeasured,
  type Report,
  type Subject,
} from "@/labs/measure/measurement";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";

/** One measurement, under way or ended. */
export type Measurement = {
  measured: Measured;
  /** The run of the lab when it began. */
  run: Run;
  status: "measuring" | "done" | "stopped" | "failed";
  /** Why it failed, for the reader. */
  fault: string | null;
};

/** The latest measurement of each subject. */
export type Measurements = Readonly<Partial<Record<Subject, Measurement>>>;

type MeasurementEvent = { what: Subject } & (
  | { kind: "begun"; run: Run }
  | { kind: "report"; report: Report }
  | { kind: "ended"; how: "done" | "stopped" }
  | { kind: "failed"; why: string }
);

/** The measurements of a lab: one at a time, ended when the lab is left. */
export function useMeasurement() {
  const [measurements, dispatch] = useReducer(measurementsReducer, {});
  const current = useRef<AbortController | null>(null);
  const stop = () => current.current?.abort();
  useEffect(() => () => current.current?.abort(), []);
  return {
    measurements,
    stop,
    /** Measures anew; what was under way ends as it is. */
    measure(what: Subject, run: Run) {
      stop();
      current.current = new AbortController();
      void follow(what, run, current.current.signal, dispatch);
    },
  };
}

function requestOf(what: Subject, run: Run): MeasureRequest {
  if (what === "products") return { what };
  const { plan, examples } = planOf(run);
  return { what, plan, examples };
}

/** Measures until the end or until `stop` aborts, and dispatches each event. Never throws. */
async function follow(
  what: Subject,
  run: Run,
  stop: AbortSignal,
  dispatch: (event: MeasurementEvent) => void,
) {
  dispatch({ what, kind: "begun", run });
  try {
    for await (const report of openMeasurement(requestOf(what, run), stop)) {
      dispatch({ what, kind: "report", report });
    }
    dispatch({ what, kind: "ended", how: stop.aborted ? "stopped" : "done" });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    dispatch({ what, kind: "failed", why });
  }
}

function measurementsReducer(
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
