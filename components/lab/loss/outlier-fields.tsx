"use client";
import { Button } from "@/components/kit/button";
import { IndexChoice } from "@/components/kit/choice";
import { TextField } from "@/components/kit/field";
import { numberKeys } from "@/components/kit/sign-button";
import { typedNumber } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import { classNames } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import { useDraft } from "../controls/draft";
import { classOf } from "../plane/class-look";
import type { OutlierEditor } from "./outlier-editor";
import styles from "./outlier-fields.module.css";

/** The largest place or target that a link reads. */
const limit = 100;

/** The number that a text stands for, to six decimals, or null. */
function numberOf(text: string): number | null {
  const value = typedNumber(text);
  return value !== null && Math.abs(value) <= limit ? Number(value.toFixed(6)) : null;
}

type PlaceFieldProps = { label: string; value: number; onType(value: number): void };

/** A number that counts on Enter, or once the reader goes on to something else. */
function PlaceField({ label, value, onType }: PlaceFieldProps) {
  const { wrong, input } = useDraft({
    text: String(value),
    read: numberOf,
    onTake: onType,
  });
  return (
    <TextField
      {...input}
      label={label}
      problem={wrong ? `It must be a number from −${limit} to ${limit}.` : null}
      inputMode={numberKeys(true)}
    />
  );
}

/** Adds, removes, places and turns outliers, without a pointer. */
export function OutlierFields({ run, editor }: { run: Run; editor: OutlierEditor }) {
  const { outliers, chosen, change, add, remove, canAdd } = editor;
  const outlier = outliers[chosen];
  const named = classNames(run);
  const several = kindOf(run) === "several";
  const targetOf = (index: number) => (several ? index : index === 0 ? -1 : 1);
  return (
    <div className={styles.fields} role="group" aria-label="Outliers">
      {outlier && outliers.length > 1 && <b>Outlier {chosen + 1}</b>}
      {outlier && (
        <>
          <PlaceField label="x" value={outlier.x} onType={(x) => change({ x })} />
          <PlaceField label="y" value={outlier.y} onType={(y) => change({ y })} />
        </>
      )}
      {outlier && named.length === 0 && (
        <PlaceField
          label="Target"
          value={outlier.target}
          onType={(target) => change({ target })}
        />
      )}
      {outlier && named.length > 0 && (
        <IndexChoice
          label="Class"
          options={named}
          value={classOf(outlier.target, several)}
          onChoose={(index) => change({ target: targetOf(index) })}
        />
      )}
      <Button disabled={!canAdd} onClick={add}>
        Add an outlier
      </Button>
      <Button disabled={!outlier} onClick={remove}>
        Remove {outliers.length > 1 ? "it" : "the outlier"}
      </Button>
    </div>
  );
}
