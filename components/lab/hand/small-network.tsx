import type { GridCell } from "@/labs/hand/grid";
import type { PassRecord } from "@/labs/hand/pass-record";
import type { Step } from "@/labs/hand/step";
import { widthsOf } from "@/labs/network/network";
import styles from "./small-network.module.css";

type Props = {
  record: PassRecord;
  /** The names of the inputs. */
  inputs: readonly string[];
  step: Step;
  chosen: GridCell | null;
};

const gap = { x: 84, y: 34 };

/** The drawing in words. */
function inWords(widths: readonly number[], { layer, phase, nodes }: Step): string {
  const name = (column: number) =>
    column === 0
      ? "the inputs"
      : column === widths.length - 1
        ? "the output"
        : `layer ${column}`;
  const network = `The network ${widths.join("-")}`;
  if (layer !== null) {
    const what =
      phase === "back"
        ? "backwards through"
        : phase === "update"
          ? "at"
          : "forwards through";
    return `${network}; at work: ${what} the weights into ${name(layer + 1)}`;
  }
  return nodes === null ? network : `${network}; at work: ${name(nodes)}`;
}

/** The network drawn small, with the part at work marked. */
export function SmallNetwork({ record, inputs, step, chosen }: Props) {
  const { layers } = record.plan.network;
  const widths = widthsOf(record.plan.network);
  const tallest = Math.max(...widths);
  const width = (widths.length - 1) * gap.x + 40;
  const height = tallest * gap.y + 6;
  const place = (column: number, row: number) => ({
    x: 20 + column * gap.x,
    y: height / 2 + (row - (widths[column]! - 1) / 2) * gap.y,
  });
  const labelOf = (column: number, row: number) => {
    const name = inputs[row] ?? "";
    if (column === 0 && name.length < 3) return name;
    return column === widths.length - 1 && widths[column] === 1 ? "s" : row + 1;
  };
  const fromMade = chosen && step.made.some(({ grid }) => grid.id === chosen.grid);
  const node = fromMade ? chosen.column : null;
  const lit = (column: number, row: number) =>
    column === step.nodes && (node === null || node === row);
  const edge = (layer: number, from: number, to: number) => {
    if (layer !== step.layer) return undefined;
    if (node === null) return "at work";
    const end = step.nodes === layer + 1 ? to : from;
    return end === node ? "at work" : "beside";
  };
  return (
    <figure className={styles.network}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={inWords(widths, step)}
      >
        {layers.flatMap(({ inputs: width, outputs }, layer) =>
          Array.from({ length: width * outputs }, (_, at) => {
            const [from, to] = [Math.floor(at / outputs), at % outputs];
            const [a, b] = [place(layer, from), place(layer + 1, to)];
            return (
              <line
                key={`${layer} ${from} ${to}`}
                {...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }}
                data-lit={edge(layer, from, to)}
              />
            );
          }),
        )}
        {widths.flatMap((count, column) =>
          Array.from({ length: count }, (_, row) => {
            const { x, y } = place(column, row);
            return (
              <g key={`${column} ${row}`} data-lit={lit(column, row) || undefined}>
                {column === 0 ? (
                  <rect x={x - 11} y={y - 11} width={22} height={22} />
                ) : (
                  <circle cx={x} cy={y} r={12} />
                )}
                <text x={x} y={y + 4}>
                  {labelOf(column, row)}
                </text>
              </g>
            );
          }),
        )}
      </svg>
      <figcaption aria-hidden="true">
        {step.phase === "back"
          ? "← backwards"
          : step.phase === "forward"
            ? "forwards →"
            : "\u00a0"}
      </figcaption>
    </figure>
  );
}
