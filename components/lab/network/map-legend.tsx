import { ClassSign } from "../plane/class-look";
import styles from "./network.module.css";

type Props = {
  classes: readonly string[];
  /** The share of the plane that each class has, 0 to 1. */
  shares: readonly number[];
};

/** What each colour and shape stands for, and how much of the plane it has. */
export function MapLegend({ classes, shares }: Props) {
  return (
    <ul className={styles.legend} aria-label="Share of the plane">
      {classes.map((name, index) => (
        <li key={name}>
          <ClassSign of={index} /> {name}{" "}
          <span>{Math.round(100 * (shares[index] ?? 0))} %</span>
        </li>
      ))}
    </ul>
  );
}
