"use client";
import { useId } from "react";
import lab from "@/components/lab/lab.module.css";
import type { Field } from "@/labs/field";
import styles from "./controls.module.css";
import { Labelled, noteOf } from "./labelled";
import { LayersControl, PerLayerControl } from "./layer-controls";
import { TypedNumber } from "./number-field";

// The control that a field asks for. Every control speaks text: the field parses it.

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

/** Whether an option suits the run, would suit it with other data, or never does. */
export type Fit = "here" | "other data" | "nowhere";

type Option = { value: string; label: string };

type ChoiceControlProps = {
  label: string;
  text: string;
  options: readonly Option[];
  fit(value: string): Fit;
  onChange(text: string): void;
};

const optionsOf = (options: readonly Option[]) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** One name out of several. What needs other data is shown apart and cannot be chosen. */
export function ChoiceControl({
  label,
  text,
  options,
  fit,
  onChange,
}: ChoiceControlProps) {
  const id = useId();
  const fitting = (wanted: Fit) => options.filter(({ value }) => fit(value) === wanted);
  const elsewhere = fitting("other data");
  return (
    <Labelled id={id} label={label} note={null}>
      <select id={id} value={text} onChange={(event) => onChange(event.target.value)}>
        {optionsOf(fitting("here"))}
        {elsewhere.length > 0 && (
          <optgroup label="For other data" disabled>
            {optionsOf(elsewhere)}
          </optgroup>
        )}
      </select>
    </Labelled>
  );
}

type SetControlProps = {
  label: string;
  /** The chosen names as a link writes them: `x-y`. */
  text: string;
  options: readonly { value: string; label: string }[];
  onChange(text: string): void;
};

/** Ticks for several names, of which at least one stays. */
function SetControl({ label, text, options, onChange }: SetControlProps) {
  const chosen = text.split("-");
  return (
    <fieldset className={styles.control}>
      <legend>{label}</legend>
      <div className={styles.ticks}>
        {options.map((option) => {
          const ticked = chosen.includes(option.value);
          const next = options.filter((other) =>
            other === option ? !ticked : chosen.includes(other.value),
          );
          return (
            <label key={option.value} className={lab.tick}>
              <input
                type="checkbox"
                checked={ticked}
                disabled={next.length === 0}
                onChange={() => onChange(next.map((other) => other.value).join("-"))}
              />
              {option.label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

type WrittenControlProps = {
  label: string;
  /** The list as a link writes it, or `none`. */
  text: string;
  onChange(text: string): void;
};

/** A list that a view of the lab writes: how long it is, and a way to drop it. */
function WrittenControl({ label, text, onChange }: WrittenControlProps) {
  const count = text === "none" ? 0 : text.split("*").length;
  return (
    <fieldset className={styles.control}>
      <legend>{label}</legend>
      <div className={styles.pair}>
        <output>{count === 0 ? "none" : `${count} in the link`}</output>
        <button type="button" disabled={count === 0} onClick={() => onChange("none")}>
          Drop them
        </button>
      </div>
    </fieldset>
  );
}
