"use client";
import { useState } from "react";
import { TextField } from "@/components/kit/field";
import type { Field } from "@/labs/field/field";

type Props<T> = {
  field: Field<T>;
  value: T;
  /** Why the number changes nothing in this run, or null where it counts. */
  idle: string | null;
  /** Beside its label instead of under it. */
  inline?: boolean;
  /** Of the input. */
  className?: string | undefined;
  /** Of the element around label and input. */
  fieldClass?: string | undefined;
  onChange(value: T): void;
};

/** A number typed in full, taken when it is legal and explained when it is not. */
export function NumberField<T>(props: Props<T>) {
  const { field, value, idle, onChange, ...looks } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? field.format(value);
  const wrong = field.parse(text) === null;
  return (
    <TextField
      {...looks}
      label={field.label}
      hint={wrong ? null : idle}
      problem={wrong ? `It must be ${field.allowed}.` : null}
      inputMode="decimal"
      value={text}
      disabled={idle !== null}
      onChange={({ target }) => {
        const typed = target.value.replace(",", ".");
        const read = field.parse(typed);
        setDraft(typed);
        if (read !== null) onChange(read);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}
