"use client";
import { type Claim, claimedRun } from "@/labs/claim";
import styles from "./lab.module.css";
import type { LabState } from "./lab-state";
import { sameRun } from "./lab-state";

type Props = { claims: readonly Claim[]; state: LabState; onTrain(claim: Claim): void };

/** What the lesson claims, each with a button that trains it and what was then seen. */
export function ClaimList({ claims, state, onTrain }: Props) {
  return (
    <ul className={styles.claims} aria-label="Claims">
      {claims.map((claim) => {
        const verdict = state.verdicts[claim.id];
        const here = sameRun(claimedRun(claim, state.lab.start), state.run);
        const training = here && state.status === "running";
        return (
          <li
            key={claim.id}
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
                  <b>{verdict.held ? "✓ It held" : "✗ It did not hold"}</b> here:{" "}
                  {verdict.saw}.
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
