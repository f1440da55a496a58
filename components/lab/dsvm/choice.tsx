"use client";
import { ChoiceControl } from "../controls/field-control";

type Props<N extends string> = {
  label: string;
  value: N;
  named: Readonly<Record<N, { label: string }>>;
  onChange(value: NoInfer<N>): void;
};

/** One of a record's names, by its label. */
export function Choice<N extends string>({ label, value, named, onChange }: Props<N>) {
  const isName = (text: string): text is N => Object.hasOwn(named, text);
  const names = Object.keys(named).filter(isName);
  return (
    <ChoiceControl
      label={label}
      text={value}
      options={names.map((name) => ({ value: name, label: named[name].label }))}
      fit={() => "here"}
      onChange={(text) => isName(text) && onChange(text)}
    />
  );
}
