"use client";
// The control that a field asks for. Every control speaks text: the field parses it.
import type { ReactNode } from "react";
import { Button } from "@/components/kit/button";
import { Field as LabelledField } from "@/components/kit/field";
import { Tick } from "@/components/kit/tick";
import type { Field, Option, OwnControl } from "@/labs/field/field";
import { readOwn } from "@/labs/formula/read-own";
import styles from "./controls.module.css";
import { LayersControl, PerLayerControl } from "./layer-controls";
import { NamedSelect } from "./named-select";
import { NumberField } from "./number-field";

/** Whether an option suits the run, would suit it with other data, or never does. */
export type Fit = "here" | "other data" | "nowhere";

type Props<T> = {
  field: Field<T>;
  value: T;
  /** How many hidden layers the run has. */
  layers: number;
  /** How an option of a choice suits the rest of the run. */
  fit(text: string): Fit;
  /** Why the setting changes nothing in this run, or null where it counts. */
  idle: string | null;
  /** Where the heading above says the same as its label, that is only heard. */
  heading?: string;
  onChange(value: T): void;
};

/** The control of one setting, as its field describes it. */
export function FieldControl<T>(props: Props<T>) {
  const { field, value, layers, fit, idle, heading, onChange } = props;
  const { label, control } = field;
  const text = field.format(value);
  const take = (next: string) => {
    const read = field.parse(next, readOwn);
    if (read !== null) onChange(read);
  };
  const shared = { label, text, onChange: take };

  if (control.kind === "choice") {
    const { options, own } = control;
    return <ChoiceControl {...shared} {...{ options, own, fit, heading }} />;
  }
  if (control.kind === "set") {
    return <SetControl {...shared} options={control.options} />;
  }
  if (control.kind === "layers") {
    return <LayersControl {...shared} control={control} />;
  }
  if (control.kind === "perLayer") {
    const { options, own } = control;
    return <PerLayerControl {...shared} {...{ options, own, layers, idle }} />;
  }
  if (control.kind === "written") {
    return <WrittenControl {...shared} count={control.count(text)} />;
  }
  const { min, max, step, logarithmic } = control;
  if (logarithmic || (max - min) / step > 100) {
    return (
      <NumberField {...{ field, value, idle, onChange }} fieldClass={styles.short} />
    );
  }
  return (
    <LabelledField label={label} hint={idle} fieldClass={styles.sliding}>
      {(tied) => (
        <div className={styles.slider}>
          <output htmlFor={tied.id}>{text}</output>
          <input
            {...tied}
            type="range"
            {...{ min, max, step }}
            value={text}
            disabled={idle !== null}
            onChange={({ target }) => take(String(Number(target.value)))}
          />
        </div>
      )}
    </LabelledField>
  );
}

/** Controls under a heading of their own; short ones share a line. */
export const ControlGroup = (props: { legend: string; children: ReactNode }) => (
  <fieldset className={styles.group}>
    <legend>{props.legend}</legend>
    {props.children}
  </fieldset>
);

/** A control gives and takes its value as a link writes it. */
type TextControlProps = { label: string; text: string; onChange(text: string): void };

type ChoiceControlProps = TextControlProps & {
  options: readonly Option[];
  own: OwnControl | null;
  fit(value: string): Fit;
  heading: string | undefined;
};

/** One name out of several. What needs other data is shown apart and cannot be chosen. */
function ChoiceControl(props: ChoiceControlProps) {
  const { label, text, options, own, fit, heading, onChange } = props;
  const offered = (wanted: Fit) =>
    options
      .filter(({ value }) => fit(value) === wanted)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
  const elsewhere = offered("other data");
  return (
    <LabelledField
      label={<span className={heading === label ? "visually-hidden" : ""}>{label}</span>}
    >
      {(tied) => (
        <NamedSelect {...tied} {...{ text, options, own, onChange }}>
          {offered("here")}
          {elsewhere.length > 0 && (
            <optgroup label="For other data" disabled>
              {elsewhere}
            </optgroup>
          )}
        </NamedSelect>
      )}
    </LabelledField>
  );
}

/** Chips for several names, as in `x-y`, of which at least one stays. */
function SetControl(props: TextControlProps & { options: readonly Option[] }) {
  const { label, text, options, onChange } = props;
  const chosen = text.split("-");
  return (
    <fieldset className={styles.control}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {options.map((option) => {
          const ticked = chosen.includes(option.value);
          const next = options.filter((other) =>
            other === option ? !ticked : chosen.includes(other.value),
          );
          return (
            <Tick
              key={option.value}
              checked={ticked}
              disabled={next.length === 0}
              labelClass={styles.chip}
              onChange={() => onChange(next.map((other) => other.value).join("-"))}
            >
              {option.label}
            </Tick>
          );
        })}
      </div>
    </fieldset>
  );
}

/** A list that a view of the lab writes: how long it is, and a way to drop it. */
function WrittenControl({
  label,
  count,
  onChange,
}: Omit<TextControlProps, "text"> & { count: number }) {
  return (
    <fieldset className={styles.control}>
      <legend>{label}</legend>
      <div className={styles.pair}>
        <output>{count === 0 ? "none" : `${count} in the link`}</output>
        <Button disabled={count === 0} onClick={() => onChange("none")}>
          Drop them
        </Button>
      </div>
    </fieldset>
  );
}
