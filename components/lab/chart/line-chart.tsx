"use client";
// The only importer of recharts.
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { lossText } from "@/labs/claim";
import type { Pass } from "@/labs/pass";
import { thinned } from "./curve";

const text = { fill: "var(--muted)", fontSize: 12 };
const lowest = 1e-6;

/** Train and test loss by pass: a solid and a dashed line. */
export function LossChart({
  passes,
  logarithmic,
}: {
  passes: readonly Pass[];
  logarithmic: boolean;
}) {
  const shown = thinned(passes, 240).map(({ pass, trainLoss, testLoss }) => ({
    pass,
    trainLoss: logarithmic ? Math.max(trainLoss, lowest) : trainLoss,
    testLoss: logarithmic ? Math.max(testLoss, lowest) : testLoss,
  }));
  const line = { isAnimationActive: false, dot: shown.length < 3, strokeWidth: 2 };
  return (
    <ResponsiveContainer width="100%" height={260}>
      <LineChart
        data={shown}
        margin={{ top: 8, right: 20, bottom: 20, left: 4 }}
        aria-label="Loss by pass; arrow keys move along it"
      >
        <CartesianGrid stroke="var(--rule)" vertical={false} />
        <XAxis
          dataKey="pass"
          type="number"
          domain={[0, "dataMax"]}
          allowDecimals={false}
          tick={text}
          stroke="var(--muted)"
          label={{ value: "pass", position: "insideBottom", offset: -8, ...text }}
        />
        <YAxis
          scale={logarithmic ? "log" : "linear"}
          domain={logarithmic ? ["auto", "auto"] : [0, "auto"]}
          allowDataOverflow={logarithmic}
          width={58}
          tick={text}
          tickFormatter={lossText}
          stroke="var(--muted)"
          label={{ value: "loss", angle: -90, position: "insideLeft", ...text }}
        />
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => lossText(Number(value))}
          labelFormatter={(pass) => `Pass ${pass}`}
          contentStyle={{
            background: "var(--paper)",
            border: "1px solid var(--rule)",
            color: "var(--ink)",
          }}
        />
        <Legend verticalAlign="top" height={28} iconType="plainline" itemSorter={null} />
        <Line {...line} dataKey="trainLoss" name="train loss" stroke="var(--ink)" />
        <Line
          {...line}
          dataKey="testLoss"
          name="test loss"
          stroke="var(--accent)"
          strokeDasharray="5 4"
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
