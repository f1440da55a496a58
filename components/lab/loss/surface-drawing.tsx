import { mapSize } from "../plane/plane-place";
import styles from "./loss.module.css";
import type { Drawn, Place } from "./surface";

const joined = (places: readonly string[]) =>
  places.map((place, k) => (k === 0 ? "M" : "L") + place).join("");

/** A line of the grid, whose crossings lie `scale` apart on the map. */
const lineOf = (line: readonly number[], scale: number) =>
  joined(
    Array.from({ length: line.length / 2 }, (_, k) =>
      [line[2 * k]!, line[2 * k + 1]!].map((at) => (scale * at).toFixed(1)).join(" "),
    ),
  );

type Props = { drawn: Drawn; cross: Place | null };

/** What lies on a surface: its lines, the way of training, and the cross. */
export function SurfaceDrawing({ drawn, cross }: Props) {
  const { frame, side } = drawn.surface;
  const onX = (x: number) => (mapSize * (1 + (x - frame.x) / frame.half)) / 2;
  const onY = (y: number) => (mapSize * (1 - (y - frame.y) / frame.half)) / 2;
  const { path } = drawn;
  const [start, end] = [path[0], path.at(-1)];
  const way = joined(path.map(({ x, y }) => `${onX(x).toFixed(1)} ${onY(y).toFixed(1)}`));
  const lines = drawn.lines.map((line) => lineOf(line, mapSize / (side - 1)));
  return (
    <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
      <path d={lines.join("")} className={styles.level} />
      <path d={way} className={styles.wayHalo} />
      <path d={way} className={styles.way} />
      {start && (
        <circle cx={onX(start.x)} cy={onY(start.y)} r={4} className={styles.from} />
      )}
      {end && <circle cx={onX(end.x)} cy={onY(end.y)} r={5.5} className={styles.here} />}
      {cross && (
        <path
          className={styles.hair}
          d={`M${onX(cross.x)} 0V${mapSize}M0 ${onY(cross.y)}H${mapSize}`}
        />
      )}
    </svg>
  );
}
