// The lines that a chart draws, and how each is told from the others.

/** One line of a chart. */
export type ChartLine = {
  id: string;
  label: string;
  /** In the order of x. */
  points: readonly { x: number; y: number }[];
  /** Its colour: 0 … 7, or −1 for ink. */
  tone: number;
  /** How it is broken; a number is one of eight ways, see `strokes`. */
  dash?: "solid" | "dashed" | "dotted" | number;
  /** Whether each point is marked. */
  dots?: boolean;
};

const dashes = { solid: "none", dashed: "5 4", dotted: "2 3" } as const;

/** Strokes that tell up to eight lines apart without their colour. */
const strokes = [
  "none",
  "7 4",
  "2 3",
  "11 3 2 3",
  "16 4",
  "5 2",
  "9 2 2 2 2 2",
  "1 5",
] as const;

/** The `stroke-dasharray` of a line. */
export const dashOf = ({ dash = "solid" }: Pick<ChartLine, "dash">) =>
  typeof dash === "number" ? (strokes[dash % strokes.length] ?? "none") : dashes[dash];

/** The colour of a line in CSS. */
export const colourOf = ({ tone }: Pick<ChartLine, "tone">) =>
  tone < 0 ? "var(--ink)" : `var(--tone-${tone})`;

/** Blue and orange mean the two classes: runs are drawn in them when all else is used. */
const curveTones = [-1, 2, 3, 4, 5, 6, 0, 1];

/** The tone of one of several runs, counted from 0, in charts and on maps. */
export const curveTone = (index: number) => curveTones[index % curveTones.length] ?? -1;

/** The lines of a chart with its axes. */
export type ChartProps = {
  /** Says what the chart shows, for those who cannot see it. */
  label: string;
  lines: readonly ChartLine[];
  xLabel: string;
  yLabel: string;
  /** Where the y axis begins; left out, where the lines do. */
  yFrom?: number | undefined;
  xLog?: boolean;
  yLog?: boolean;
  /** Places on the x axis with a line and a word. */
  marks?: readonly { x: number; label: string }[];
  formatX?: (x: number) => string;
  formatY?: (y: number) => string;
  /** In pixels. */
  height?: number;
};
