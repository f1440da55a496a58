"use client";
import { countFrom } from "@/labs/notebook/memory";
import { optimizers } from "@/labs/optimizer";
import { Choice } from "./choice";
import { type Typed, typedLabels } from "./load";
import { TypedText } from "./typed-text";

const counts = ["weights", "outputs", "batch", "width"] as const;

const problem = (text: string) =>
  countFrom(text) === null
    ? "Type a whole number from 1 to 10¹³, as in 25,000, 100 million or 7e9."
    : null;

type Props = { typed: Typed; onChange(typed: Typed): void };

/** The counts of a network that is larger than any lab's. */
export function LargerNetwork({ typed, onChange }: Props) {
  return (
    <>
      {counts.map((name) => (
        <TypedText
          key={name}
          label={typedLabels[name]}
          text={typed[name]}
          problem={problem(typed[name])}
          onChange={(text) => onChange({ ...typed, [name]: text })}
        />
      ))}
      <Choice
        label="Optimizer of it"
        value={typed.optimizer}
        named={optimizers}
        onChange={(optimizer) => onChange({ ...typed, optimizer })}
      />
    </>
  );
}
