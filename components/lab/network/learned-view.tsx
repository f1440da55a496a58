"use client";
import { useDeferredValue, useMemo } from "react";
import { planeMaps } from "@/labs/plane";
import { networkOf } from "@/labs/task";
import labStyles from "../lab.module.css";
import type { Side } from "../training/sides";
import type { ViewProps } from "../training/use-lab";
import { learnedFeatures } from "./learned";
import styles from "./learned.module.css";
import { PlaneCanvas } from "./plane-canvas";

/** The features that one network sums up in its output, as maps. */
function Features({ side }: { side: Side }) {
  const { run, weights, sample } = side;
  const drawn = useDeferredValue(useMemo(() => ({ run, weights }), [run, weights]));
  const maps = useMemo(
    () => sample.points && planeMaps(drawn.run, drawn.weights),
    [drawn, sample],
  );
  if (!maps) return <p>These examples are no points of the plane: there is no map.</p>;
  const output = maps.layers.at(-1)?.[0];
  const features = learnedFeatures(networkOf(drawn.run), drawn, maps);
  const learned = run.layers.length > 0;
  return (
    <div role="group" className={styles.side} aria-label={side.label || "Features"}>
      <h3>{learned ? "Features it has learned" : "Features somebody picked"}</h3>
      <p className={labStyles.small}>
        {learned
          ? "What each neuron of the last hidden layer puts out over the plane"
          : "What each input is over the plane"}
        , and its weight in the sum.
      </p>
      <ul className={styles.features}>
        {features.map(({ name, values, weight, share }) => (
          <li key={name}>
            <PlaneCanvas values={values} side={maps.side} />
            <p>
              <b>{name}</b> × {weight}
              <span className="visually-hidden">, above 0 on {share} % of the plane</span>
            </p>
          </li>
        ))}
        {output && (
          <li className={styles.sum}>
            <PlaneCanvas values={output} side={maps.side} />
            <p>
              <b>= the sum</b>, what it says
            </p>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The features of every network that trains here, side by side. */
export function LearnedView({ state }: ViewProps) {
  return (
    <div className={styles.sides}>
      {state.sides.map((side) => (
        <div key={side.label}>
          {side.label && <p className={styles.label}>{side.label}</p>}
          <Features side={side} />
        </div>
      ))}
    </div>
  );
}
