"use client";
// The one place that knows recharts.
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useReaderNumbers } from "@/components/kit/reader-numbers";
import { numberText } from "@/labs/arithmetic/number-text";
import { type ChartLine, type ChartProps, colourOf, dashOf } from "./chart-line";

const text = { fill: "var(--muted)", fontSize: 12 };

/** One row for each x of any line, with the lines' values under their ids. */
function rowsOf(lines: readonly ChartLine[]) {
  const rows = new Map<number, Record<string, number>>();
  for (const { id, points } of lines) {
    for (const { x, y } of points) {
      const row = rows.get(x) ?? { x };
      row[id] = y;
      rows.set(x, row);
    }
  }
  return [...rows.values()].sort((one, other) => (one.x ?? 0) - (other.x ?? 0));
}

/** The side of its line on which a mark's word has room. */
function wordSide(x: number, rows: readonly { x?: number }[], log: boolean) {
  const [first, last] = [rows[0]?.x ?? 0, rows.at(-1)?.x ?? 0];
  const middle = log ? Math.sqrt(first * last) : (first + last) / 2;
  return x > middle ? "insideTopRight" : "insideTopLeft";
}

/** The lines and their axes; loaded late, because recharts is large. */
export function LinesChart(props: ChartProps) {
  const { lines, label, yFrom, xLabel, yLabel, xLog = false, yLog = false } = props;
  const { marks = [], height = 260 } = props;
  const inSigns = useReaderNumbers();
  const formatX = (x: number) => inSigns((props.formatX ?? numberText)(x));
  const formatY = (y: number) => inSigns((props.formatY ?? numberText)(y));
  const rows = rowsOf(lines);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart
        data={rows}
        margin={{ top: 8, right: 28, bottom: 20, left: 4 }}
        aria-label={`${label}; arrow keys move along it`}
      >
        <CartesianGrid stroke="var(--rule)" vertical={false} />
        <XAxis
          dataKey="x"
          type="number"
          scale={xLog ? "log" : "linear"}
          // A single point stands at the left, where its curve will begin.
          domain={["dataMin", rows.length === 1 ? "dataMax + 1" : "dataMax"]}
          allowDecimals={false}
          tick={text}
          tickFormatter={(x) => formatX(x)}
          minTickGap={16}
          stroke="var(--muted)"
          label={{ value: xLabel, position: "insideBottom", offset: -8, ...text }}
        />
        <YAxis
          scale={yLog ? "log" : "linear"}
          domain={[yFrom ?? "auto", "auto"]}
          allowDataOverflow={yLog}
          padding={yLog ? { top: 6, bottom: 6 } : {}}
          width={58}
          tick={text}
          tickFormatter={(y) => formatY(y)}
          stroke="var(--muted)"
          label={{ value: yLabel, angle: -90, position: "insideLeft", ...text }}
        />
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => formatY(Number(value))}
          labelFormatter={(x) => `${xLabel} ${formatX(Number(x))}`}
          contentStyle={{
            background: "var(--paper)",
            border: "1px solid var(--rule)",
            color: "var(--ink)",
          }}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.label}
            x={mark.x}
            stroke="var(--ink)"
            strokeDasharray="2 3"
            label={{ value: mark.label, position: wordSide(mark.x, rows, xLog), ...text }}
          />
        ))}
        {lines.map((line) => (
          <Line
            key={line.id}
            dataKey={line.id}
            name={line.label}
            stroke={colourOf(line)}
            strokeDasharray={dashOf(line)}
            strokeWidth={2}
            dot={line.dots ?? line.points.length < 3}
            connectNulls
            isAnimationActive={false}
            type="linear"
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
