"use client";
// The reader's own activation or loss: read while it is typed, taken on Enter or once the
// field is left. What cannot be read changes nothing.
import { useDeferredValue, useId, useMemo } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { TextArea } from "@/components/kit/field";
import { PlainList, Row, Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { Code } from "@/components/kit/with-code";
import type { OwnControl } from "@/labs/field/field";
import { sizeOf } from "@/labs/formula/formula";
import { symbolsOf } from "@/labs/formula/in-symbols";
import { formulaLimits, type OwnFormula } from "@/labs/formula/own-formula";
import { functionNames } from "@/labs/formula/read-formula";
import { readOwn } from "@/labs/formula/read-own";
import { activationCurve, lossCurve } from "@/labs/network/curves";
import { studyActivation, studyLoss } from "@/labs/network/own-remarks";
import { useDraft } from "./draft";
import { OwnCurve } from "./own-curve";
import styles from "./own-formula-field.module.css";

type Props = {
  /** The formula that counts. */
  text: string;
  own: OwnControl;
  about: string | undefined;
  disabled: boolean;
  /** Given a formula that was read, as it was typed. */
  onChange(text: string): void;
};

/** Formulas that no record has, to begin with. */
const examples = {
  activation: ["z * sigmoid(z)", "exp(-z^2)", "max(-1, min(1, z))"],
  loss: ["log1p((s - t)^2)", "abs(s - t)^1.5", "max(0, 1 - t * s)^2"],
} as const;

const labels = {
  activation: "Your formula of the sum z",
  loss: "Your formula of score s and target t",
} as const;

export function OwnFormulaField({ text, own, about, disabled, onChange }: Props) {
  const id = useId();
  const { names } = own;
  const { wrong, input, type } = useDraft({
    text,
    read(typed) {
      const read = readOwn(typed, names);
      return "own" in read ? read.own : null;
    },
    onTake: (taken) => onChange(taken.slice(1)),
  });
  const typed = input.value;
  const read = readOwn(typed, names);
  const refused = "refused" in read ? read : null;
  const counting = readOwn(text, names);
  const shown = "own" in read ? read.own : "own" in counting ? counting.own : null;
  const take = (example: string) => {
    type(null);
    onChange(example);
  };
  return (
    <div className={styles.own}>
      <TextArea
        code
        rows={2}
        label={about ? `${about}: ${labels[own.of].toLowerCase()}` : labels[own.of]}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onBlur={input.onBlur}
        onKeyDown={(event) => {
          // A formula has one line, however many its field shows.
          if (event.key === "Enter") event.preventDefault();
          input.onKeyDown(event);
        }}
        disabled={disabled}
        maxLength={4 * formulaLimits.characters}
        autoCapitalize="off"
        aria-describedby={`${id}-place`}
        problem={
          wrong && refused ? `${refused.refused} The run keeps ${text} until then.` : null
        }
      />
      <div id={`${id}-place`} hidden={!refused}>
        {refused && !wrong && <Small>{refused.refused}</Small>}
        {refused && refused.at !== null && <Place typed={typed} at={refused.at} />}
      </div>
      {shown && <Told own={shown} of={own.of} />}
      <Row role="group" aria-label="Formulas to begin with" className={styles.examples}>
        {examples[own.of].map((example) => (
          <Button key={example} disabled={disabled} onClick={() => take(example)}>
            {example}
          </Button>
        ))}
      </Row>
      <Disclosure summary="What a formula is made of">
        <Small>
          {names.join(", ")}, numbers, pi and e; + − * / ^ and parentheses;{" "}
          {functionNames.join(", ")} of one number; min and max of several; and choices
          such as {names[0]} &gt; 0 ? {names[0]} : 0. At most {formulaLimits.characters}{" "}
          characters and {formulaLimits.parts} parts.
          {own.of === "loss" &&
            " Classes have t = 1 and t = −1; an example’s loss is the sum over its outputs."}
        </Small>
      </Disclosure>
    </div>
  );
}

/** The text with the character marked at which it could not be read further. */
function Place({ typed, at }: { typed: string; at: number }) {
  const from = Math.max(0, at - 40);
  const sign = String.fromCodePoint(typed.codePointAt(at) ?? 0x2423);
  return (
    <Code className={styles.place} aria-hidden="true">
      {from > 0 && "…"}
      {typed.slice(from, at)}
      <mark>{sign}</mark>
      {typed.slice(at + sign.length, at + 40)}
    </Code>
  );
}

/** The longest slope that is written out. */
const longestSlope = 160;

type ToldProps = { own: OwnFormula; of: OwnControl["of"] };

/** A formula's slope, its curve, and what is to be known before it is trained. */
function Told({ own, of }: ToldProps) {
  const now = useDeferredValue(own);
  const { rough, remarks } = useMemo(
    () => (of === "loss" ? studyLoss(now) : studyActivation(now)),
    [now, of],
  );
  const slope = useMemo(() => {
    const { slope } = of === "loss" ? lossCurve(now) : activationCurve(now);
    const text = symbolsOf(slope);
    return text.length <= longestSlope ? text : `a formula of ${sizeOf(slope)} parts`;
  }, [now, of]);
  return (
    <>
      <p className={styles.slope}>Its slope: {slope}</p>
      <OwnCurve own={now} of={of} rough={rough} />
      {remarks.length > 0 && (
        <PlainList aria-label="About this formula" className={styles.remarks}>
          {remarks.map(({ says, grave }) =>
            grave ? (
              <Problem key={says} as="li">
                {says}
              </Problem>
            ) : (
              <Small key={says} as="li">
                {says}
              </Small>
            ),
          )}
        </PlainList>
      )}
    </>
  );
}
