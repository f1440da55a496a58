// One part that an assignment adds to a lab's link.
import type { Run } from "../run/run";

export type Part<T> = {
  /** The name in a link. */
  key: string;
  /** What the text asks for, and a sentence for each piece that it cannot. */
  parse(text: string, run: Run): { value: T; refused: string[] };
  /** "" for what need not be written. */
  format(value: T): string;
};

/** The first few pieces of a text, to be told. */
export const named = (pieces: readonly string[]) =>
  `${pieces.slice(0, 3).join(", ")}${pieces.length > 3 ? ", …" : ""}`;
