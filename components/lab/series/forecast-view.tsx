"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { PlainTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { capital } from "@/components/kit/wording";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { numberText } from "@/labs/arithmetic/number-text";
import { datasets } from "@/labs/data/datasets";
import { timeSeriesOf } from "@/labs/data/series";
import {
  bestBaseline,
  compared,
  type Forecast,
  forecastOf,
} from "@/labs/forecast/forecast";
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

const undatedNote =
  "Your series has no dates, so the network is compared with “same as last time” alone. If it has one value a month, tick this to compare it with the seasons, too.";

/** The network's forecasts in the series' own units, judged beside baselines. */
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
  const [monthly, setMonthly] = useState(false);
  const forecast = useMemo(() => forecastOf(trained, monthly), [trained, monthly]);
  const series = useMemo(() => timeSeriesOf(run), [run]);
  const wording = useMemo(() => wordingOf(series), [series]);
  const { levels, first, network } = forecast;
  const { verdict } = compared(network, bestBaseline(forecast), levels.slice(first));
  const says = verdictText(forecast, wording);
  const pass = side.passes.at(-1)?.pass ?? 0;
  return (
    <Stack role="group" aria-label="Forecasts">
      <ForecastChart {...{ trained, forecast, wording }} />
      <p className={styles.verdict} data-verdict={verdict}>
        <b>{pass === 0 ? "Before training" : `After pass ${pass}`}:</b> {says}
      </p>
      <Status unseen>{side.ended === "done" && says}</Status>
      {series.from === null && (
        <>
          <Small>{undatedNote}</Small>
          <Tick checked={monthly} onChange={({ target }) => setMonthly(target.checked)}>
            One value a month
          </Tick>
        </>
      )}
      <ErrorTable {...{ forecast, wording }} />
      {run.data === "co2" && <Small>{gapNote}</Small>}
    </Stack>
  );
}

type ErrorTableProps = { forecast: Forecast; wording: Wording };

/** Both errors of each rule over the part held out. */
function ErrorTable({ forecast, wording }: ErrorTableProps) {
  const { levels, set, first, network, baselines } = forecast;
  const { unit, place, step } = wording;
  const names = ruleNames(step);
  return (
    <PlainTable>
      <caption>
        How far off over the {set} part, {place(first)} to {place(levels.length - 1)}, one
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
        {[network, ...baselines].map(({ id, errors }) => (
          <tr key={id}>
            <th scope="row">{capital(names[id])}</th>
            <td>{numberText(errors.mean)}</td>
            <td>{numberText(errors.root)}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
