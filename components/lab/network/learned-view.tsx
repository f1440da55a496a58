"use client";
import { useDeferredValue, useMemo } from "react";
import { PlainList, Small } from "@/components/kit/layout";
import type { Side } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { fixedText } from "@/labs/arithmetic/number-text";
import { inputNames } from "@/labs/data/sample";
import type { Network } from "@/labs/network/network";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import type { PlaneMaps } from "@/labs/training/plane-maps";
import { mapsOf } from "../plane/known-maps";
import styles from "./learned-view.module.css";
import { PlaneCanvas } from "./plane-canvas";

/** The features that one network sums up in its output, as maps. */
function Features({ side }: { side: Side }) {
  const { run, weights, sample } = side;
  const drawn = useDeferredValue(useMemo(() => ({ run, weights }), [run, weights]));
  const maps = useMemo(
    () => sample.points && mapsOf(drawn.run, drawn.weights),
    [drawn, sample],
  );
  if (!maps) return <p>These examples are no points of the plane: there is no map.</p>;
  const output = maps.layers.at(-1)?.[0];
  const features = learnedFeatures(networkOf(drawn.run), drawn, maps);
  const learned = run.layers.length > 0;
  return (
    <div role="group" className={styles.side} aria-label={side.label || "Features"}>
      <h3>{learned ? "Features it has learned" : "Features somebody picked"}</h3>
      <Small>
        {learned
          ? "What each neuron of the last hidden layer puts out over the plane"
          : "What each input is over the plane"}
        , and its weight in the sum.
      </Small>
      <PlainList className={styles.features}>
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
      </PlainList>
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

type Feature = {
  name: string;
  /** Over the plane; see `PlaneMaps`. */
  values: Float32Array;
  /** Its weight in the first output, as text. */
  weight: string;
  /** The part of the plane on which it is above 0, in percent. */
  share: number;
};

/**
 * The features that a network's first output weighs: those of its last hidden layer, or
 * its inputs where it has none.
 */
function learnedFeatures(
  network: Network,
  { run, weights }: { run: Run; weights: Float32Array },
  maps: PlaneMaps,
): Feature[] {
  const last = network.layers.at(-1);
  const below = maps.layers.at(-2);
  const names = inputNames(run);
  return (below ?? maps.inputs).map((values, row) => {
    const at = last ? last.weightsAt + row * last.outputs : 0;
    const above = values.reduce((count, value) => count + Number(value > 0), 0);
    return {
      name: below ? `Neuron ${row + 1}` : (names[row] ?? ""),
      values,
      weight: fixedText(weights[at] ?? 0, 2),
      share: Math.round((100 * above) / values.length),
    };
  });
}
