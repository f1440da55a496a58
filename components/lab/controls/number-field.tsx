"use client";
import { TextField } from "@/components/kit/field";
import { numberKeys } from "@/components/kit/sign-button";
import { type Field, parseTyped } from "@/labs/field/field";
import { useDraft } from "./draft";

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

/** A number typed in full: taken on Enter or when the field is left, or explained. */
export function NumberField<T>(props: Props<T>) {
  const { field, value, idle, onChange, ...looks } = props;
  const { control } = field;
  const { wrong, input } = useDraft({
    text: field.format(value),
    read: (text) => parseTyped(field, text),
    onTake: onChange,
  });
  return (
    <TextField
      {...looks}
      {...input}
      label={field.label}
      hint={wrong ? null : idle}
      problem={wrong ? `It must be ${field.allowed}.` : null}
      inputMode={numberKeys(control.kind === "number" && control.min < 0)}
      disabled={idle !== null}
    />
  );
}
