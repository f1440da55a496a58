"use client";
import { type ReactNode, useId, useState } from "react";
import type { Field } from "@/labs/field";
import styles from "./assign.module.css";

type Props = {
  label: string;
  ticked: boolean;
  /** Why it cannot be ticked, or null where it can. */
  idle: string | null;
  onTick(ticked: boolean): void;
  /** What the goal asks for, once it is ticked. */
  children: ReactNode;
};

/** One goal to ask for or not. */
export function GoalTick({ label, ticked, idle, onTick, children }: Props) {
  const id = useId();
  const shut = !ticked && idle !== null;
  return (
    <div className={styles.goal}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={ticked}
          disabled={shut}
          aria-describedby={shut ? id : undefined}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span>{label}</span>
      </label>
      {children}
      {shut && (
        <span id={id} className={styles.small}>
          {idle}
        </span>
      )}
    </div>
  );
}

type BoundInputProps = {
  /** What the number is, for those who do not see the tick beside it. */
  label: string;
  field: Field<number>;
  value: number;
  onChange(value: number): void;
};

/** The number of a goal: taken when it is legal and explained when it is not. */
export function BoundInput({ label, field, value, onChange }: BoundInputProps) {
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
