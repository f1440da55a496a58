// Pictures of runs in the text of a page: trained and drawn while the page is built, with
// no script behind them. Server components: hand them to a client component as children.
//
//   <MapStill run={run} />            the plane after all passes, its training points above
//   <MapStill run={run} pass={0} />   before any; also after any number of passes between
//   <NetworkStill run={run} />        lines and small maps; fills its place: give it a size
//   <CurveStill run={run} />          train loss solid, held loss dashed, no axes
//   <SurfaceStill runs={runs} />      their ways over the loss of two weights
//   <RunStill run={run} />            the map, or what fits data that are not on the plane
//   <LabStill id="loss" />            the picture of a lab for its card: lab-still.tsx
//
// All are decorative unless `alt` says what is to be seen. A map is square and as wide as
// its place, and keeps its light paper by night as the labs' maps do. A map is about 2.5 kB
// of HTML (`most` points, `side` places each way decide), a run is trained once for all.
import type { CSSProperties } from "react";
import { LineDrawing } from "@/components/chart/line-drawing";
import type { NamedRun } from "@/labs/catalog/lab";
import { datasets, kindOf } from "@/labs/data/datasets";
import type { Split } from "@/labs/data/sample";
import { compileTraining } from "@/labs/kernel/kernel";
import type { WeightPair } from "@/labs/landscape/loss-surface";
import { replayed } from "@/labs/landscape/weight-path";
import { networkOf, planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { type PlaneMaps, planeMaps, winnersOf } from "@/labs/training/plane-maps";
import { DigitsStill, SeriesStill, SoundStill } from "./data-still";
import { firstAxes, surfaceNow } from "./loss/surface";
import { SurfaceDrawing } from "./loss/surface-drawing";
import { NetworkDrawing } from "./network/network-drawing";
import { MapFrame } from "./plane/map-frame";
import { paintClasses, paintScores } from "./plane/paint";
import { PlanePoints } from "./plane/plane-points";
import { pngAddress } from "./png";
import styles from "./still.module.css";
import { WritingDrawing } from "./text/writing-drawing";
import { trainedSide } from "./trained-side";

/** The run to draw, and after how many passes: all of them if left out. */
type StillProps = { run: Run; pass?: number | undefined };

type MapProps = StillProps & {
  /** The picture in words; left out where the text beside it has them. */
  alt?: string;
  /** The most training points drawn. */
  most?: number;
  /** Whether the points held out are drawn too. */
  tested?: boolean;
  /** How many places the map has each way. */
  side?: number;
};

/** A run’s network, asked all over the plane, with the points that it learns from. */
export function MapStill({ run, pass, alt, most = 80, tested, side = 32 }: MapProps) {
  const { sample } = trainedSide(run, pass);
  const { train = [], held = [] }: Partial<Split> = sample.points ?? {};
  const points = { train: train.slice(0, most), held: tested ? held : [] };
  return (
    <MapFrame {...(alt ? { role: "img", "aria-label": alt } : { "aria-hidden": true })}>
      <MapPaint {...{ run, pass, side }} />
      <PlanePoints points={points} several={kindOf(run) === "several"} />
    </MapFrame>
  );
}

/** The colours of a map alone, to fill the frame of a map. */
export function MapPaint({ run, pass, side = 32 }: StillProps & { side?: number }) {
  const { weights } = trainedSide(run, pass);
  return (
    <img
      className={styles.map}
      src={mapAddress(run, planeMaps(run, weights, side))}
      alt=""
      width={side}
      height={side}
    />
  );
}

/** The numbers of a map in steps from −1 to 1: fewer colours make a smaller picture. */
function stepped(values: Float32Array, side: number): Float32Array {
  const steps = side > 32 ? 60 : 24;
  return values.map(
    (value) => Math.round(Math.max(-1, Math.min(value, 1)) * steps) / steps,
  );
}

function mapAddress(run: Run, { side, layers }: PlaneMaps): string {
  const pixels = new Uint8ClampedArray(4 * side * side);
  const scores = layers.at(-1) ?? [];
  if (kindOf(run) === "several") {
    const { classes, margins } = winnersOf(scores);
    paintClasses(pixels, { classes, margins: stepped(margins, side) });
  } else paintScores(pixels, stepped(scores[0] ?? new Float32Array(), side));
  return pngAddress(pixels, side);
}

/** The places each way of a neuron’s map. */
const faceSide = 12;

/** A run’s network with a map for each neuron, where its data are on the plane. */
export function NetworkStill({ run, pass }: StillProps) {
  const { sample, weights } = trainedSide(run, pass);
  const network = networkOf(run);
  if (!sample.points) return <NetworkDrawing {...{ network, weights }} summarised />;
  const { inputs, layers } = planeMaps(run, weights, faceSide);
  const columns = [inputs, ...layers];
  const maps = columns.flat();
  const pixels = new Uint8ClampedArray(4 * faceSide * faceSide * maps.length);
  maps.forEach((map, at) => {
    const bytes = 4 * faceSide * faceSide;
    paintScores(pixels.subarray(at * bytes, (at + 1) * bytes), stepped(map, faceSide));
  });
  const sheet = {
    "--sheet": `url(${pngAddress(pixels, faceSide)})`,
    "--count": maps.length,
  };
  return (
    <div className={styles.network} style={sheet as CSSProperties}>
      <NetworkDrawing
        {...{ network, weights }}
        face={({ column, row }) => {
          const at = columns.slice(0, column).flat().length + row;
          const share = (100 * at) / Math.max(maps.length - 1, 1);
          return <i style={{ backgroundPositionY: `${share.toFixed(2)}%` }} />;
        }}
      />
    </div>
  );
}

/** How finely a surface is worked out for a still. */
const effort = { side: 33, most: 100_000_000 };

type SurfaceProps = {
  runs: readonly NamedRun[];
  alt?: string;
  /** Along each edge. */
  pixels?: number;
};

/** A way without what is closer than `least` to the place before, but for its end. */
function toldApart(path: readonly WeightPair[], least: number): readonly WeightPair[] {
  const kept: WeightPair[] = [];
  for (const at of path) {
    const before = kept.at(-1);
    const far = !before || Math.hypot(at.x - before.x, at.y - before.y) >= least;
    if (far || at === path.at(-1)) kept.push(at);
  }
  return kept;
}

/** The ways of runs that start together, over the loss of the first two weights. */
export function SurfaceStill({ runs, alt, pixels: size = 64 }: SurfaceProps) {
  const walkers = runs.map(({ label, run }, index) => ({
    index,
    side: { ...trainedSide(run), label },
  }));
  const [first] = walkers;
  if (!first) return null;
  const axes = firstAxes(networkOf(first.side.run));
  const request = { side: first.side, walkers, axes, zoom: 0, effort };
  const trails = walkers.map(({ side: { run, passes } }) =>
    replayed(planOf(run), passes.at(-1)?.pass ?? 0, compileTraining),
  );
  const drawn = surfaceNow(request, trails, size);
  const least = drawn.surface.frame.half / 40;
  const ways = drawn.ways.map((way) => ({ ...way, path: toldApart(way.path, least) }));
  return (
    <MapFrame {...(alt ? { role: "img", "aria-label": alt } : { "aria-hidden": true })}>
      <img
        className={styles.map}
        src={pngAddress(drawn.pixels, size)}
        alt=""
        width={size}
        height={size}
      />
      <SurfaceDrawing drawn={{ ...drawn, ways, lines: [] }} />
    </MapFrame>
  );
}

/** The picture that fits a run’s data: its map, its images, its forecast or its sound. */
export function RunStill(props: MapProps) {
  const { run, pass, alt } = props;
  const { on } = datasets[run.data];
  if (on === "plane") return <MapStill {...props} />;
  const side = trainedSide(run, pass);
  if (on === "picture") return <DigitsStill {...{ side, alt }} />;
  if (on === "text") return <WritingDrawing side={side} />;
  return on === "series" ? (
    <SeriesStill {...{ side, alt }} />
  ) : (
    <SoundStill {...{ side, alt }} />
  );
}

/** The most places of a curve that are drawn. */
const mostPlaces = 60;

/** The losses of a run after each pass: no axes, for a card that says the rest in words. */
export function CurveStill({ run, pass }: StillProps) {
  const { passes } = trainedSide(run, pass);
  const top = passes.reduce(
    (most, { trainLoss, heldLoss }) => Math.max(most, trainLoss, heldLoss),
    0,
  );
  const step = Math.max(1, Math.ceil(passes.length / mostPlaces));
  const shown = passes.filter((_, at) => at % step === 0 || at === passes.length - 1);
  const line = (of: "trainLoss" | "heldLoss") => {
    const places = shown.map((one) => {
      const [x, y] = [one.pass / run.passes, 1 - one[of] / (top || 1)];
      return `${Math.round(200 * x)} ${Math.round(100 * y)}`;
    });
    return `M${places.join(" ")}`;
  };
  return (
    <LineDrawing className={styles.curve} viewBox="-2 -4 204 108">
      <path data-of="axes" d="M0 0V100H200" />
      <path data-of="test" d={line("heldLoss")} />
      <path data-of="train" d={line("trainLoss")} />
    </LineDrawing>
  );
}
