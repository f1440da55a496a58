import { memo } from "react";
import { colourOf, curveTone, dashOf } from "@/components/chart/chart-line";
import { onMap } from "@/components/lab/plane/plane-place";
import type { Contour } from "@/labs/landscape/contour";

/** The stroke of a side: the colour and the dashes that it has in the chart. */
export const strokeOf = (index: number) => ({
  stroke: colourOf({ tone: curveTone(index) }),
  strokeDasharray: dashOf({ dash: index }),
});

/** A line of the plane, x and y by turns, as an SVG path of a map. */
function pathOf(line: Contour): string {
  let path = "";
  for (let k = 0; k < line.length; k += 2) {
    const [x, y] = [onMap(line[k] ?? 0), onMap(-(line[k + 1] ?? 0))];
    path += `${k === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return path;
}

/** The lines at which the plane changes colour under one side. */
export const BoundaryLines = memo(function BoundaryLines(props: {
  lines: readonly Contour[];
  /** The number of the side, from 0. */
  index: number;
}) {
  return (
    <path
      d={props.lines.map(pathOf).join("")}
      fill="none"
      strokeWidth={2.2}
      {...strokeOf(props.index)}
    />
  );
});

/** A short piece of a side's line, for tables and legends. */
export function LineSample({ index }: { index: number }) {
  return (
    <svg width={34} height={10} aria-hidden="true">
      <path d="M0 5H34" fill="none" strokeWidth={2.2} {...strokeOf(index)} />
    </svg>
  );
}
