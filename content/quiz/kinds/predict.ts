import type { Prediction } from "../question";
import { evaluated, type Numbers } from "./expression";

/**
 * The position of the first option that came true in a run with these numbers, or null.
 * Throws where a condition cannot be computed.
 */
export function cameTrue(
  options: Prediction["options"],
  numbers: Numbers,
): number | null {
  const at = options.findIndex(({ when }) => evaluated(when, numbers) !== 0);
  return at < 0 ? null : at;
}
