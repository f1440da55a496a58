// What the page and a checking worker say to each other. A worker checks one receipt at a
// time, so nothing needs a number.
import type { Check } from "@/labs/receipt/check";
import type { About } from "./about";

export type ToChecker =
  | { kind: "check"; packed: string }
  /** Ends the replay under way; the check is then told as far as it came. */
  | { kind: "stop" };

export type FromChecker =
  | { kind: "opened"; about: About }
  /** The share of the replay that is done, 0 to 1. */
  | { kind: "replayed"; share: number }
  /** `stopped`: the replay was, before its end. */
  | { kind: "checked"; check: Check; stopped: boolean }
  /** It cannot be checked: one sentence, and whether another try may go better. */
  | { kind: "problem"; problem: string; again: boolean };
