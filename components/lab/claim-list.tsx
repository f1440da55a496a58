"use client";
import { useMemo } from "react";
import { type Claim, claimedRun } from "@/labs/claim";
import styles from "./lab.module.css";
import { type LabState, sameRun } from "./training/lab-state";

type Props = { claims: readonly Claim[]; state: LabState; onTrain(claim: Claim): void };

function ClaimItem(props: {
  claim: Claim;
  state: LabState;
  onTrain(claim: Claim): void;
}) {
  const { claim, state, onTrain } = props;
  const verdict = state.verdicts[claim.id];
  const { lab, run } = state;
  const here = useMemo(
    () => sameRun(claimedRun(claim, lab.start), run),
    [claim, lab, run],
  );
  const training = here && state.status === "running";
  return (
    <li
      data-claim={claim.id}
      data-verdict={verdict ? (verdict.held ? "held" : "failed") : "open"}
    >
      <p>{claim.says}</p>
      <button type="button" disabled={training} onClick={() => onTrain(claim)}>
        {training ? "Training it…" : "Train this claim"}
      </button>
      <p role="status">
        {verdict && (
          <>
            <b>{verdict.held ? "✓ It held" : "✗ It did not hold"}</b> here: {verdict.saw}.
          </>
        )}
      </p>
    </li>
  );
}

/**
 * What the lesson claims, each with a button that trains it and what was then seen.
 * Several are folded away under the lab.
 */
export function ClaimList({ claims, state, onTrain }: Props) {
  const list = (
    <ul className={styles.claims} aria-label="Claims">
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} state={state} onTrain={onTrain} />
      ))}
    </ul>
  );
  if (claims.length === 1) return list;
  const held = Object.values(state.verdicts).filter((verdict) => verdict.held).length;
  return (
    <details className={styles.more}>
      <summary>
        {claims.length} claims to train{held > 0 && ` (${held} held here)`}
      </summary>
      {list}
    </details>
  );
}
