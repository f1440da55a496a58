// A dot for each seed by the loss that it ended with, so that a room sees how they differ.
import { numberText } from "@/labs/arithmetic/number-text";
import styles from "./seed-dots.module.css";

type Dot = {
  learner: string;
  /** Null: not wanted on the wall. */
  name: string | null;
  /** Null where the run diverged. */
  loss: number | null;
};

type Props = {
  dots: readonly Dot[];
  /** Of the run that was voted on; null where it diverged. */
  own: number | null;
  /** What the axis is of. */
  label: string;
};

/** The drawing's own units; dots of one place stand on each other. */
const box = { width: 640, height: 130, edge: 14, places: 62, step: 11, radius: 5 };

/** Where dots stand: those that diverged at the right end. */
export function placesOf(
  dots: readonly Pick<Dot, "loss">[],
  own: number | null,
): readonly { x: number; y: number }[] {
  const { across, deepest } = scaleOf(dots, own);
  const step = Math.min(box.step, (box.height - 2 * box.edge) / Math.max(1, deepest));
  const stacked = new Map<number, number>();
  return dots.map(({ loss }) => {
    const place = across(loss);
    const below = stacked.get(place) ?? 0;
    stacked.set(place, below + 1);
    return { x: xOf(place), y: box.height - box.edge - step * below };
  });
}

const xOf = (place: number) =>
  box.edge + (place * (box.width - 2 * box.edge)) / (box.places - 1);

/** The place of a loss on the axis, and how many dots the fullest place holds. */
function scaleOf(dots: readonly Pick<Dot, "loss">[], own: number | null) {
  const known = [...dots.map(({ loss }) => loss), own].filter((loss) => loss !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const across = (loss: number | null) =>
    loss === null
      ? box.places - 1
      : Math.round(((box.places - 3) * (loss - least)) / (most - least || 1));
  const counts = new Map<number, number>();
  for (const { loss } of dots) {
    counts.set(across(loss), (counts.get(across(loss)) ?? 0) + 1);
  }
  return { across, deepest: Math.max(0, ...counts.values()), least, most };
}

/** The dots over an axis of losses; the run that was voted on is the long stroke. */
export function SeedDots({ dots, own, label }: Props) {
  const { across, least, most } = scaleOf(dots, own);
  const places = placesOf(dots, own);
  const diverged = dots.filter(({ loss }) => loss === null).length;
  const base = box.height - box.edge + box.radius + 2;
  const ends =
    least <= most ? `from ${numberText(least)} to ${numberText(most)}` : "none is finite";
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={`${dots.length} seeds by their ${label}: ${ends}`}
      >
        <path className={styles.axis} d={`M0 ${base}h${box.width}`} />
        <path className={styles.own} d={`M${xOf(across(own))} 4V${base}`} />
        {places.map(({ x, y }, at) => (
          <circle
            key={dots[at]?.learner}
            className={styles.dot}
            cx={x}
            cy={y}
            r={box.radius}
            data-diverged={dots[at]?.loss === null}
          >
            {dots[at]?.name && <title>{dots[at]?.name}</title>}
          </circle>
        ))}
      </svg>
      <figcaption>
        The {label}: {ends}. The stroke is the run that was voted on.
        {diverged > 0 && ` At the right end, hollow: ${diverged} that diverged.`}
      </figcaption>
    </figure>
  );
}
