"use client";
import { useId } from "react";
import { Labelled } from "./labelled";

/** Whether an option suits the run, would suit it with other data, or never does. */
export type Fit = "here" | "other data" | "nowhere";

type Option = { value: string; label: string };

type Props = {
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
export function ChoiceControl({ label, text, options, fit, onChange }: Props) {
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
