"use client";
import { useState } from "react";
import { editsTo } from "@/labs/own/weight-edit";
import { most, type Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";

type Props = {
  run: Run;
  /** After the latest pass. */
  weights: Float32Array;
  pass: number;
  /** Takes the edits, or says in a sentence why it cannot. */
  onEdits(edits: Run["edits"]): string | null;
};

/** Makes the weights of now the start, or goes back to what the seed gives. */
export function StartWeights({ run, weights, pass, onEdits }: Props) {
  const [said, setSaid] = useState("");
  const count = run.edits.length;
  const { size } = networkOf(run);
  const tooMany = size > most.edits;

  function startHere() {
    const edits = editsTo(run, weights);
    const none = tooMany
      ? `This network has ${size} numbers; a link holds ${most.edits} at most, so it cannot start from all of them.`
      : "The weights are too large to start from.";
    const problem = edits ? onEdits(edits) : none;
    setSaid(problem ?? "Training now starts from these weights, and so does the link.");
  }
  function startAnew() {
    onEdits([]);
    setSaid("Training starts from the seed’s weights again.");
  }
  return (
    <div className={lab.curve}>
      <p className={lab.small}>
        A number typed here is one that training starts from: the lab goes back to pass 0.
        {count > 0 && ` ${count} of ${size} ${count === 1 ? "is" : "are"} typed.`}
      </p>
      <div className={lab.row}>
        <button
          type="button"
          aria-disabled={pass === 0}
          onClick={() => pass > 0 && startHere()}
        >
          Start from these weights
        </button>
        <button
          type="button"
          aria-disabled={count === 0}
          onClick={() => count > 0 && startAnew()}
        >
          Back to the seed’s weights
        </button>
      </div>
      <p role="status">{said}</p>
    </div>
  );
}
