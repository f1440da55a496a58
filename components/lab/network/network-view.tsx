"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { Disclosure } from "@/components/kit/disclosure";
import { Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { widthsOf } from "@/labs/network/network";
import { formatRun, longestLink } from "@/labs/run/link";
import { networkOf } from "@/labs/run/plan";
import { mostEdits, type Run } from "@/labs/run/run";
import { sameWeights, withWeight } from "@/labs/run/weight-edit";
import { planeMaps } from "@/labs/training/plane-maps";
import { lockOf } from "../training/lab-state";
import type { ViewProps } from "../training/use-lab";
import { DecisionMap } from "./decision-map";
import { NetworkDiagram } from "./network-diagram";
import styles from "./network-view.module.css";
import { type NeuronSpot, sameSpot } from "./neuron-names";
import { NeuronPanel, neuronSummary, StartWeights } from "./neuron-panel";
import { WeightTable } from "./weight-table";

/** The widths of the layers: a network of other widths forgets the chosen neuron. */
const shapeOf = (run: Run) => widthsOf(networkOf(run)).join("-");

/** The network's maps: one for each neuron and a large one for the chosen neuron. */
export function NetworkView({ state, side, controls }: ViewProps) {
  const { run, sample, weights } = side;
  // Maps may lag behind the weights: training never waits for them.
  const drawn = useDeferredValue(
    useMemo(() => ({ run, sample, weights }), [run, sample, weights]),
  );
  const maps = useMemo(
    () => drawn.sample.points && planeMaps(drawn.run, drawn.weights),
    [drawn],
  );
  const shape = shapeOf(drawn.run);
  const [picked, setPicked] = useState<{ spot: NeuronSpot; shape: string } | null>(null);
  const [wanted, setWanted] = useState<{ at: number } | null>(null);
  const [problem, setProblem] = useState("");
  const [unfolded, setUnfolded] = useState(state.run.edits.length > 0);
  const chosen = picked?.shape === shape ? picked.spot : null;
  const { layers } = networkOf(drawn.run);
  // One output says what the network says: choosing it chooses the whole.
  const output = layers.at(-1)?.outputs === 1 ? { column: layers.length, row: 0 } : null;
  const shown = chosen ?? output;

  function choose(spot: NeuronSpot, unfold = false) {
    setPicked(sameSpot(spot, output) ? null : { spot, shape });
    if (unfold) setUnfolded(true);
  }
  function setEdits(edits: Run["edits"]): string | null {
    const next = { ...state.run, edits };
    if (formatRun(next, state.lab.start).length > longestLink) {
      return "The link has no room for so many numbers: draw fewer points of your own, or type fewer weights.";
    }
    controls.set(next);
    return null;
  }
  function type(at: number, value: number) {
    const edits = withWeight(state.run, at, value);
    const full = `At most ${mostEdits} weights can be typed: go back to the seed’s weights first.`;
    setProblem((edits ? setEdits(edits) : full) ?? "");
  }
  const lock = lockOf(state.assigned, "edits");
  // In a sweep another network may be shown than the settings have.
  const editable = lock === null && sameWeights(state.run, drawn.run);
  return (
    <div className={styles.view} role="group" aria-label="Network">
      {maps && drawn.sample.points && (
        <DecisionMap
          {...{ run: drawn.run, weights: drawn.weights, maps, chosen }}
          points={drawn.sample.points}
          onWhole={() => setPicked(null)}
        />
      )}
      <div className={styles.diagram}>
        <NetworkDiagram
          {...{ run: drawn.run, weights: drawn.weights, maps, chosen }}
          onChoose={choose}
          onEdit={(at, to) => {
            choose(to, true);
            setWanted({ at });
          }}
        />
      </div>
      <div className={styles.numbers}>
        <Disclosure
          summary={neuronSummary(drawn.run, shown)}
          open={unfolded}
          onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
        >
          <Stack>
            {shown && (
              <NeuronPanel
                {...{ run: drawn.run, weights: drawn.weights, spot: shown, wanted }}
                onChoose={choose}
                onWeight={editable ? type : null}
              />
            )}
            <Problem role="status">{problem}</Problem>
            {editable ? (
              <StartWeights
                run={state.run}
                weights={weights}
                pass={side.passes.at(-1)?.pass ?? 0}
                onEdits={setEdits}
              />
            ) : (
              <Small>
                {lock ?? "This network is trained beside the lab’s own"}: its weights can
                be read, not typed.
              </Small>
            )}
          </Stack>
        </Disclosure>
        <WeightTable run={drawn.run} weights={drawn.weights} />
      </div>
    </div>
  );
}
