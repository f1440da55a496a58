// A run that learns its training points by heart: the test loss falls, turns and rises.

import { Drawing } from "../drawing";
import { Axes, across, line, plot, up } from "./plot";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

const train = (share: number) => 0.03 + 0.9 * Math.exp(-5 * share);
const test = (share: number) => 0.05 + 0.89 * Math.exp(-6 * share) + 0.36 * share;

/** Where the test loss is lowest. */
const turn = Math.log((6 * 0.89) / 0.36) / 6;

const alt =
  "Two losses over the passes. The solid line, the train loss, falls all the way. The " +
  "dashed line, the test loss, starts as high, falls with it, is lowest somewhat before " +
  "the middle, and rises from there to the end.";

export function CurveOverfit(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={246}>
      <Axes x="passes" y="loss" />
      <Spot of={of} id="gap" x={across(0.86)} y={up(0.2)}>
        <rect
          className={styles.area}
          x={across(0.74)}
          y={up(0.44)}
          width={across(0.98) - across(0.74)}
          height={up(0) - up(0.44) - 3}
          rx="4"
        />
      </Spot>
      <path className={styles.one} d={line(train)} />
      <path className={styles.two} d={line(test)} />
      <Spot of={of} id="start" x={across(0.09)} y={up(0.95)}>
        <circle className={styles.area} cx={across(0)} cy={up(0.935)} r="9" />
      </Spot>
      <Spot of={of} id="falling" x={across(0.25)} y={up(0.62)}>
        <circle className={styles.area} cx={across(0.13)} cy={up(0.53)} r="16" />
      </Spot>
      <Spot of={of} id="turn" x={across(turn)} y={up(0.52)}>
        <circle className={styles.area} cx={across(turn)} cy={up(test(turn))} r="11" />
      </Spot>
      <path className={styles.one} d={`M${plot.left} ${plot.bottom + 34}h26`} />
      <text x={plot.left + 32} y={plot.bottom + 38}>
        train loss
      </text>
      <path className={styles.two} d={`M${plot.left + 118} ${plot.bottom + 34}h26`} />
      <text x={plot.left + 150} y={plot.bottom + 38}>
        test loss
      </text>
    </Drawing>
  );
}
