"use client";
import { type ReactNode, useMemo } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Small } from "@/components/kit/layout";
import { Notice } from "@/components/kit/notice";
import { useReaderNumbers } from "@/components/kit/reader-numbers";
import { Status } from "@/components/kit/status";
import { unbroken } from "@/labs/arithmetic/number-text";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { claimName } from "@/labs/claim/held-claims";
import styles from "./claim-list.module.css";
import { useHeldClaims } from "./training/held-store";
import { type LabState, sameRun } from "./training/lab-state";

type Props = {
  claims: readonly Claim[];
  state: LabState;
  onTrain(claim: Claim): void;
  /** How each came out on many seeds, by its id. */
  seeds: Readonly<Record<string, ReactNode>> | undefined;
};

/** Claims, each with a button that trains it and with what was then seen. */
export const ClaimList = ({ claims, seeds, ...rest }: Props) => (
  <PlainList aria-label="Claims">
    {claims.map((claim) => (
      <ClaimItem key={claim.id} claim={claim} seeds={seeds?.[claim.id]} {...rest} />
    ))}
  </PlainList>
);

type ItemProps = Omit<Props, "claims" | "seeds"> & { claim: Claim; seeds: ReactNode };

function ClaimItem({ claim, seeds, state, onTrain }: ItemProps) {
  const inSigns = useReaderNumbers();
  const verdict = state.verdicts[claim.id];
  const { lab, run } = state;
  const before = useHeldClaims().has(claimName(lab.id, claim.id));
  const here = useMemo(
    () => sameRun(claimedRun(claim, lab.start), run),
    [claim, lab, run],
  );
  const training = here && state.status === "running";
  const tone = verdict && (verdict.held ? "good" : "bad");
  return (
    <li
      data-claim={claim.id}
      data-verdict={verdict ? (verdict.held ? "held" : "failed") : "open"}
    >
      <Notice tone={tone} className={styles.claim}>
        <div className={styles.claimed}>
          <p className={styles.says}>{unbroken(claim.says)}</p>
          {seeds}
        </div>
        <Button disabled={training} onClick={() => onTrain(claim)}>
          {training ? "Training it…" : "Train this claim"}
        </Button>
        <Status className={styles.verdict}>
          {verdict && (
            <>
              <b>{verdict.held ? "✓ It held" : "✗ It did not hold"}</b> here:{" "}
              {inSigns(verdict.saw)}.
            </>
          )}
        </Status>
        {!verdict && before && <Small>✓ You have seen it hold.</Small>}
      </Notice>
    </li>
  );
}
