// The end of a series beside what a network foresaw of it: lines alone, as large as their place.
import { LineDrawing } from "@/components/chart/line-drawing";
import type { Forecast } from "@/labs/forecast/forecast";

type Props = {
  forecast: Forecast;
  /** The picture in words; left out where the text beside it has them. */
  alt?: string | undefined;
};

/** The last values of a series that are drawn. */
const shownLast = 48;

/** The end of a series, and the forecast of each value of it, dashed. */
export function ForecastDrawing({ forecast, alt }: Props) {
  const { levels, first, network } = forecast;
  const from = Math.max(levels.length - shownLast, first);
  const shown = levels.slice(from);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const line = (values: readonly number[]) =>
    `M${values
      .map((value, at) => {
        const x = (200 * at) / (values.length - 1);
        return `${x.toFixed(1)} ${(90 - (80 * (value - low)) / (high - low)).toFixed(1)}`;
      })
      .join(" ")}`;
  return (
    <LineDrawing alt={alt}>
      <path d={line(shown)} />
      <path data-of="forecast" d={line(network.levels.slice(from - first))} />
    </LineDrawing>
  );
}
