"use client";
import { type ReactNode, useEffect, useId, useState } from "react";
import lab from "@/components/lab/lab.module.css";
import { activations } from "@/labs/network/activation";
import { networkOf } from "@/labs/run/plan";
import { most, type Run } from "@/labs/run/run";
import { editsTo, largestWeight, typedWeight } from "@/labs/run/weight-edit";
import { shownMost } from "./diagram-layout";
import styles from "./network.module.css";
import { nameOf, type Spot, signed, sourceOf } from "./neuron-names";

type Props = {
  run: Run;
  /** The neuron whose numbers are inside; null where none is chosen. */
  spot: Spot | null;
  open: boolean;
  onOpen(open: boolean): void;
  children: ReactNode;
};

/** What a neuron works out, in a line. */
function inWords(run: Run, { column }: Spot): string {
  const layer = networkOf(run).layers[column - 1];
  if (!layer) return "given with each example, without weights";
  const { inputs, activation } = layer;
  const sum = `the sum of ${inputs} weighted ${inputs === 1 ? "input" : "inputs"} and a bias`;
  return activation === "linear" ? sum : `${activations[activation].label} of ${sum}`;
}

/** The chosen neuron in a line; its numbers unfold. */
export function NeuronDetails({ run, spot, open, onOpen, children }: Props) {
  return (
    <details
      className={lab.more}
      open={open}
      onToggle={({ currentTarget }) => onOpen(currentTarget.open)}
    >
      <summary>
        {spot ? `${nameOf(spot, run)}: ${inWords(run, spot)}` : "Weights to start from"}
      </summary>
      <div className={styles.details}>{children}</div>
    </details>
  );
}

type NeuronPanelProps = {
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
export function NeuronPanel(props: NeuronPanelProps) {
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

type WeightInputProps = {
  id: string;
  label: string;
  value: number;
  /** Whether the run starts from a number that was typed here. */
  typed: boolean;
  /** Null where the weights cannot be changed. */
  onWeight: ((value: number) => void) | null;
};

/** A weight as the box shows it: six digits are enough to see it move. */
const shown = (value: number) =>
  Number.isFinite(value) ? String(Number(value.toPrecision(6))) : signed(value);

const steps: Readonly<Record<string, number>> = { ArrowUp: 0.1, ArrowDown: -0.1 };

/** One weight or bias, to read and to type. Arrow keys change it by 0.1. */
function WeightInput({ id, label, value, typed, onWeight }: WeightInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && typedWeight(draft) === null;

  function take(text: string) {
    setDraft(text);
    const weight = typedWeight(text);
    if (weight !== null) onWeight?.(weight);
  }
  return (
    <div className={styles.weight} data-typed={typed || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? shown(value)}
        readOnly={onWeight === null}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-note` : undefined}
        onChange={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          const step = steps[event.key];
          const from = typedWeight(draft ?? shown(value));
          if (!step || from === null || !onWeight) return;
          event.preventDefault();
          take(String(Number((from + step).toPrecision(6))));
        }}
        onBlur={() => setDraft(null)}
      />
      {wrong && (
        <p id={`${id}-note`} className={styles.wrong}>
          It must be a number from −{largestWeight} to {largestWeight}.
        </p>
      )}
    </div>
  );
}

type StartWeightsProps = {
  run: Run;
  /** After the latest pass. */
  weights: Float32Array;
  pass: number;
  /** Takes the edits, or says in a sentence why it cannot. */
  onEdits(edits: Run["edits"]): string | null;
};

/** Makes the weights of now the start, or goes back to what the seed gives. */
export function StartWeights({ run, weights, pass, onEdits }: StartWeightsProps) {
  const [said, setSaid] = useState("");
  const count = run.edits.length;
  const { size } = networkOf(run);
  const tooMany = size > most.edits;

  function startHere() {
    const edits = editsTo(run, weights);
    const none = tooMany
      ? `This network has ${size} numbers; a link holds ${most.edits} at most, so it cannot start from all of them.`
      : "The weights are too large to start from.";
    const problem = edits ? onEdits(edits) : none;
    setSaid(problem ?? "Training now starts from these weights, and so does the link.");
  }
  function startAnew() {
    onEdits([]);
    setSaid("Training starts from the seed’s weights again.");
  }
  return (
    <div className={lab.curve}>
      <p className={lab.small}>
        A number typed here is one that training starts from: the lab goes back to pass 0.
        {count > 0 && ` ${count} of ${size} ${count === 1 ? "is" : "are"} typed.`}
      </p>
      <div className={lab.row}>
        <button
          type="button"
          aria-disabled={pass === 0}
          onClick={() => pass > 0 && startHere()}
        >
          Start from these weights
        </button>
        <button
          type="button"
          aria-disabled={count === 0}
          onClick={() => count > 0 && startAnew()}
        >
          Back to the seed’s weights
        </button>
      </div>
      <p role="status">{said}</p>
    </div>
  );
}
