"use client";
import type { Field } from "@/labs/field";
import { fields, lossSuits, type Run } from "@/labs/run";
import { FieldControl } from "./field-control";
import styles from "./lab.module.css";

type Props = { run: Run; controls: readonly (keyof Run)[]; onSet(run: Run): void };

/** A control for each setting that the lab lets the reader change. */
export function SettingsPanel({ run, controls, onSet }: Props) {
  const control = <K extends keyof Run>(setting: K) => {
    const field: Field<Run[K]> = fields[setting];
    const legal = (text: string) =>
      setting !== "loss" ||
      lossSuits({ ...run, loss: fields.loss.parse(text) ?? run.loss });
    return (
      <FieldControl
        key={setting}
        field={field}
        value={run[setting]}
        legal={legal}
        onChange={(value) => onSet({ ...run, [setting]: value })}
      />
    );
  };
  return <div className={styles.settings}>{controls.map(control)}</div>;
}
