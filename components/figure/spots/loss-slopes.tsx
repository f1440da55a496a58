// Three losses over the error, as labs/loss.ts has them: steeper and steeper, straight, and
// round at the bottom before it runs straight.

import { losses } from "@/labs/network/loss";
import { Drawing } from "../drawing";
import { across, line, plot, up } from "./plot";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

type Drawn = "squared" | "absolute" | "huber";

const most = { error: 3, loss: 5 };

/** The error at a share of the width: its middle is no error. */
const errorAt = (share: number) => most.error * (2 * share - 1);
const shareOf = (error: number) => (error / most.error + 1) / 2;

const heightOf = (name: Drawn) => (share: number) =>
  losses[name].value(errorAt(share), 0) / most.loss;

/** How far from no error each stays inside the drawing. */
const widths = { squared: Math.sqrt(most.loss), absolute: 3, huber: 3 } as const;

const curve = (name: Drawn) =>
  line(heightOf(name), shareOf(-widths[name]), shareOf(widths[name]));

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
          <path className={styles.near} d={curve(name)} />
          <path className={looks[name]} d={curve(name)} />
        </Spot>
      ))}
      <text textAnchor="middle" x={across(0.5)} y={plot.bottom + 34}>
        error
      </text>
    </Drawing>
  );
}
