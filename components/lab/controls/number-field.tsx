"use client";
import { useId, useState } from "react";
import type { Field } from "@/labs/field";
import { Labelled, noteOf } from "./labelled";

type Props<T> = {
  field: Field<T>;
  value: T;
  /** Why the number changes nothing in this run, or null where it counts. */
  idle: string | null;
  onChange(value: T): void;
};

/** A number typed in full, taken when it is legal and explained when it is not. */
export function TypedNumber<T>({ field, value, idle, onChange }: Props<T>) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? field.format(value);
  const wrong = field.parse(text) === null;
  const note = wrong ? `It must be ${field.allowed}.` : idle;
  return (
    <Labelled id={id} label={field.label} note={note} wrong={wrong} short>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        disabled={idle !== null}
        aria-invalid={wrong}
        aria-describedby={note ? noteOf(id) : undefined}
        onChange={(event) => {
          const typed = event.target.value.replace(",", ".");
          const read = field.parse(typed);
          setDraft(typed);
          if (read !== null) onChange(read);
        }}
        onBlur={() => setDraft(null)}
      />
    </Labelled>
  );
}
