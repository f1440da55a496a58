// The examples of a run on a map, in so few paths that a page can hold them as text.
import type { Point } from "@/labs/data/dataset";
import type { Split } from "@/labs/data/sample";
import { classOf, lookOf } from "./class-look";
import { isShown, mapSize, onMap } from "./plane-place";
import styles from "./plane-points.module.css";

type Props = {
  points: Partial<Split>;
  /** Whether targets number classes from 0; else they are numbers around 0. */
  several: boolean;
};

/**
 * All points by the mark of their class, those held out hollow, on a map’s square:
 * the first child of an `svg` of its own. Decorative: say it in text.
 */
export function PlanePoints({ points: { train = [], held = [] }, several }: Props) {
  return (
    <svg viewBox={`0 0 ${mapSize} ${mapSize}`} className={styles.points} aria-hidden>
      {[...byClass(held, several)].map(([of, list]) => (
        <ClassMarks key={of} of={of} points={list} tested />
      ))}
      {[...byClass(train, several)].map(([of, list]) => (
        <ClassMarks key={of} of={of} points={list} />
      ))}
    </svg>
  );
}

function byClass(points: readonly Point[], several: boolean): Map<number, Point[]> {
  const classes = new Map<number, Point[]>();
  for (const point of points.filter(isShown)) {
    const of = classOf(point.target, several);
    const list = classes.get(of) ?? [];
    classes.set(of, list);
    list.push(point);
  }
  return classes;
}

type MarksProps = { of: number; points: readonly Point[]; tested?: boolean };

/** The points of one class: their marks, an edge around them, and both as few letters. */
function ClassMarks({ of, points, tested = false }: MarksProps) {
  const { mark } = lookOf(of);
  const [outer, inner] = tested ? [mark, "#fff"] : ["#fff", mark];
  if (of > 1) {
    return points.map(({ x, y }, at) => (
      <path
        // Two of the reader's points may lie in one place.
        key={`${at} ${x} ${y}`}
        d={lookOf(of).path}
        transform={`translate(${whole(onMap(x))} ${whole(onMap(-y))})`}
        fill={inner}
        stroke={outer}
      />
    ));
  }
  // A line of no length has caps alone: discs where round, squares where square, and
  // squares on a plane turned by an eighth are diamonds.
  const turned = of === 0;
  const d = dotsAt(
    points.map(({ x, y }) => {
      const place = { x: onMap(x), y: onMap(-y) };
      return turned ? turn(place) : place;
    }),
  );
  return (
    <g
      className={turned ? styles.diamonds : styles.discs}
      data-tested={tested || undefined}
    >
      <path d={d} stroke={outer} />
      <path d={d} stroke={inner} data-inner="" />
    </g>
  );
}

type Place = { x: number; y: number };

const whole = (value: number) => Math.round(value);

const turn = ({ x, y }: Place): Place => ({
  x: (x + y) * Math.SQRT1_2,
  y: (y - x) * Math.SQRT1_2,
});

/** A line of no length at each place, each written as its way from the last. */
function dotsAt(places: readonly Place[]): string {
  let [atX, atY] = [0, 0];
  return places
    .map((place) => {
      const [x, y] = [whole(place.x) - atX, whole(place.y) - atY];
      [atX, atY] = [atX + x, atY + y];
      return `m${x}${y < 0 ? "" : " "}${y}h0`;
    })
    .join("");
}
