import { PlainList } from "@/components/kit/layout";
import { BlankSign } from "@/components/lab/plane/blank-sign";
import { ClassSign } from "@/components/lab/plane/class-look";
import { shareText } from "@/labs/arithmetic/number-text";
import { noClass } from "@/labs/training/score";
import styles from "./map-legend.module.css";

type Props = {
  classes: readonly string[];
  /** The number of the class at each place, or `noClass`. */
  named: ArrayLike<number>;
};

/** The class of each colour and shape, and its share of the plane; and where none is. */
export function MapLegend({ classes, named }: Props) {
  const shares = sharesOf(named, Math.max(classes.length, 2));
  const none = shares.at(-1) ?? 0;
  if (classes.length === 0 && none === 0) return null;
  return (
    <PlainList className={styles.legend} aria-label="Share of the plane">
      {classes.map((name, index) => (
        <li key={name}>
          <ClassSign of={index} /> {name}{" "}
          <span>{Math.round(100 * (shares[index] ?? 0))} %</span>
        </li>
      ))}
      {none > 0 && (
        <li>
          <BlankSign /> not a number <span>{shareText(none)}</span>
        </li>
      )}
    </PlainList>
  );
}

/** The share of the places that each of `count` classes has, and last that of `noClass`. */
function sharesOf(classAt: ArrayLike<number>, count: number): number[] {
  const shares = Array.from({ length: count + 1 }, () => 0);
  for (let at = 0; at < classAt.length; at += 1) {
    const of = classAt[at]!;
    shares[of === noClass ? count : of]! += 1 / classAt.length;
  }
  return shares;
}
