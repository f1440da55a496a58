// What a graded question says of its answer.
import { counted } from "@/labs/number-text";

export type QuestionNow = {
  /** Why the answer cannot be handed in; "" where it can. */
  missing: string;
  /** What the latest try to hand it in met; "" for nothing. */
  problem: string;
  sending: boolean;
  /** Whether it was handed in and the class does not have it yet. */
  waits: boolean;
  over: boolean;
  right: boolean;
  left: number;
  used: number;
  tries: number;
};

export function buttonText(now: QuestionNow): string {
  const { sending, waits, over, left, used, tries } = now;
  if (left === 0) return "Handed in";
  if (waits && !sending) return "Send it again";
  if (over) return "The time is over";
  return `Hand in this answer (try ${used + 1} of ${tries})`;
}

/** `edited`: whether the answer was changed since it was judged. */
export function statusText(now: QuestionNow & { edited: boolean }): string {
  const { missing, problem, sending, waits, over, right, left, used, edited } = now;
  if (missing) return missing;
  if (sending) return "Handing in…";
  if (waits) {
    const kept = "It is kept in this browser: send it again.";
    return problem
      ? `Not handed in. ${problem} ${kept}`
      : `It was not handed in yet. ${kept}`;
  }
  if (problem) return `Not taken: ${problem}`;
  if (right) return "✓ Right.";
  if (over && (used === 0 || edited)) return "Not handed in before the time was over.";
  if (used === 0 || edited) return "";
  if (over && left > 0) return "✗ Not right.";
  return left === 0
    ? "✗ Not right. No try is left."
    : `✗ Not right. ${counted(left, "try", "tries")} left.`;
}
