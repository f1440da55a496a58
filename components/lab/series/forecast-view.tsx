"use client";
import { useDeferredValue, useMemo } from "react";
import { datasets } from "@/labs/dataset";
import { timeSeriesOf } from "@/labs/datasets/series";
import { compared, forecastOf } from "@/labs/forecast/forecast";
import { verdictText, wordingOf } from "@/labs/forecast/forecast-in-words";
import type { ViewProps } from "../training/use-lab";
import { ErrorTable } from "./error-table";
import { ForecastChart } from "./forecast-chart";
import styles from "./series.module.css";

const gapNote =
  "The record began in 1958, with months missing; it is used from May 1964, after the last gap.";

/**
 * The network's forecasts in the series' own units, judged beside rules without training.
 */
export function ForecastView({ side }: ViewProps) {
  if (datasets[side.run.data].on !== "series") {
    return (
      <p className={styles.note}>Choose a time series as the data to see forecasts.</p>
    );
  }
  return <Forecasts side={side} />;
}

function Forecasts({ side }: Pick<ViewProps, "side">) {
  // The forecasts may lag behind the weights: training never waits for them.
  const { run, sample, weights } = useDeferredValue(side);
  const trained = useMemo(() => ({ run, sample, weights }), [run, sample, weights]);
  const forecast = useMemo(() => forecastOf(trained), [trained]);
  const wording = useMemo(() => wordingOf(timeSeriesOf(run)), [run]);
  const { levels, first, network, naive } = forecast;
  const { verdict } = compared(network, naive, levels.slice(first));
  const says = verdictText(forecast, wording);
  const pass = side.passes.at(-1)?.pass ?? 0;
  return (
    <div className={styles.forecast} role="group" aria-label="Forecasts">
      <ForecastChart {...{ trained, forecast, wording }} />
      <p className={styles.verdict} data-verdict={verdict}>
        <b>{pass === 0 ? "Before training" : `After pass ${pass}`}:</b> {says}
      </p>
      <p role="status" className="visually-hidden">
        {side.ended === "done" && says}
      </p>
      <ErrorTable {...{ forecast, wording }} />
      {run.data === "co2" && <p className={styles.note}>{gapNote}</p>}
    </div>
  );
}
