"use client";
// The control that a field asks for. Every control speaks text: the field parses it.
import { useId, useState } from "react";
import type { Field } from "@/labs/field";
import lab from "./lab.module.css";
import { LayersControl } from "./layers-control";
import styles from "./settings.module.css";

type Props<T> = {
  field: Field<T>;
  value: T;
  /** Whether one option of a choice fits the rest of the run. */
  legal(text: string): boolean;
  onChange(value: T): void;
};

/** A number typed in full, taken when it is legal and explained when it is not. */
function TypedNumber<T>({ field, value, onChange }: Omit<Props<T>, "legal">) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? field.format(value);
  const wrong = field.parse(text) === null;
  return (
    <div className={styles.control}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-why` : undefined}
        onChange={(event) => {
          const typed = event.target.value.replace(",", ".");
          const read = field.parse(typed);
          setDraft(typed);
          if (read !== null) onChange(read);
        }}
        onBlur={() => setDraft(null)}
      />
      {wrong && (
        <p id={`${id}-why`} className={styles.wrong}>
          It must be {field.allowed}.
        </p>
      )}
    </div>
  );
}

export function FieldControl<T>({ field, value, legal, onChange }: Props<T>) {
  const id = useId();
  const { control } = field;
  const text = field.format(value);
  const take = (next: string) => {
    const read = field.parse(next);
    if (read !== null) onChange(read);
  };

  if (control.kind === "choice") {
    return (
      <div className={styles.control}>
        <label htmlFor={id}>{field.label}</label>
        <select id={id} value={text} onChange={(event) => take(event.target.value)}>
          {control.options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              disabled={!legal(option.value)}
            >
              {option.label}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (control.kind === "set") {
    const chosen = text.split("-");
    return (
      <fieldset className={styles.control}>
        <legend>{field.label}</legend>
        <div className={styles.ticks}>
          {control.options.map((option) => {
            const ticked = chosen.includes(option.value);
            const next = control.options.filter((other) =>
              other === option ? !ticked : chosen.includes(other.value),
            );
            return (
              <label key={option.value} className={lab.tick}>
                <input
                  type="checkbox"
                  checked={ticked}
                  disabled={next.length === 0}
                  onChange={() => take(next.map((other) => other.value).join("-"))}
                />
                {option.label}
              </label>
            );
          })}
        </div>
      </fieldset>
    );
  }
  if (control.kind === "layers") {
    return <LayersControl {...{ label: field.label, text, control }} onChange={take} />;
  }
  const { min, max, step, logarithmic } = control;
  if (logarithmic || (max - min) / step > 100) {
    return <TypedNumber {...{ field, value, onChange }} />;
  }
  return (
    <div className={styles.control}>
      <label htmlFor={id}>{field.label}</label>
      <div className={styles.slider}>
        <input
          id={id}
          type="range"
          {...{ min, max, step }}
          value={text}
          onChange={(event) => take(String(Number(event.target.value)))}
        />
        <output htmlFor={id}>{text}</output>
      </div>
    </div>
  );
}
