"use client";
import { useState } from "react";
import { Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { sameWeights } from "@/labs/run/weight-edit";
import { lockOf } from "../training/lab-state";
import type { ViewProps } from "../training/use-lab";
import { useDesk } from "./network-desk";
import { NetworkDiagram } from "./network-diagram";
import styles from "./network-view.module.css";
import { NeuronPanel, neuronSummary } from "./neuron-panel";

/** The network as a drawing to work on, and the numbers of the chosen neuron under it. */
export function NetworkView({ state, controls }: ViewProps) {
  const desk = useDesk();
  const { drawn, shown, choose, type, readOnly, problem } = desk;
  const { run, weights } = drawn;
  const [wanted, setWanted] = useState<{ at: number } | null>(null);
  /** The weight whose slider stands at its line. */
  const [slid, setSlid] = useState<number | null>(null);
  const { assigned, lab } = state;
  const drawsLayers =
    lab.controls.includes("layers") && sameWeights(state.run, run) && !lab.sides;
  const lock = lockOf(assigned, "layers");
  return (
    <div className={styles.view} role="group" aria-label="Network">
      <NetworkDiagram
        {...{ desk, slid }}
        onSlide={setSlid}
        onEdit={(at, to) => {
          choose(to);
          setWanted({ at });
          if (readOnly === null) setSlid(at);
        }}
        onLayers={
          drawsLayers && lock === null
            ? (layers) => controls.set({ ...state.run, layers })
            : null
        }
      />
      {drawsLayers && lock && <Small>Hidden layers: {lock}</Small>}
      <div className={styles.numbers}>
        <p className={styles.summary}>{neuronSummary(run, shown)}</p>
        {shown && (
          <NeuronPanel
            {...{ run, weights, spot: shown, wanted }}
            onChoose={choose}
            onFocus={(at) => readOnly === null && setSlid(at)}
            onWeight={readOnly === null ? type : null}
          />
        )}
        <Problem role="status">{problem}</Problem>
      </div>
    </div>
  );
}
