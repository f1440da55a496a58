// A loss surface as it is drawn: its bands, its lines, and the ways of trainings on it. Free
// of the browser, so that a page's still is drawn by it, too.
import { PlainList } from "@/components/kit/layout";
import { BlankSign } from "@/components/lab/plane/blank-sign";
import { mapSize } from "@/components/lab/plane/plane-place";
import { bandStyle } from "@/components/lab/plane/surface-paint";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Frame, WeightPair } from "@/labs/landscape/loss-surface";
import { LineSample, strokeOf } from "./boundary-lines";
import type { DrawnSurface } from "./surface";
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
