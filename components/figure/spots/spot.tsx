"use client";
// A place of a figure that can be pointed at: its drawing, and its letter in a ring.
import type { ReactNode } from "react";
import styles from "./spots.module.css";

/** The props of a figure with spots. */
export type SpotProps = {
  /** Those that can be pointed at; the first is A. */
  spots: readonly string[];
  chosen: string | null;
  /** Null where nothing can be chosen now. */
  onChoose: ((spot: string) => void) | null;
};

/** The letter that a spot goes by; empty where it is not asked about. */
export function letterOf(spots: readonly string[], spot: string): string {
  const at = spots.indexOf(spot);
  return at < 0 ? "" : String.fromCharCode(65 + at);
}

type Props = {
  of: SpotProps;
  id: string;
  /** Where its letter stands. */
  x: number;
  y: number;
  /** The drawing of the place; its outline grows heavy once it is chosen. */
  children?: ReactNode;
};

/** For the pointer alone: the keyboard and the screen reader have radio buttons. */
export function Spot({ of: { spots, chosen, onChoose }, id, x, y, children }: Props) {
  const letter = letterOf(spots, id);
  if (letter === "") return children;
  const isChosen = chosen === id;
  return (
    <g
      className={`${styles.spot} ${isChosen ? styles.chosen : ""}`}
      data-spot={id}
      data-chosen={isChosen}
      data-open={onChoose !== null}
      onPointerUp={() => onChoose?.(id)}
    >
      {children}
      <circle className={styles.reach} cx={x} cy={y} r="19" />
      {isChosen ? (
        <rect
          className={styles.ring}
          x={x - 12}
          y={y - 12}
          width="24"
          height="24"
          rx="3"
        />
      ) : (
        <circle className={styles.ring} cx={x} cy={y} r="11" />
      )}
      <text className={styles.letter} x={x} y={y + 4.5}>
        {letter}
      </text>
    </g>
  );
}
