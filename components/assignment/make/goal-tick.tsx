"use client";
import { type ReactNode, useId, useState } from "react";
import { Row, Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { pointLimits, pointsIn } from "@/labs/assignment/goal";
import { type Field, number, parseTyped } from "@/labs/field/field";
import styles from "./workshop.module.css";

type Props = {
  label: string;
  ticked: boolean;
  /** Why it cannot be ticked, or null where it can. */
  idle: string | null;
  onTick(ticked: boolean): void;
  /** The goal's number or choice, once it is ticked. */
  children: ReactNode;
};

/** One goal to ask for or not. */
export function GoalTick({ label, ticked, idle, onTick, children }: Props) {
  const id = useId();
  const shut = !ticked && idle !== null;
  return (
    <Row className={styles.goal}>
      <Tick
        checked={ticked}
        disabled={shut}
        aria-describedby={shut ? id : undefined}
        onChange={({ target }) => onTick(target.checked)}
      >
        {label}
      </Tick>
      {children}
      {shut && (
        <Small as="span" id={id}>
          {idle}
        </Small>
      )}
    </Row>
  );
}

const points: Field<number> = {
  ...number("points", "Points", {
    min: 0,
    max: pointLimits.most,
    step: pointLimits.step,
  }),
  allowed: `0 to ${pointLimits.most}, in halves`,
  parse: (text) => (text === "0" ? 0 : pointsIn(text)),
};

/** The points of a goal, or of all graded questions together; 0 for none. */
export const PointsInput = (props: Omit<BoundProps, "field">) => (
  <span className={styles.points}>
    <BoundInput {...props} field={points} />
    {props.value === 1 ? "point" : "points"}
  </span>
);

type BoundProps = {
  /** Names the number for those who do not see the words beside it. */
  label: string;
  field: Field<number>;
  value: number;
  onChange(value: number): void;
};

/** The number of a goal: taken when it is legal and explained when it is not. */
export function BoundInput({ label, field, value, onChange }: BoundProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? field.format(value);
  const wrong = parseTyped(field, text) === null;
  return (
    <>
      <input
        className={styles.bound}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        onChange={({ target }) => {
          const read = parseTyped(field, target.value);
          setDraft(target.value);
          if (read !== null) onChange(read);
        }}
        // A refusal stays until it is read, and the text with it.
        onBlur={() => !wrong && setDraft(null)}
      />
      {wrong && <Problem id={id}>It must be {field.allowed}.</Problem>}
    </>
  );
}
