import { useState } from "react";
import { quoted } from "@/labs/arithmetic/number-text";

/** What is wrong with a text, or null where it was mended. */
export type Complain = (label: string, says: string | null) => void;

type Props = {
  label: string;
  /** The number as it stands in the run. */
  value: string;
  /** Takes the text where it is legal, and tells whether it was. */
  onTake(text: string): boolean;
  /** What is allowed, as the end of a sentence: "… must be <allowed>". */
  allowed: string;
  /** The id of the sentence that says what is wrong. */
  note: string;
  onWrong: Complain;
};

/** What may become a number with more typing. */
const unfinished = /^[-−+]?\d*[.,]?\d*$/;

/**
 * A number of a matrix to type over. A text that is no number stays, and is explained.
 */
export function TypedCell({ label, value, onTake, allowed, note, onWrong }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  function tell(text: string | null) {
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
        if (onTake(text)) tell(null);
        else if (!unfinished.test(text.trim())) tell(text);
      }}
      onBlur={() => {
        if (draft === null) return;
        if (onTake(draft)) setDraft(null);
        else tell(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || draft === null) return;
        setDraft(null);
        tell(null);
      }}
    />
  );
}
