"use client";
import { useMemo, useState } from "react";
import { useCalm } from "@/components/kit/use-calm";
import { activations } from "@/labs/activation";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import { LayerTable } from "./layer-table";
import styles from "./network.module.css";

type Props = { run: Run; weights: Float32Array };

/** The most numbers that are all shown at once; of more, one layer at a time. */
const mostAtOnce = 300;

function Tables({ run, weights }: Props) {
  // Four times a second: faster than anybody reads, and it keeps a phone free.
  const drawn = useCalm(useMemo(() => ({ run, weights }), [run, weights]));
  const [picked, setPicked] = useState(0);
  const network = networkOf(drawn.run);
  const titles = network.layers.map(({ inputs, outputs, activation }, index) => {
    const name = index < drawn.run.layers.length ? `Layer ${index + 1}` : "Output";
    return `${name}: ${inputs} × ${outputs}, ${activations[activation].label}`;
  });
  const all = network.size <= mostAtOnce;
  const only = Math.min(picked, titles.length - 1);
  return (
    <div className={styles.tables}>
      {!all && (
        <label className={lab.tick}>
          Layer
          <select value={only} onChange={({ target }) => setPicked(Number(target.value))}>
            {titles.map((title, index) => (
              <option key={title} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {titles.map((title, index) =>
        all || index === only ? (
          <LayerTable key={title} {...drawn} index={index} title={title} />
        ) : null,
      )}
    </div>
  );
}

/** Every weight and bias, as it is now. */
export function WeightTable({ run, weights }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={lab.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>All {networkOf(run).size} weights and biases</summary>
      {open && <Tables run={run} weights={weights} />}
    </details>
  );
}
