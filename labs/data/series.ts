// Time series: the network sees the latest changes and predicts the next one. A score of
// 0 says "same as last time", so the naive forecast's loss is that of a network that
// always puts out 0.

import type { TableDataset } from "@/labs/data/dataset";
import { textOf } from "./data-file";
import type { ExampleSettings } from "./dataset";

/** Values at equal distances, oldest first. */
export type TimeSeries = {
  levels: readonly number[];
  /**
   * The month of the first value, counted from the year 0; null where there are no dates.
   */
  from: number | null;
  /** The unit of the values, as in "ppm"; empty where that is not known. */
  unit: string;
};

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The month of a date such as "1964-05-01" or "Jan 1 2000", counted from the year 0. */
function monthOf(date: string): number {
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d$/.exec(date) ?? [];
  if (year && month) return 12 * Number(year) + Number(month) - 1;
  const [, name = "", of] = /^([A-Z][a-z]{2}) \d+ (\d{4})$/.exec(date) ?? [];
  if (!monthNames.includes(name)) throw new Error(`“${date}” is no date.`);
  return 12 * Number(of) + monthNames.indexOf(name);
}

/** A month counted from the year 0 as pages write it: "May 1964". */
export function monthText(month: number): string {
  return `${monthNames[((month % 12) + 12) % 12]} ${Math.floor(month / 12)}`;
}

/**
 * The monthly values of a CSV with a date and a value in each line after its first. Only
 * those after the last missing month are kept: a change over a gap is no month's change.
 */
export function monthlySeries(text: string, unit: string): TimeSeries {
  const lines = text.trim().split("\n").slice(1);
  const rows = lines.map((line) => {
    const [date = "", value = ""] = line.trim().split(",");
    return { month: monthOf(date), level: value === "" ? Number.NaN : Number(value) };
  });
  const known = rows.filter(({ level }) => Number.isFinite(level));
  const gap = known.findLastIndex(
    ({ month }, at) => at > 0 && month !== known[at - 1]!.month + 1,
  );
  const kept = known.slice(Math.max(gap, 0));
  return {
    levels: kept.map(({ level }) => level),
    from: kept[0]?.month ?? null,
    unit,
  };
}

/** From each value to the next. */
export const changesOf = (levels: readonly number[]) =>
  levels.slice(1).map((level, index) => level - levels[index]!);

/** The root of the mean square of the first `count` changes: about their usual size. */
export function usualChange(changes: readonly number[], count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += changes[at]! * changes[at]!;
  return Math.sqrt(sum / count) || 1;
}

function timeSeries(
  label: string,
  file: string | null,
  levels: (run: Pick<ExampleSettings, "values">) => readonly number[],
): TableDataset {
  return {
    on: "series",
    label,
    uses: file === null ? ["window", "values"] : ["window"],
    kind: () => "number",
    classes: () => [],
    file,
    width: ({ window }) => window,
    rows(run, train) {
      const { window } = run;
      const changes = changesOf(levels(run));
      const count = changes.length - window;
      const unit = usualChange(changes, train(count) + window);
      const features = new Float32Array(count * window);
      const targets = new Float32Array(count);
      for (let row = 0; row < count; row += 1) {
        for (let lag = 0; lag < window; lag += 1) {
          features[row * window + lag] = changes[row + lag]! / unit;
        }
        targets[row] = changes[row + window]! / unit;
      }
      return { features, targets };
    },
  };
}

const co2File = "co2-concentration.csv";
const shareFile = "msft-monthly-price.csv";

/** Series that were read, by their files. */
const read = new Map<string, TimeSeries>();

function seriesIn(file: string, unit: string): TimeSeries {
  const series = read.get(file) ?? monthlySeries(textOf(file), unit);
  read.set(file, series);
  return series;
}

/** The series of a run. Throws where its file is missing. */
export function timeSeriesOf({
  data,
  values,
}: {
  data: string;
  values: readonly number[];
}): TimeSeries {
  if (data === "co2") return seriesIn(co2File, "ppm");
  if (data === "share") return seriesIn(shareFile, "dollars");
  return { levels: values, from: null, unit: "" };
}

/** The values of a series, oldest first; of the run's own for the data "values". */
export const levelsOf = {
  co2: () => timeSeriesOf({ data: "co2", values: [] }).levels,
  share: () => timeSeriesOf({ data: "share", values: [] }).levels,
  values: (run: Pick<ExampleSettings, "values">) => run.values,
};

// Source: Scripps CO2 Program, primary Mauna Loa record; CC BY 4.0. Without the six years
// before May 1964, in which five months are missing.
export const co2 = timeSeries("CO₂ at Mauna Loa, monthly", co2File, levelsOf.co2);

// Source: `stocks.csv` of the npm package vega-datasets 3.2.1; BSD-3-Clause.
export const share = timeSeries("Microsoft’s share, monthly", shareFile, levelsOf.share);

export const own = timeSeries("Your own series", null, levelsOf.values);
