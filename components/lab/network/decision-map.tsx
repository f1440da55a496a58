import { memo } from "react";
import { type Point, planeRadius, type Split } from "@/labs/dataset";
import type { PlaneMaps } from "@/labs/plane";
import styles from "./network.module.css";
import { PlaneCanvas } from "./plane-canvas";

const size = 300;
const place = (value: number) => (size * (value / planeRadius + 1)) / 2;

/** Blue examples are circles, orange ones diamonds; test points are hollow. */
function Mark({ point, tested }: { point: Point; tested: boolean }) {
  const [x, y] = [place(point.x), place(-point.y)];
  const blue = point.target > 0;
  const className = `${blue ? styles.blueMark : styles.orangeMark} ${tested ? styles.hollow : ""}`;
  const opacity = 0.35 + 0.65 * Math.min(Math.abs(point.target), 1);
  return blue ? (
    <circle cx={x} cy={y} r={4} className={className} opacity={opacity} />
  ) : (
    <path d={`M${x} ${y - 5}l5 5-5 5-5-5z`} className={className} opacity={opacity} />
  );
}

/** All points of a run. They never change while it trains, so they are drawn once. */
const Marks = memo(function Marks({ points }: { points: Split }) {
  const inside = ({ x, y }: Point) => Math.max(Math.abs(x), Math.abs(y)) <= planeRadius;
  return (
    <>
      {points.test.filter(inside).map((point) => (
        <Mark key={`${point.x} ${point.y}`} point={point} tested />
      ))}
      {points.train.filter(inside).map((point) => (
        <Mark key={`${point.x} ${point.y}`} point={point} tested={false} />
      ))}
    </>
  );
});

type Props = { maps: PlaneMaps; points: Split; subject: string; values: Float32Array };

/** What the network, or one neuron of it, says of every place, with the points on top. */
export function DecisionMap({ maps, points, subject, values }: Props) {
  const blue = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const share = Math.round((100 * blue) / values.length);
  const label = `${subject}: ${share} % of the plane is blue (above 0), the rest orange. ${points.train.length} training points are filled, ${points.test.length} test points hollow; blue ones are circles, orange ones diamonds.`;
  return (
    <figure className={styles.map}>
      <div className={styles.mapFrame} role="img" aria-label={label}>
        <PlaneCanvas values={values} side={maps.side} />
        <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
          <Marks points={points} />
        </svg>
      </div>
      <figcaption>
        {subject}. x and y from −{planeRadius} to {planeRadius}; ● blue is +1, ◆ orange is
        −1; test points are hollow.
      </figcaption>
    </figure>
  );
}
