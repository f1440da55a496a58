"use client";
import { useClassAnswers } from "./picture/class-answers";
import type { Side } from "./side";

/**
 * The share of the test examples that a side's network names right, a few times a second.
 */
export function TestAccuracy({ side }: { side: Side }) {
  const { accuracy } = useClassAnswers(side);
  return (
    <div>
      <dt>Test accuracy</dt>
      <dd>{Number.isFinite(accuracy) ? `${(100 * accuracy).toFixed(1)} %` : "–"}</dd>
    </div>
  );
}
