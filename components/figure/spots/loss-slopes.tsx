// Three losses over the error: steeper and steeper, straight, and round at the bottom before
// it runs straight. Drawn without the records' formulas, whose reader no lesson loads; the
// tests hold the lines to them.

import { Drawing } from "../drawing";
import { across, plot, up } from "./plot";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

const most = { error: 3, loss: 5 };

/** The middle of the width is no error. */
const shareOf = (error: number) => (error / most.error + 1) / 2;

const at = (error: number, loss: number) =>
  `${across(shareOf(error)).toFixed(1)} ${up(loss / most.loss).toFixed(1)}`;

/** A parabola between an error below 0 and the same above it; `loss` is that at both ends. */
const parabola = (error: number, loss: number) =>
  `${at(-error, loss)}Q${at(0, -loss)} ${at(error, loss)}`;

/** Each as far as it stays inside the drawing. */
const curves = {
  squared: `M${parabola(Math.sqrt(most.loss), most.loss)}`,
  absolute: `M${at(-3, 3)}L${at(0, 0)} ${at(3, 3)}`,
  huber: `M${at(-3, 2.5)}L${parabola(1, 0.5)}L${at(3, 2.5)}`,
} as const;

const alt =
  "Three losses over the error, all 0 where the error is 0. The solid line is steeper the " +
  "larger the error is, and leaves the drawing at the top. The dashed line is a V. The " +
  "dotted line is round near 0 and straight further out, below the V.";

const looks = { squared: styles.one, absolute: styles.two, huber: styles.three };
/** The error over which each letter stands, and its height as a loss. */
const letters = {
  squared: [-2.45, 4.4],
  absolute: [2.3, 3.3],
  huber: [-2.6, 0.8],
} as const;
const order = ["squared", "absolute", "huber"] as const;

export function LossSlopes(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={242}>
      <path data-ink="faint" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      <text x="6" y="14">
        loss
      </text>
      {[-3, -2, -1, 0, 1, 2, 3].map((error) => (
        <text
          key={error}
          textAnchor="middle"
          data-ink="quiet"
          x={across(shareOf(error))}
          y={plot.bottom + 17}
        >
          {String(error).replace("-", "−")}
        </text>
      ))}
      {order.map((name) => (
        <Spot
          key={name}
          of={of}
          id={name}
          x={across(shareOf(letters[name][0]))}
          y={up(letters[name][1] / most.loss)}
        >
          <path className={styles.near} d={curves[name]} />
          <path className={looks[name]} d={curves[name]} />
        </Spot>
      ))}
      <text textAnchor="middle" x={across(0.5)} y={plot.bottom + 34}>
        error
      </text>
    </Drawing>
  );
}
