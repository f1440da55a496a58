// A receipt in the list, and where its check is.
import type { Check } from "@/labs/receipt/check";
import type { About } from "./about";

/** A receipt as it came in. */
export type Received = {
  packed: string;
  /** The file that it was in; "" for what was opened or pasted. */
  file: string;
  /** Who handed it in to a class; null for what came otherwise. */
  handedInBy: string | null;
};

export type RowState =
  | { kind: "waiting" }
  /** `share` of the replay; null before it has begun. */
  | { kind: "checking"; share: number | null }
  | { kind: "checked"; check: Check; stopped: boolean }
  | { kind: "failed"; problem: string; again: boolean };

export type Row = Received & { id: number; about: About | null; state: RowState };
