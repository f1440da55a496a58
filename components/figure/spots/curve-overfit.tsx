// A run that learns its training points by heart: the held-out loss falls, turns and rises.

import { Drawing } from "../drawing";
import { heldLosses, trainLosses } from "./overfit-losses";
import { Axes, across, plot, up } from "./plot";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

/** The loss at the top of the drawing. */
const top = 1.2;

const last = heldLosses.length - 1;
const curve = (losses: readonly number[]) =>
  `M${losses.map((loss, at) => `${across(at / last).toFixed(1)} ${up(loss / top).toFixed(1)}`).join("L")}`;

const lowest = Math.min(...heldLosses);

/** Where the held-out loss is lowest for the last time. */
const turn = heldLosses.lastIndexOf(lowest) / last;

const alt =
  "Two losses over the passes. The solid line, the train loss, falls all the way. The " +
  "dashed line, the loss on examples held out from training, starts as high, falls with it, " +
  "is lowest about a quarter of the way along, and rises from there to the end.";

export function CurveOverfit(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={246}>
      <Axes x="passes" y="loss" />
      <Spot of={of} id="gap" x={across(0.86)} y={up(0.2)}>
        <rect
          className={styles.area}
          x={across(0.74)}
          y={up(0.46)}
          width={across(0.98) - across(0.74)}
          height={up(0) - up(0.46) - 3}
          rx="4"
        />
      </Spot>
      <path className={styles.one} d={curve(trainLosses)} />
      <path className={styles.two} d={curve(heldLosses)} />
      <Spot of={of} id="start" x={across(0.11)} y={up(0.95)}>
        <circle className={styles.area} cx={across(0)} cy={up(0.91)} r="9" />
      </Spot>
      <Spot of={of} id="falling" x={across(0.12)} y={up(0.55)}>
        <circle className={styles.area} cx={across(0.01)} cy={up(0.52)} r="16" />
      </Spot>
      <Spot of={of} id="turn" x={across(turn)} y={up(0.42)}>
        <circle className={styles.area} cx={across(turn)} cy={up(lowest / top)} r="11" />
      </Spot>
      <path className={styles.one} d={`M${plot.left} ${plot.bottom + 34}h26`} />
      <text x={plot.left + 32} y={plot.bottom + 38}>
        train loss
      </text>
      <path className={styles.two} d={`M${plot.left + 118} ${plot.bottom + 34}h26`} />
      <text x={plot.left + 150} y={plot.bottom + 38}>
        held-out loss
      </text>
    </Drawing>
  );
}
