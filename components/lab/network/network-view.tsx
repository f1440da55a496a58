"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { planeMaps } from "@/labs/plane";
import { DecisionMap } from "./decision-map";
import type { Place } from "./diagram-layout";
import type { LabState } from "./lab-state";
import styles from "./network.module.css";
import { NetworkDiagram, nameOf } from "./network-diagram";

/** The network's maps: one for each neuron and a large one for the chosen neuron. */
export function NetworkView({ state }: { state: LabState }) {
  const { run, points } = state;
  const [chosen, setChosen] = useState<Place | null>(null);
  // Maps may lag behind the weights: training never waits for them.
  const drawn = useDeferredValue(
    useMemo(() => ({ run, weights: state.weights }), [run, state.weights]),
  );
  const maps = useMemo(() => planeMaps(drawn.run, drawn.weights), [drawn]);
  const values = chosen
    ? (chosen.column === 0 ? maps.inputs : maps.layers[chosen.column - 1])?.[chosen.row]
    : undefined;
  const output = maps.layers.at(-1)?.[0] ?? new Float32Array();
  const subject = chosen && values ? nameOf(chosen, run) : "Output of the network";
  return (
    <div className={styles.networkView} role="group" aria-label="Network">
      <DecisionMap
        maps={maps}
        points={points}
        subject={subject}
        values={values ?? output}
      />
      <NetworkDiagram
        run={drawn.run}
        weights={drawn.weights}
        maps={maps}
        chosen={chosen}
        onChoose={setChosen}
      />
    </div>
  );
}
