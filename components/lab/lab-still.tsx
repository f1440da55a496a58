// The picture of each lab, for a card that leads to it. See still.tsx.
import type { ReactNode } from "react";
import { LineDrawing } from "@/components/chart/line-drawing";
import { minused } from "@/labs/arithmetic/number-text";
import { everyOptimizer } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { lossOf } from "@/labs/network/curves";
import { gigabyte, needOf } from "@/labs/notebook/gpu-memory";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { firstTyped, loadOfTyped } from "./dsvm/memory-load";
import styles from "./lab-still.module.css";
import { drawnWeights, layout } from "./network/diagram-layout";
import { CurveStill, RunStill, SurfaceStill } from "./still";
import { trainedSide } from "./trained-side";

/** The run of a claim of a lab. */
export function runOfClaim(id: LabId, claimId: string): Run {
  const { claims, start } = labs[id];
  const claim = claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  return claimedRun(claim, start);
}

const pictures: Record<LabId, () => ReactNode> = {
  features: () => <RunStill run={runOfClaim("features", "circle-from-squares")} />,
  network: () => <RunStill run={runOfClaim("network", "three-arms-bent")} />,
  "one-pass": () => <NumbersStill run={labs["one-pass"].start} />,
  optimizers: () => <SurfaceStill runs={everyOptimizer(labs.optimizers.start)} />,
  overfitting: () => <RunStill run={labs.overfitting.start} />,
  pictures: () => <RunStill run={labs.pictures.start} />,
  series: () => <RunStill run={labs.series.start} />,
  sound: () => <RunStill run={labs.sound.start} />,
  text: () => <RunStill run={labs.text.start} />,
  windows: () => <CurveStill run={labs.windows.start} />,
  loss: () => <ShapesStill />,
  "yes-or-no": () => <RunStill run={labs["yes-or-no"].start} />,
  gpu: () => <CrossingStill />,
  dsvm: () => <MemoryStill />,
};

/** Pictures what a lab is about, from the lab itself. Decorative; fills its place. */
export const LabStill = ({ id }: { id: LabId }) => pictures[id]();

/** A small network with the weights that it starts from written on its lines. */
function NumbersStill({ run }: { run: Run }) {
  const { weights } = trainedSide(run, 0);
  const network = networkOf(run);
  const columns = layout(network);
  const place = ({ x, y }: { x: number; y: number }) => ({ x: 2 * x, y });
  return (
    <svg className={styles.numbers} viewBox="0 0 200 100" aria-hidden>
      {drawnWeights(network, columns).map(({ from, to, at }) => {
        const [a, b] = [place(from), place(to)];
        const share = from.row === to.row ? 0.5 : 0.28;
        return (
          <g key={at}>
            <path
              data-sign={(weights[at] ?? 0) < 0 ? "below" : "above"}
              d={`M${a.x} ${a.y}L${b.x} ${b.y}`}
            />
            <text
              x={a.x + share * (b.x - a.x)}
              y={a.y + share * (b.y - a.y) - 3}
              fontSize="9"
            >
              {minused(String(weights[at]))}
            </text>
          </g>
        );
      })}
      {columns.flat().map((one) => (
        <circle key={one.id} cx={place(one).x} cy={one.y} r="9" />
      ))}
    </svg>
  );
}

const shapes = ["squared", "huber", "crossentropy", "hinge"] as const;

/** The losses as curves over the score, for a target of 1. */
const ShapesStill = () => (
  <LineDrawing className={styles.shapes}>
    <path data-of="axis" d="M0 96H200M133 0V96" />
    {shapes.map((name) => {
      const scores = Float64Array.from({ length: 41 }, (_, at) => -3 + (6 * at) / 40);
      const places = Array.from(
        lossOf(name, scores).values(scores.length, () => 1),
        (loss, at) => `${(200 * at) / 40} ${(96 - 18 * loss).toFixed(1)}`,
      );
      return <path key={name} data-of={name} d={`M${places.join(" ")}`} />;
    })}
  </LineDrawing>
);

/** The time of a GPU, which begins higher and rises less, and that of a CPU: drawn, not measured. */
const CrossingStill = () => (
  <LineDrawing className={styles.shapes}>
    <path data-of="axis" d="M10 6V94H194" />
    <path data-of="squared" d="M10 88C70 84 110 60 194 6" />
    <path data-of="huber" d="M10 58C80 57 130 54 194 34" />
  </LineDrawing>
);

/** The memory that a training takes, part by part, against that of one GPU. */
function MemoryStill() {
  const load = loadOfTyped(firstTyped, 4);
  const need = load ? needOf(load) : null;
  const memory = 8 * gigabyte;
  let from = 0;
  return (
    <LineDrawing className={styles.shapes}>
      <path data-of="axis" d="M14 34H186V66H14Z" />
      {Object.entries(need ?? {}).map(([part, bytes]) => {
        const [x, width] = [14 + (172 * from) / memory, (172 * bytes) / memory];
        from += bytes;
        return (
          <rect key={part} data-part={part} x={x} y={34} width={width} height={32} />
        );
      })}
    </LineDrawing>
  );
}
