"use client";
import { type ComponentProps, memo, useRef, useState } from "react";
import { Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { useInSight } from "@/components/kit/use-in-sight";
import { sameWeights } from "@/labs/run/weight-edit";
import { lockOf } from "../training/lab-state";
import type { ViewProps } from "../training/use-lab";
import { useDesk } from "./network-desk";
import { NetworkDiagram } from "./network-diagram";
import styles from "./network-view.module.css";
import { NeuronPanel, neuronSummary } from "./neuron-panel";

type SeenProps = ComponentProps<typeof NetworkDiagram> & { inSight: boolean };

/** The network as a drawing, which stands still while nobody sees it. */
const SeenDiagram = memo(
  function SeenDiagram({ inSight: _, ...props }: SeenProps) {
    return <NetworkDiagram {...props} />;
  },
  (_, { inSight }) => !inSight,
);

/** The network as a drawing to work on, and the numbers of the chosen neuron under it. */
export const NetworkView = memo(
  function NetworkView({ state }: ViewProps) {
    const desk = useDesk();
    const { drawn, shown, readOnly, problem, act } = desk;
    const { run, weights } = drawn;
    const [wanted, setWanted] = useState<{ at: number } | null>(null);
    /** The weight whose slider stands at its line. */
    const [slid, setSlid] = useState<number | null>(null);
    const view = useRef<HTMLDivElement>(null);
    const inSight = useInSight(view);
    const { assigned, lab } = state;
    const drawsLayers =
      lab.controls.includes("layers") && sameWeights(state.run, run) && !lab.sides;
    const lock = lockOf(assigned, "layers");
    return (
      <div ref={view} className={styles.view} role="group" aria-label="Network">
        <SeenDiagram
          {...{ inSight, desk, slid }}
          onSlide={setSlid}
          onEdit={(at, to) => {
            act.current.choose(to);
            setWanted({ at });
            if (readOnly === null) setSlid(at);
          }}
          changesLayers={drawsLayers && lock === null}
        />
        {drawsLayers && lock && <Small>Hidden layers: {lock}</Small>}
        <div className={styles.numbers}>
          <p className={styles.summary}>{neuronSummary(run, shown)}</p>
          {shown && (
            <NeuronPanel
              {...{ run, weights, spot: shown, wanted }}
              onChoose={(spot) => act.current.choose(spot)}
              onFocus={(at) => readOnly === null && setSlid(at)}
              onWeight={
                readOnly === null ? (at, value) => act.current.type(at, value) : null
              }
            />
          )}
          <Problem role="status">{problem}</Problem>
        </div>
      </div>
    );
  },
  // All that changes while it trains comes from the desk.
  (before, now) =>
    before.state.run === now.state.run && before.state.assigned === now.state.assigned,
);
