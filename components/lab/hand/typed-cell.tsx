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

/** Text that may become a number with more typing. */
const unfinished = /^[-−+]?\d*[.,]?\d*$/;

/**
 * A number of a matrix to type over. A text that is no number stays, and is explained.
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

  return (
    <input
      inputMode="text"
      autoComplete="off"
      aria-label={label}
      value={draft ?? value}
      aria-invalid={wrong}
      aria-describedby={wrong ? note : undefined}
      onChange={(event) => {
        const text = event.target.value;
        setDraft(text);
        if (onType(text)) report(null);
        else if (!unfinished.test(text.trim())) report(text);
      }}
      onBlur={() => {
        if (draft === null) return;
        if (onType(draft)) setDraft(null);
        else report(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || draft === null) return;
        setDraft(null);
        report(null);
      }}
    />
  );
}
