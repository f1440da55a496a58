// The lines of the chart of forecasts: places of a series against its values.

import type { ChartLine } from "@/components/chart/chart-line";
import type { Forecast, RuleName } from "@/labs/forecast/forecast";

/** A line that can be drawn beside the series. */
export type ForecastLine = RuleName | "ahead";

/** The part that is shown: the last so many values, the part held out, or all. */
export type Zoom = 24 | 60 | "held" | "all";

/** The first place that a zoom shows. */
export function shownFrom({ levels, first }: Forecast, zoom: Zoom): number {
  if (zoom === "all") return 0;
  return zoom === "held" ? first : Math.max(first, levels.length - zoom);
}

/** The zooms that differ for so many held values. */
export const zoomsOf = ({ levels, first }: Forecast): readonly Zoom[] => [
  ...([24, 60] as const).filter((last) => last < levels.length - first),
  "held",
  "all",
];

const looks = {
  network: { label: "Network, one step ahead", tone: 0, dash: "dashed" },
  naive: { label: "Same as last time", tone: 1, dash: "dotted" },
  seasonal: { label: "Same change as 12 steps ago", tone: 2, dash: "dotted" },
  calendar: { label: "Mean change of that month of the year", tone: 4, dash: "dotted" },
  ahead: { label: "Network on its own, many steps ahead", tone: 3, dash: "dashed" },
} as const;

/** `step` as in `Wording`. */
export const lineLabel = (line: ForecastLine, step: string) =>
  looks[line].label.replace("steps", `${step}s`);

const pointsOf = (levels: readonly number[], at: number, from: number) =>
  levels
    .map((y, index) => ({ x: at + index, y }))
    .filter(({ x, y }) => x >= from && Number.isFinite(y));

/**
 * The series and the lines beside it; `ahead` holds fed-back values from `start`.
 */
export function forecastLines(
  forecast: Forecast,
  from: number,
  drawn: ReadonlySet<ForecastLine>,
  ahead: { start: number; values: readonly number[] } | null,
  step: string,
): ChartLine[] {
  const { levels, first, network, baselines } = forecast;
  const line = (id: ForecastLine, values: readonly number[], at: number): ChartLine => ({
    id,
    ...looks[id],
    label: lineLabel(id, step),
    points: pointsOf(values, at, from),
  });
  const rules = [...baselines, network].flatMap(({ id, levels }) =>
    drawn.has(id) ? [line(id, levels, first)] : [],
  );
  const actual = { id: "actual", label: "The series", tone: -1 } as const;
  return [
    { ...actual, points: pointsOf(levels, 0, from) },
    ...rules,
    ...(ahead ? [line("ahead", ahead.values, ahead.start)] : []),
  ];
}
