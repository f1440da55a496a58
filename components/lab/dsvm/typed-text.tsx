"use client";
import { useId } from "react";
import { Labelled, noteOf } from "../controls/labelled";

type Props = {
  label: string;
  text: string;
  /** What is wrong with the text, in a sentence; null where nothing is. */
  problem: string | null;
  onChange(text: string): void;
};

/** A line of text, with a sentence below where it cannot be taken. */
export function TypedText({ label, text, problem, onChange }: Props) {
  const id = useId();
  return (
    <Labelled id={id} label={label} note={problem} wrong>
      <input
        id={id}
        value={text}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : noteOf(id)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  );
}
