"use client";
import type { ReactNode } from "react";
import { activations } from "@/labs/activation";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import { nameOf, type Spot } from "./names";
import styles from "./network.module.css";

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
