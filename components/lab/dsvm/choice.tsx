"use client";
import { useId } from "react";
import { Labelled } from "../labelled";

type Props<N extends string> = {
  label: string;
  value: N;
  named: Readonly<Record<N, { label: string }>>;
  onChange(value: NoInfer<N>): void;
};

/** One of a record's names, by its label. */
export function Choice<N extends string>({ label, value, named, onChange }: Props<N>) {
  const id = useId();
  const isName = (text: string): text is N => Object.hasOwn(named, text);
  const options = Object.keys(named).filter(isName);
  return (
    <Labelled id={id} label={label} note={null}>
      <select
        id={id}
        value={value}
        onChange={({ target }) => isName(target.value) && onChange(target.value)}
      >
        {options.map((name) => (
          <option key={name} value={name}>
            {named[name].label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
