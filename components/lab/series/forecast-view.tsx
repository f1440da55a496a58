"use client";
import { useDeferredValue, useMemo } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { PlainTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { numberText } from "@/labs/arithmetic/number-text";
import { datasets } from "@/labs/data/datasets";
import { timeSeriesOf } from "@/labs/data/series";
import { compared, type Forecast, forecastOf } from "@/labs/forecast/forecast";
import {
  ruleNames,
  verdictText,
  type Wording,
  wordingOf,
} from "@/labs/forecast/forecast-in-words";
import { ForecastChart } from "./forecast-chart";
import styles from "./series.module.css";

const gapNote =
  "The record began in 1958, with months missing; it is used from May 1964, after the last gap.";

/**
 * The network's forecasts in the series' own units, judged beside rules without training.
 */
export function ForecastView({ side }: ViewProps) {
  if (datasets[side.run.data].on !== "series") {
    return <Small>Choose a time series as the data to see forecasts.</Small>;
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
    <Stack role="group" aria-label="Forecasts">
      <ForecastChart {...{ trained, forecast, wording }} />
      <p className={styles.verdict} data-verdict={verdict}>
        <b>{pass === 0 ? "Before training" : `After pass ${pass}`}:</b> {says}
      </p>
      <Status unseen>{side.ended === "done" && says}</Status>
      <ErrorTable {...{ forecast, wording }} />
      {run.data === "co2" && <Small>{gapNote}</Small>}
    </Stack>
  );
}

const capital = (text: string) =>
  text.replace(/^(“?)(.)/, (_, quote, letter) => quote + letter.toUpperCase());

type ErrorTableProps = { forecast: Forecast; wording: Wording };

/** Both errors of each rule over the test part. */
function ErrorTable({ forecast, wording }: ErrorTableProps) {
  const { levels, first, network, naive, seasonal } = forecast;
  const { unit, place, step } = wording;
  const names = ruleNames(step);
  return (
    <PlainTable className={styles.errors}>
      <caption>
        How far off over the test part, {place(first)} to {place(levels.length - 1)}, one
        step ahead{unit && `, in ${unit}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Forecast</th>
          <th scope="col">
            <abbr title="mean absolute error">Mean</abbr>
          </th>
          <th scope="col">
            <abbr title="root of the mean square error">Root mean square</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {[network, naive, seasonal].map(
          (rule) =>
            rule && (
              <tr key={rule.id}>
                <th scope="row">{capital(names[rule.id])}</th>
                <td>{numberText(rule.errors.mean)}</td>
                <td>{numberText(rule.errors.root)}</td>
              </tr>
            ),
        )}
      </tbody>
    </PlainTable>
  );
}
