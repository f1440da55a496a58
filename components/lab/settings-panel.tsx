"use client";
import type { Field } from "@/labs/field";
import type { Lab } from "@/labs/lab";
import { differs, fields, lossSuits, type Run, settings } from "@/labs/run";
import { FieldControl } from "./field-control";
import styles from "./settings.module.css";

type Props = { run: Run; lab: Lab; onSet(run: Run): void };

/**
 * A control for each setting that the lab lets the reader change, and for each that a link
 * has set all the same: nothing that decides the run is out of sight.
 */
export function SettingsPanel({ run, lab, onSet }: Props) {
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
  const shown = settings.filter(
    (setting) => lab.controls.includes(setting) || differs(setting, run, lab.start),
  );
  return <div className={styles.settings}>{shown.map(control)}</div>;
}
