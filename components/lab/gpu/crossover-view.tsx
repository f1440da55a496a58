"use client";
// Does the GPU help here? Measured on the reader's own machine, on the reader's click.
import type { ViewProps } from "../training/use-lab";
import { Comparison } from "./comparison";
import { Contest } from "./contest";
import styles from "./gpu.module.css";
import { GpuFound } from "./gpu-found";
import { MeasureButtons } from "./measure-buttons";
import { subjectNames } from "./measured-words";
import { ThisRun } from "./this-run";
import { useMeasurement } from "./use-measurement";

export function CrossoverView({ state, side, controls }: ViewProps) {
  const { measurements, measure, stop } = useMeasurement();
  const { run } = side;
  const found =
    measurements.network?.measured.found ?? measurements.products?.measured.found ?? null;
  return (
    <div className={styles.view} role="group" aria-label="The GPU against the CPU">
      <MeasureButtons
        measurements={measurements}
        onStop={stop}
        onMeasure={(what) => {
          // Both would share the processor, and neither figure would be right.
          if (state.status === "running") controls.pause();
          measure(what, run);
        }}
      />
      {found && <GpuFound found={found} />}
      {subjectNames.map((what) => {
        const measurement = measurements[what];
        return measurement && <Contest key={what} what={what} {...measurement} />;
      })}
      <ThisRun side={side} measurements={measurements} />
      <Comparison />
    </div>
  );
}
