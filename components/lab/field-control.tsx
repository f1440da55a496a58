"use client";
// The control that a field asks for. Every control speaks text: the field parses it.
import { useId } from "react";
import type { Field } from "@/labs/field";
import { ChoiceControl, type Fit } from "./choice-control";
import { Labelled, noteOf } from "./labelled";
import { LayersControl } from "./layers-control";
import { PerLayerControl } from "./per-layer-control";
import { SetControl } from "./set-control";
import styles from "./settings.module.css";
import { TypedNumber } from "./typed-number";
import { WrittenControl } from "./written-control";

type Props<T> = {
  field: Field<T>;
  value: T;
  /** How many hidden layers the run has. */
  layers: number;
  /** How an option of a choice suits the rest of the run. */
  fit(text: string): Fit;
  /** Why the setting changes nothing in this run, or null where it counts. */
  idle: string | null;
  onChange(value: T): void;
};

export function FieldControl<T>({ field, value, layers, fit, idle, onChange }: Props<T>) {
  const id = useId();
  const { label, control } = field;
  const text = field.format(value);
  const take = (next: string) => {
    const read = field.parse(next);
    if (read !== null) onChange(read);
  };
  const shared = { label, text, onChange: take };

  if (control.kind === "choice") {
    return <ChoiceControl {...shared} options={control.options} fit={fit} />;
  }
  if (control.kind === "set") {
    return <SetControl {...shared} options={control.options} />;
  }
  if (control.kind === "layers") {
    return <LayersControl {...shared} control={control} />;
  }
  if (control.kind === "perLayer") {
    const { options } = control;
    return <PerLayerControl {...shared} {...{ options, layers, idle }} />;
  }
  if (control.kind === "written") return <WrittenControl {...shared} />;
  const { min, max, step, logarithmic } = control;
  if (logarithmic || (max - min) / step > 100) {
    return <TypedNumber {...{ field, value, idle, onChange }} />;
  }
  return (
    <Labelled id={id} label={label} note={idle}>
      <div className={styles.slider}>
        <input
          id={id}
          type="range"
          {...{ min, max, step }}
          value={text}
          disabled={idle !== null}
          aria-describedby={idle ? noteOf(id) : undefined}
          onChange={(event) => take(String(Number(event.target.value)))}
        />
        <output htmlFor={id}>{text}</output>
      </div>
    </Labelled>
  );
}
