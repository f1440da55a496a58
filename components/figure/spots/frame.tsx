// The frame of every figure with spots.
import type { ReactNode } from "react";
import figure from "../figure.module.css";
import styles from "./spots.module.css";

type Props = { alt: string; width: number; height: number; children: ReactNode };

/** `alt` describes the drawing without telling what its spots are. */
export function Frame({ alt, width, height, children }: Props) {
  return (
    <div className={figure.frame}>
      <svg
        className={`${figure.drawing} ${styles.drawing}`}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={alt}
      >
        {children}
      </svg>
    </div>
  );
}
