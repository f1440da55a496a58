// What somebody answered. Positions are those of the question as its file lists it,
// however it was shuffled on the page.

export type Answer =
  /** Options that were ticked, or pointed at. */
  | { kind: "ticked"; options: readonly number[] }
  /** The text of a number or a blank; `seed` drew the numbers (left out: 0). */
  | { kind: "typed"; text: string; seed?: number }
  /** The items, first to last. */
  | { kind: "ordered"; items: readonly number[] }
  /** For each left-hand side its target's position; null where none was chosen. */
  | { kind: "matched"; to: readonly (number | null)[] }
  /** The option predicted, and the one that the reader's own run made true, if any. */
  | { kind: "predicted"; option: number; came: number | null };

const inThousands = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/**
 * The number that a reader typed; null if it is none. Commas between groups of three
 * digits part thousands ("160,000"); another comma is a decimal one ("0,5").
 */
export function typedNumber(text: string): number | null {
  const signed = text.trim().replace("−", "-");
  const plain = inThousands.test(signed)
    ? signed.replaceAll(",", "")
    : signed.replace(",", ".");
  if (plain.length > 24 || !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain))
    return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
