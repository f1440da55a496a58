// A ROC curve, three thresholds on it, and the two networks that it lies between.
import { Drawing } from "../drawing";
import { Axes, across, line, up } from "./plot";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

const recallAt = (falseAlarms: number) => falseAlarms ** 0.22;

/** The shares of false alarms of three thresholds. */
const thresholds = { strict: 0.03, middle: 0.2, loose: 0.75 } as const;

const alt =
  "A ROC curve: recall upwards, false alarms to the right. It rises steeply from the lower " +
  "left, bends, and runs flat to the upper right. Three places on it are marked: one near " +
  "the lower left, where little is found and hardly an alarm is false; one at the bend; and " +
  "one far to the right, where nearly all is found. A dashed diagonal lies below, and a dot " +
  "marks the upper left corner.";

export function RocPlaces(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={222}>
      <Axes x="false alarms" y="recall" />
      <Spot of={of} id="diagonal" x={across(0.62)} y={up(0.4)}>
        <path className={styles.two} d={line((share) => share)} />
      </Spot>
      <path className={styles.one} d={line(recallAt)} />
      <Spot of={of} id="corner" x={across(0.05)} y={up(1.06)}>
        <circle data-ink="solid" cx={across(0)} cy={up(1)} r="3.5" />
      </Spot>
      {(["strict", "middle", "loose"] as const).map((id) => {
        const [x, y] = [across(thresholds[id]), up(recallAt(thresholds[id]))];
        return (
          <Spot key={id} of={of} id={id} x={x + 18} y={y + 20}>
            <circle data-ink="solid" cx={x} cy={y} r="4.5" />
          </Spot>
        );
      })}
    </Drawing>
  );
}
