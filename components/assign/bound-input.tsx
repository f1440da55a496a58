"use client";
import { useId, useState } from "react";
import type { Field } from "@/labs/field";
import styles from "./assign.module.css";

type Props = {
  /** What the number is, for those who do not see the tick beside it. */
  label: string;
  field: Field<number>;
  value: number;
  onChange(value: number): void;
};

/** The number of a goal: taken when it is legal and explained when it is not. */
export function BoundInput({ label, field, value, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? field.format(value);
  const wrong = field.parse(text) === null;
  return (
    <>
      <input
        id={id}
        className={styles.bound}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-note` : undefined}
        onChange={({ target }) => {
          const read = field.parse(target.value.replace(",", "."));
          setDraft(target.value);
          if (read !== null) onChange(read);
        }}
        onBlur={() => setDraft(null)}
      />
      {wrong && (
        <p id={`${id}-note`} className={styles.wrong}>
          It must be {field.allowed}.
        </p>
      )}
    </>
  );
}
