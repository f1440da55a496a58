"use client";
import { useEffect, useId } from "react";
import { IndexChoice } from "@/components/kit/choice";
import { Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { singleText, typedNumber } from "@/labs/arithmetic/number-text";
import { activationLabel } from "@/labs/network/activation";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { largestWeight, typedWeight } from "@/labs/run/weight-edit";
import { useDraft } from "../controls/draft";
import { shownMost } from "./diagram-layout";
import { type NeuronSpot, nameOf, signed, sourceOf } from "./neuron-names";
import styles from "./neuron-panel.module.css";

/** A neuron's name and sum in a line; words for the weights as a whole where none is chosen. */
export function neuronSummary(run: Run, spot: NeuronSpot | null): string {
  if (!spot) return "Weights to start from";
  return `${nameOf(spot, run)}: ${sumText(run, spot)}`;
}

function sumText(run: Run, { column }: NeuronSpot): string {
  const layer = networkOf(run).layers[column - 1];
  if (!layer) return "given with each example, without weights";
  const { inputs, activation } = layer;
  const sum = `the sum of ${inputs} weighted ${inputs === 1 ? "input" : "inputs"} and a bias`;
  return activation === "linear" ? sum : `${activationLabel(activation)} of ${sum}`;
}

type NeuronPanelProps = {
  run: Run;
  weights: Float32Array;
  spot: NeuronSpot;
  /** The weight whose line was clicked: its box takes the focus. */
  wanted: { at: number } | null;
  onChoose(spot: NeuronSpot): void;
  /** A weight's box has taken the focus. */
  onFocus(at: number): void;
  /** Null where the weights cannot be changed. */
  onWeight: ((at: number, value: number) => void) | null;
};

/** The numbers of one neuron: its bias and the weight of everything it reads. */
export function NeuronPanel(props: NeuronPanelProps) {
  const { run, weights, spot, wanted, onChoose, onFocus, onWeight } = props;
  const prefix = useId();
  const layer = networkOf(run).layers[spot.column - 1];
  useEffect(() => {
    if (wanted) {
      document.getElementById(`${prefix}${wanted.at}`)?.focus({ preventScroll: true });
    }
  }, [wanted, prefix]);
  if (!layer) return null;
  const input = (at: number, label: string) => (
    <WeightInput
      key={at}
      id={`${prefix}${at}`}
      label={label}
      value={weights[at] ?? 0}
      typed={run.edits.some((edit) => edit.at === at)}
      onFocus={() => onFocus(at)}
      onWeight={onWeight && ((value) => onWeight(at, value))}
    />
  );
  return (
    <Stack role="group" aria-label={nameOf(spot, run)}>
      {layer.outputs > shownMost && (
        <IndexChoice
          label="Neuron"
          inline
          options={Array.from({ length: layer.outputs }, (_, row) => String(row + 1))}
          value={spot.row}
          onChoose={(row) => onChoose({ ...spot, row })}
        />
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
    </Stack>
  );
}

type WeightInputProps = {
  id: string;
  label: string;
  value: number;
  /** Whether the run starts from a number that was typed here. */
  typed: boolean;
  onFocus(): void;
  /** Null where the weights cannot be changed. */
  onWeight: ((value: number) => void) | null;
};

/** A weight in full: the fewest digits that are read as the same number. */
const shown = (value: number) =>
  Number.isFinite(value) ? singleText(value) : signed(value);

const steps: Readonly<Record<string, number>> = { ArrowUp: 0.1, ArrowDown: -0.1 };

/** One weight or bias, to read and to type. Arrow keys change it by 0.1. */
function WeightInput(props: WeightInputProps) {
  const { id, label, value, typed, onFocus, onWeight } = props;
  const { wrong, type, input } = useDraft({
    text: shown(value),
    read: typedWeight,
    onTake: (weight) => onWeight?.(weight),
  });
  return (
    <div className={styles.weight} data-typed={typed || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoComplete="off"
        spellCheck={false}
        {...input}
        readOnly={onWeight === null}
        aria-invalid={wrong}
        onFocus={onFocus}
        aria-describedby={wrong ? `${id}-note` : undefined}
        onKeyDown={(event) => {
          const step = steps[event.key];
          const from = typedNumber(input.value);
          if (!step || from === null || !onWeight) return input.onKeyDown(event);
          event.preventDefault();
          // In decimals, as the box has it: ten steps of 0.1 are 1.
          const next = typedWeight(String(Number((from + step).toPrecision(9))));
          if (next === null) return;
          type(null);
          onWeight(next);
        }}
      />
      {wrong && (
        <Problem id={`${id}-note`}>
          It must be a number from −{largestWeight} to {largestWeight}.
        </Problem>
      )}
    </div>
  );
}
