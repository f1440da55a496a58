import type { ReactNode } from "react";
import styles from "./drawing.module.css";

type Props = {
  /** Says in words what the drawing shows; left out where words beside it do. */
  alt?: string;
  /** Of the drawing, in the units that its parts are placed in. */
  width: number;
  height: number;
  children: ReactNode;
};

/**
 * A drawing as wide as its place allows. Its parts name their colours by `data-ink`:
 * `line`, `faint`, `grid` and `arrow` are strokes, `orange` and `blue` are areas with an
 * edge, `solid` is filled; texts are dark or `quiet`. Widths and dashes are attributes.
 */
export const Drawing = ({ alt, width, height, children }: Props) => (
  <div className={styles.frame}>
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={alt}
      aria-hidden={alt === undefined || undefined}
    >
      {children}
    </svg>
  </div>
);
