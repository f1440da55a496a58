// The train loss of one run at three learning rates: too low, right, and too high.

import { Drawing } from "../drawing";
import { Axes, across, line, up } from "./plot";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

const slow = (share: number) => 0.72 - 0.12 * share;
const good = (share: number) => 0.05 + 0.67 * Math.exp(-7 * share);

/** One height for each of its passes; it ends above where it began. */
const jumps = [
  0.72, 0.5, 0.83, 0.38, 0.9, 0.55, 0.97, 0.46, 0.86, 0.68, 0.99, 0.52, 0.93, 0.8,
];
const wild = `M${jumps
  .map((loss, at) => `${across(at / (jumps.length - 1)).toFixed(1)} ${up(loss)}`)
  .join("L")}`;

const alt =
  "Three train losses over the passes, from the same height. The solid line falls fast " +
  "and then lies flat near 0. The dashed line sinks only a little, all the way. The " +
  "dotted line jumps up and down and ends higher than it began.";

function Line({ of, id, x, y, d, look }: LineProps) {
  return (
    <Spot of={of} id={id} x={x} y={y}>
      <path className={styles.near} d={d} />
      <path className={look} d={d} />
    </Spot>
  );
}

type LineProps = {
  of: SpotProps;
  id: string;
  x: number;
  y: number;
  d: string;
  look: string | undefined;
};

export function CurvesRates(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={222}>
      <Axes x="passes" y="train loss" />
      <Line
        of={of}
        id="wild"
        x={across(0.77)}
        y={up(1.06)}
        d={wild}
        look={styles.three}
      />
      <Line
        of={of}
        id="slow"
        x={across(0.93)}
        y={up(0.47)}
        d={line(slow)}
        look={styles.two}
      />
      <Line
        of={of}
        id="good"
        x={across(0.6)}
        y={up(0.19)}
        d={line(good)}
        look={styles.one}
      />
    </Drawing>
  );
}
