"use client";
import { useMemo, useState } from "react";
import { Chart } from "@/components/chart/chart";
import { type Forecast, fedBack, season, type Trained } from "@/labs/forecast/forecast";
import { aheadText, levelText, type Wording } from "@/labs/forecast/forecast-in-words";
import { ForecastChoices, type Shown } from "./forecast-choices";
import { forecastLines, shownFrom, zoomsOf } from "./forecast-lines";
import { ForecastTable } from "./forecast-table";
import styles from "./series.module.css";

type Props = { trained: Trained; forecast: Forecast; wording: Wording };

/** The end of a series with forecasts of it, as a chart and, on demand, as a table. */
export function ForecastChart({ trained, forecast, wording }: Props) {
  const [wish, setWish] = useState<Shown>({
    zoom: 24,
    drawn: new Set(["network", "naive"]),
    asTable: false,
  });
  // A short series has no last 60 values apart from its test part.
  const zoom = zoomsOf(forecast).includes(wish.zoom) ? wish.zoom : "test";
  const shown = { ...wish, zoom };
  const { levels, first } = forecast;
  const { place, step } = wording;
  const from = shownFrom(forecast, zoom);
  const start = Math.max(from, first);
  const asked = levels.length - start + season;
  const wanted = wish.drawn.has("ahead");
  const ahead = useMemo(
    () => (wanted ? { start, told: fedBack(trained, start, asked) } : null),
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
        marks={zoom === "all" ? [{ x: first, label: "test part" }] : []}
      />
      {ahead && (
        <p className={styles.note}>
          {aheadText(forecast, ahead.told, start, asked, wording)}
        </p>
      )}
      <ForecastChoices {...{ forecast, wording, shown }} onChange={setWish} />
      {wish.asTable && <ForecastTable {...{ forecast, from, wording }} />}
    </>
  );
}
