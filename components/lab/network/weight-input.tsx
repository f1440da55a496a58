"use client";
import { useState } from "react";
import { largestWeight, typedWeight } from "@/labs/own/weight-edit";
import { signed } from "./names";
import styles from "./network.module.css";

type Props = {
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
export function WeightInput({ id, label, value, typed, onWeight }: Props) {
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
