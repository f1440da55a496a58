"use client";
import { useId } from "react";
import type { Forecast } from "@/labs/forecast/forecast";
import type { Wording } from "@/labs/forecast/forecast-in-words";
import { type Drawn, drawnLabel, type Zoom, zoomsOf } from "./forecast-lines";
import styles from "./series.module.css";

/** What the reader chose to see. */
export type Shown = { zoom: Zoom; drawn: ReadonlySet<Drawn>; asTable: boolean };

type Props = {
  forecast: Forecast;
  wording: Wording;
  shown: Shown;
  onChange(shown: Shown): void;
};

function zoomText({ levels, first }: Forecast, { step }: Wording, zoom: Zoom): string {
  if (zoom === "all") return `All ${levels.length} ${step}s`;
  if (zoom === "test") return `The ${levels.length - first} test ${step}s`;
  return `The last ${zoom} ${step}s`;
}

/** Which lines the chart has, how much of the series, and whether there is a table. */
export function ForecastChoices({ forecast, wording, shown, onChange }: Props) {
  const id = useId();
  const { zoom, drawn, asTable } = shown;
  const zooms = zoomsOf(forecast);
  const offered = (["network", "naive", "seasonal", "ahead"] as const).filter(
    (line) => line === "ahead" || forecast[line],
  );
  function toggle(line: Drawn) {
    const next = new Set(drawn);
    if (!next.delete(line)) next.add(line);
    onChange({ ...shown, drawn: next });
  }
  return (
    <>
      <fieldset className={styles.row}>
        <legend className="visually-hidden">Lines of the chart</legend>
        {offered.map((line) => (
          <label key={line}>
            <input
              type="checkbox"
              checked={drawn.has(line)}
              onChange={() => toggle(line)}
            />
            {drawnLabel(line, wording.step)}
          </label>
        ))}
      </fieldset>
      <div className={styles.row}>
        <label htmlFor={id} className="visually-hidden">
          Part of the series
        </label>
        <select
          id={id}
          value={zoom}
          onChange={({ target }) => {
            const zoom = zooms.find((one) => String(one) === target.value) ?? "test";
            onChange({ ...shown, zoom });
          }}
        >
          {zooms.map((one) => (
            <option key={one} value={one}>
              {zoomText(forecast, wording, one)}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-expanded={asTable}
          onClick={() => onChange({ ...shown, asTable: !asTable })}
        >
          Table of forecasts
        </button>
      </div>
    </>
  );
}
