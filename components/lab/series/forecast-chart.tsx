"use client";
import { useMemo, useState } from "react";
import { Chart } from "@/components/chart/chart";
import { Button } from "@/components/kit/button";
import { IndexChoice } from "@/components/kit/choice";
import { Row, Small } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Tick } from "@/components/kit/tick";
import { type Forecast, fedBack, season } from "@/labs/forecast/forecast";
import { aheadText, levelText, type Wording } from "@/labs/forecast/forecast-in-words";
import type { TrainedRun } from "@/labs/training/score";
import {
  type ForecastLine,
  forecastLines,
  lineLabel,
  shownFrom,
  type Zoom,
  zoomsOf,
} from "./forecast-lines";
import styles from "./series.module.css";

type Props = { trained: TrainedRun; forecast: Forecast; wording: Wording };

/** The end of a series with forecasts of it, as a chart and, on demand, as a table. */
export function ForecastChart({ trained, forecast, wording }: Props) {
  const [wish, setWish] = useState<ChartWish>({
    zoom: 24,
    drawn: new Set(["network", "naive"]),
    asTable: false,
  });
  // A short series has no last 60 values apart from its held part.
  const zoom = zoomsOf(forecast).includes(wish.zoom) ? wish.zoom : "held";
  const shown = { ...wish, zoom };
  const { levels, first } = forecast;
  const { place, step } = wording;
  const from = shownFrom(forecast, zoom);
  const start = Math.max(from, first);
  const asked = levels.length - start + season;
  const wanted = wish.drawn.has("ahead");
  const ahead = useMemo(
    () => (wanted ? { start, values: fedBack(trained, start, asked) } : null),
    [wanted, trained, start, asked],
  );
  const lines = useMemo(
    () => forecastLines(forecast, from, wish.drawn, ahead, step),
    [forecast, from, wish.drawn, ahead, step],
  );
  return (
    <>
      <Chart
        label={`The series and its forecasts, from ${place(from)}`}
        lines={lines}
        xLabel={step}
        yLabel={wording.unit || "value"}
        height={300}
        formatX={(x) => place(Math.round(x))}
        formatY={levelText}
        marks={zoom === "all" ? [{ x: first, label: `${forecast.set} part` }] : []}
      />
      {ahead && <Small>{aheadText(forecast, ahead.values, start, asked, wording)}</Small>}
      <ForecastChoices {...{ forecast, wording, shown }} onChange={setWish} />
      {wish.asTable && <ForecastTable {...{ forecast, from, wording }} />}
    </>
  );
}

/** The reader's choice of what is drawn. */
type ChartWish = { zoom: Zoom; drawn: ReadonlySet<ForecastLine>; asTable: boolean };

type ForecastChoicesProps = {
  forecast: Forecast;
  wording: Wording;
  shown: ChartWish;
  onChange(shown: ChartWish): void;
};

function zoomText(
  { levels, first, set }: Forecast,
  { step }: Wording,
  zoom: Zoom,
): string {
  if (zoom === "all") return `All ${levels.length} ${step}s`;
  if (zoom === "held") return `The ${levels.length - first} ${set} ${step}s`;
  return `The last ${zoom} ${step}s`;
}

/** The choice of lines, of a part of the series, and of a table beside the chart. */
function ForecastChoices({ forecast, wording, shown, onChange }: ForecastChoicesProps) {
  const { zoom, drawn, asTable } = shown;
  const zooms = zoomsOf(forecast);
  const offered: readonly ForecastLine[] = [
    "network",
    ...forecast.baselines.map(({ id }) => id),
    "ahead",
  ];
  function toggle(line: ForecastLine) {
    const next = new Set(drawn);
    if (!next.delete(line)) next.add(line);
    onChange({ ...shown, drawn: next });
  }
  return (
    <>
      <Row as="fieldset">
        <legend className="visually-hidden">Lines of the chart</legend>
        {offered.map((line) => (
          <Tick key={line} checked={drawn.has(line)} onChange={() => toggle(line)}>
            {lineLabel(line, wording.step)}
          </Tick>
        ))}
      </Row>
      <Row>
        <IndexChoice
          label={<span className="visually-hidden">Part of the series</span>}
          inline
          options={zooms.map((one) => zoomText(forecast, wording, one))}
          value={zooms.indexOf(zoom)}
          onChoose={(at) => onChange({ ...shown, zoom: zooms[at] ?? "held" })}
        />
        <Button
          aria-expanded={asTable}
          onClick={() => onChange({ ...shown, asTable: !asTable })}
        >
          Table of forecasts
        </Button>
      </Row>
    </>
  );
}

type ForecastTableProps = { forecast: Forecast; from: number; wording: Wording };

/** The forecasts of the chart as numbers, newest last. */
function ForecastTable({ forecast, from, wording }: ForecastTableProps) {
  const { levels, first, network, baselines } = forecast;
  const start = Math.max(from, first);
  const rules = [network, ...baselines];
  const heads = {
    network: "Network",
    naive: "Same as last",
    seasonal: "Same change",
    calendar: "Mean change",
  };
  return (
    <ScrollTable label="Forecasts" className={styles.table}>
      <ColumnHeads names={[wording.step, "True", ...rules.map(({ id }) => heads[id])]} />
      <tbody>
        {levels.slice(start).map((level, at) => (
          <tr key={wording.place(start + at)}>
            <th scope="row">{wording.place(start + at)}</th>
            <td>{wording.level(level)}</td>
            {rules.map(({ id, levels }) => (
              <td key={id}>
                {wording.predicted(levels[start + at - first] ?? Number.NaN)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
