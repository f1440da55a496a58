import { useState } from "react";
import { quoted } from "@/labs/arithmetic/number-text";

/** Tells what is wrong with a text, or null once it is mended. */
export type Complain = (label: string, says: string | null) => void;

type Props = {
  label: string;
  /** The number as it stands in the run. */
  value: string;
  /** Changes the run where the text is legal, and returns whether it is. */
  onType(text: string): boolean;
  /** The end of the sentence "it must be …". */
  allowed: string;
  /** The id of the sentence that says what is wrong. */
  note: string;
  onWrong: Complain;
};

/**
 * A number of a matrix to type over: it counts on Enter, or once the reader goes on. A text
 * that is no number stays, and is explained.
 */
export function TypedCell({ label, value, onType, allowed, note, onWrong }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  function report(text: string | null) {
    setWrong(text !== null);
    onWrong(
      label,
      text === null
        ? null
        : `${label} cannot be ${quoted(text.trim())}: it must be ${allowed}. The run keeps ${value}.`,
    );
  }

  function finish() {
    if (draft === null) return;
    if (!onType(draft)) return report(draft);
    setDraft(null);
    report(null);
  }

  return (
    <input
      inputMode="text"
      autoComplete="off"
      aria-label={label}
      value={draft ?? value}
      aria-invalid={wrong}
      aria-describedby={wrong ? note : undefined}
      onChange={({ target }) => {
        setDraft(target.value);
        if (wrong) report(null);
      }}
      onBlur={finish}
      onKeyDown={({ key }) => {
        if (key === "Enter") finish();
        if (key !== "Escape" || draft === null) return;
        setDraft(null);
        report(null);
      }}
    />
  );
}
