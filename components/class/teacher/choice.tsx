"use client";
import { useId } from "react";

type Props<N extends string> = {
  label: string;
  value: N;
  /** What can be chosen, and how it is told. */
  named: Readonly<Record<N, string>>;
  onChange(value: NoInfer<N>): void;
};

/** One of a record's names. */
export function Choice<N extends string>({ label, value, named, onChange }: Props<N>) {
  const id = useId();
  const isName = (text: string): text is N => Object.hasOwn(named, text);
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => isName(target.value) && onChange(target.value)}
      >
        {Object.keys(named)
          .filter(isName)
          .map((name) => (
            <option key={name} value={name}>
              {named[name]}
            </option>
          ))}
      </select>
    </p>
  );
}
