"use client";
import { useEffect, useId } from "react";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import { shownMost } from "./diagram-layout";
import { nameOf, type Spot, sourceOf } from "./names";
import styles from "./network.module.css";
import { WeightInput } from "./weight-input";

type Props = {
  run: Run;
  weights: Float32Array;
  spot: Spot;
  /** The weight whose line was clicked: its box takes the focus. */
  wanted: { at: number } | null;
  onChoose(spot: Spot): void;
  /** Null where the weights cannot be changed. */
  onWeight: ((at: number, value: number) => void) | null;
};

/** The numbers of one neuron: its bias and the weight of everything it reads. */
export function NeuronPanel(props: Props) {
  const { run, weights, spot, wanted, onChoose, onWeight } = props;
  const prefix = useId();
  const layer = networkOf(run).layers[spot.column - 1];
  useEffect(() => {
    if (wanted) document.getElementById(`${prefix}${wanted.at}`)?.focus();
  }, [wanted, prefix]);
  if (!layer) return null;
  const input = (at: number, label: string) => (
    <WeightInput
      key={at}
      id={`${prefix}${at}`}
      label={label}
      value={weights[at] ?? 0}
      typed={run.edits.some((edit) => edit.at === at)}
      onWeight={onWeight && ((value) => onWeight(at, value))}
    />
  );
  return (
    <div className={styles.details} role="group" aria-label={nameOf(spot, run)}>
      {layer.outputs > shownMost && (
        <label className={lab.tick}>
          Neuron
          <select
            value={spot.row}
            onChange={({ target }) => onChoose({ ...spot, row: Number(target.value) })}
          >
            {Array.from({ length: layer.outputs }, (_, row) => (
              <option key={row} value={row}>
                {row + 1}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles.weights}>
        {Array.from({ length: layer.inputs }, (_, row) =>
          input(
            layer.weightsAt + row * layer.outputs + spot.row,
            `${sourceOf(spot.column, row, run)} ×`,
          ),
        )}
        {input(layer.biasesAt + spot.row, "bias")}
      </div>
    </div>
  );
}
