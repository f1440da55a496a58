"use client";
// Measurements tied to their worker: one at a time, ended when the lab is left.
import { useEffect, useReducer, useRef } from "react";
import { openMeasurement } from "@/labs/engine/open-measurement";
import type { Ask, Subject } from "@/labs/measure/measurement";
import type { Run } from "@/labs/run";
import { planOf } from "@/labs/task";
import { type MeasurementEvent, measurementsAfter } from "./measurement-state";

function askFor(what: Subject, run: Run): Ask {
  if (what === "products") return { what };
  const { plan, examples } = planOf(run);
  return { what, plan, examples };
}

/** Measures until the end or until `stop` aborts, and tells each event. Never throws. */
async function follow(
  what: Subject,
  run: Run,
  stop: AbortSignal,
  tell: (event: MeasurementEvent) => void,
) {
  tell({ what, kind: "begun", run });
  try {
    for await (const report of openMeasurement(askFor(what, run), stop)) {
      tell({ what, kind: "report", report });
    }
    tell({ what, kind: "ended", how: stop.aborted ? "stopped" : "done" });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ what, kind: "failed", why });
  }
}

export function useMeasurement() {
  const [measurements, tell] = useReducer(measurementsAfter, {});
  const current = useRef<AbortController | null>(null);
  const stop = () => current.current?.abort();
  useEffect(() => stop, []);
  return {
    measurements,
    stop,
    /** Measures anew; what was under way ends as it is. */
    measure(what: Subject, run: Run) {
      stop();
      current.current = new AbortController();
      void follow(what, run, current.current.signal, tell);
    },
  };
}
