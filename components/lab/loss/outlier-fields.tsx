"use client";
import { useId, useState } from "react";
import { kindOf } from "@/labs/dataset";
import { classNames } from "@/labs/input-names";
import type { Run } from "@/labs/run";
import { typedNumber } from "@/labs/typed-number";
import { classOf } from "../plane/class-look";
import styles from "./loss.module.css";
import type { Outliers } from "./use-outliers";

/** How far from 0 a place or a target may be: as far as a link reads. */
const limit = 100;

/** The number that a text stands for, to six decimals, or null. */
function numberOf(text: string): number | null {
  const value = typedNumber(text);
  return value !== null && Math.abs(value) <= limit ? Number(value.toFixed(6)) : null;
}

type NumberProps = { label: string; value: number; onTake(value: number): void };

/** A number that is taken on Enter, or when the reader goes on to something else. */
function TypedPlace({ label, value, onTake }: NumberProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && numberOf(draft) === null;
  function take() {
    const read = draft === null ? null : numberOf(draft);
    if (read === null) return;
    setDraft(null);
    if (read !== value) onTake(read);
  }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={draft ?? String(value)}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
          if (event.key === "Escape") setDraft(null);
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          It must be a number from −{limit} to {limit}.
        </p>
      )}
    </div>
  );
}

/** Adds, removes, places and turns outliers, without a pointer. */
export function OutlierFields({ run, held }: { run: Run; held: Outliers }) {
  const { outliers, chosen, change, add, remove, canAdd } = held;
  const outlier = outliers[chosen];
  const id = useId();
  const named = classNames(run);
  const several = kindOf(run) === "several";
  const targetOf = (index: number) => (several ? index : index === 0 ? -1 : 1);
  return (
    <div className={styles.fields} role="group" aria-label="Outliers">
      {outlier && outliers.length > 1 && <b>Outlier {chosen + 1}</b>}
      {outlier && (
        <>
          <TypedPlace label="x" value={outlier.x} onTake={(x) => change({ x })} />
          <TypedPlace label="y" value={outlier.y} onTake={(y) => change({ y })} />
        </>
      )}
      {outlier && named.length === 0 && (
        <TypedPlace
          label="Target"
          value={outlier.target}
          onTake={(target) => change({ target })}
        />
      )}
      {outlier && named.length > 0 && (
        <div>
          <label htmlFor={id}>Class</label>
          <select
            id={id}
            value={classOf(outlier.target, several)}
            onChange={(event) => change({ target: targetOf(Number(event.target.value)) })}
          >
            {named.map((name, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="button" disabled={!canAdd} onClick={add}>
        Add an outlier
      </button>
      <button type="button" disabled={!outlier} onClick={remove}>
        Remove {outliers.length > 1 ? "it" : "the outlier"}
      </button>
    </div>
  );
}
