"use client";
// A typed number does not count half-typed: it does on Enter, or once the reader goes on.
import { type ChangeEvent, type KeyboardEvent, useState } from "react";

type Typed<T> = {
  /** The number that counts, as it is written. */
  text: string;
  /** The number that a typed text stands for, or null. */
  read(text: string): T | null;
  onTake(value: T): void;
};

/**
 * Keeps a text while it is typed, until it counts: the attributes of an input. `wrong` is
 * a text that was refused; it stays to be read until it is changed, dropped with Escape,
 * or overtaken.
 */
export function useDraft<T>({ text, read, onTake }: Typed<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  /** The number that counted when the draft was refused. */
  const [refusedAt, setRefusedAt] = useState<string | null>(null);
  const draft = refusedAt !== null && refusedAt !== text ? null : typed;

  function finish() {
    if (draft === null) return;
    const value = read(draft);
    if (value === null) return setRefusedAt(text);
    setTyped(null);
    // Typed again as it is, if in another way: "0.030", "+3". Nothing starts anew over it.
    if (draft !== text && value !== read(text)) onTake(value);
  }
  function type(next: string | null) {
    setTyped(next);
    setRefusedAt(null);
  }
  return {
    wrong: draft !== null && refusedAt !== null,
    /** Replaces what is typed, as a key of a view's own would. */
    type,
    input: {
      value: draft ?? text,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => type(target.value),
      onBlur: finish,
      onKeyDown(event: KeyboardEvent) {
        if (event.key === "Enter") finish();
        if (event.key === "Escape") type(null);
      },
    },
  };
}
