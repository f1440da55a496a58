// A loss surface as it is drawn: its bands, its lines, and the ways of trainings on it. Free
// of the browser, so that a page's still is drawn by it, too.
import { PlainList } from "@/components/kit/layout";
import {
  BlankSign,
  blankStripe,
  type Colour,
  mapPaper,
} from "@/components/lab/plane/class-look";
import { mapSize } from "@/components/lab/plane/plane-place";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Frame, Surface } from "@/labs/landscape/loss-surface";
import { LineSample, strokeOf } from "./boundary-lines";
import type { DrawnSurface, WeightPair } from "./surface";
import styles from "./surface-map.module.css";

const joined = (places: readonly string[]) =>
  places.map((place, k) => (k === 0 ? "M" : "L") + place).join("");

/** A line of the grid, whose crossings lie `scale` apart on the map. */
const lineOf = (line: readonly number[], scale: number) =>
  joined(
    Array.from({ length: line.length / 2 }, (_, k) =>
      [line[2 * k]!, line[2 * k + 1]!].map((at) => (scale * at).toFixed(1)).join(" "),
    ),
  );

/** How many half widths of the frame from its middle a way is still drawn. */
const beyond = 3;

/** A way to its first place far outside a frame: what leaps away soon has no end. */
function seenOf(path: readonly WeightPair[], { x, y, half }: Frame) {
  const gone = path.findIndex(
    (at) => Math.max(Math.abs(at.x - x), Math.abs(at.y - y)) > beyond * half,
  );
  return gone < 0 ? path : path.slice(0, gone + 1);
}

type SurfaceDrawingProps = { drawn: DrawnSurface; cross?: WeightPair | null };

/** The drawing over a surface: its lines, the ways of trainings, and the cross. */
export function SurfaceDrawing({ drawn, cross = null }: SurfaceDrawingProps) {
  const { frame, side } = drawn.surface;
  const onX = (x: number) => (mapSize * (1 + (x - frame.x) / frame.half)) / 2;
  const onY = (y: number) => (mapSize * (1 - (y - frame.y) / frame.half)) / 2;
  // The shown one lies over the others.
  const ways = drawn.ways.toSorted(
    (one, other) => Number(one.shown) - Number(other.shown),
  );
  const lines = drawn.lines.map((line) => lineOf(line, mapSize / (side - 1)));
  return (
    <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
      <path d={lines.join("")} className={styles.level} />
      {ways.map(({ index, path: whole }) => {
        const path = seenOf(whole, frame);
        const [start, end] = [path[0], path.at(-1)];
        const places = path.map(
          ({ x, y }) => `${onX(x).toFixed(1)} ${onY(y).toFixed(1)}`,
        );
        // Alone, it has the tone of its own that maps give to a way.
        const look = ways.length > 1 ? strokeOf(index) : null;
        return (
          <g key={index}>
            <path d={joined(places)} className={styles.wayHalo} />
            <path d={joined(places)} className={styles.way} style={{ ...look }} />
            {start && (
              <circle cx={onX(start.x)} cy={onY(start.y)} r={4} className={styles.from} />
            )}
            {end && (
              <circle
                cx={onX(end.x)}
                cy={onY(end.y)}
                r={5.5}
                className={styles.here}
                style={{ fill: look?.stroke }}
              />
            )}
          </g>
        );
      })}
      {cross && (
        <path
          className={styles.hair}
          d={`M${onX(cross.x)} 0V${mapSize}M0 ${onY(cross.y)}H${mapSize}`}
        />
      )}
    </svg>
  );
}

/** Which line is whose, and the loss where each is; nothing where there is one. */
export function WayLegend({ ways }: Pick<DrawnSurface, "ways">) {
  if (ways.length < 2) return null;
  return (
    <PlainList className={styles.legend} aria-label="Train loss by line">
      {ways.map(({ index, label, loss }) => (
        <li key={index}>
          <LineSample index={index} />
          {label} {numberText(loss, 2)}
        </li>
      ))}
    </PlainList>
  );
}

/** The losses that each band of a surface stands for, and the sign for none. */
export function SurfaceLegend({ drawn }: { drawn: DrawnSurface }) {
  const { levels, surface } = drawn;
  const bands = levels.length + 1;
  const text = (band: number) => {
    const [from, to] = [levels[band - 1], levels[band]];
    if (from === undefined)
      return to === undefined ? "one loss" : `below ${numberText(to)}`;
    return to === undefined
      ? `above ${numberText(from)}`
      : `${numberText(from)}–${numberText(to)}`;
  };
  return (
    <PlainList className={styles.legend} aria-label="Train loss by colour">
      {Array.from({ length: bands }, (_, band) => (
        <li key={text(band)}>
          <span
            className={styles.swatch}
            style={{ background: bandStyle(band, bands) }}
          />
          {text(band)}
        </li>
      ))}
      {surface.losses.some(Number.isNaN) && (
        <li>
          <BlankSign /> not a number
        </li>
      )}
    </PlainList>
  );
}

/**
 * The colours from the lowest loss to the highest. They differ in lightness, so that they
 * are told apart in grey, and are far from those of the classes.
 */
const ramp: readonly Colour[] = [
  [252, 248, 222],
  [199, 226, 186],
  [124, 190, 168],
  [66, 142, 150],
  [52, 92, 126],
  [48, 44, 88],
];

function bandColour(band: number, bands: number): Colour {
  const place = bands < 2 ? 0 : (band / (bands - 1)) * (ramp.length - 1);
  const below = Math.min(Math.floor(place), ramp.length - 2);
  const share = place - below;
  const [from, to] = [ramp[below]!, ramp[below + 1]!];
  const mixed = (k: 0 | 1 | 2) => Math.round(from[k] + share * (to[k] - from[k]));
  return [mixed(0), mixed(1), mixed(2)];
}

/** The colour of a band as CSS writes it. */
const bandStyle = (band: number, bands: number) =>
  `rgb(${bandColour(band, bands).join(" ")})`;

/** Fills `pixels`, `size` × `size`, with the bands between `levels`; stripes for no number. */
export function paintSurface(
  pixels: Uint8ClampedArray,
  size: number,
  { losses, side }: Surface,
  levels: readonly number[],
) {
  const bands = levels.length + 1;
  const colours = Array.from({ length: bands }, (_, band) => bandColour(band, bands));
  const step = (side - 1) / (size - 1);
  for (let row = 0, at = 0; row < size; row += 1) {
    const upper = Math.min(Math.floor(row * step), side - 2);
    const downwards = row * step - upper;
    for (let column = 0; column < size; column += 1, at += 4) {
      const left = Math.min(Math.floor(column * step), side - 2);
      const across = column * step - left;
      const k = upper * side + left;
      const high = losses[k]! + across * (losses[k + 1]! - losses[k]!);
      const low =
        losses[k + side]! + across * (losses[k + side + 1]! - losses[k + side]!);
      const loss = high + downwards * (low - high);
      let band = 0;
      while (band < levels.length && !(loss <= levels[band]!)) band += 1;
      const blank = at % 16 < 8 ? blankStripe : mapPaper;
      const [red, green, blue] = Number.isNaN(loss) ? blank : colours[band]!;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
      pixels[at + 3] = 255;
    }
  }
}
