"use client";
// A lab in a page. Until the reader gets near it, it is text: nothing is downloaded.
import { lazy, Suspense } from "react";
import { type LabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim";
import type { Lab as LabData } from "@/labs/lab";
import { parseRun } from "@/labs/link";
import styles from "./lab.module.css";
import { allParts, partsIn } from "./parts";
import { Unloaded } from "./unloaded";
import { type Opening, useOpening, useReached } from "./use-opening";

const LabBench = lazy(async () => {
  const loaded = await import("./lab-bench").catch(() => null);
  return { default: loaded?.LabBench ?? Unloaded };
});

type Props = {
  id: LabId;
  /** Opens the lab at this claim's run, and shows this claim alone. */
  claim?: string;
  /**
   * "address": the run is read from the page's address and written to it; "embed": it is
   * read, with the parts to show, and not written.
   */
  link?: "own" | "address" | "embed";
};

/** A claim needs one view: the network, or else what its lab shows first. */
function viewsOfClaim({ views }: LabData) {
  return views.includes("network") ? (["network"] as const) : views.slice(0, 1);
}

/** A lab by its id: text until the reader is near, then the bench. */
export function Lab({ id, claim: claimId, link = "own" }: Props) {
  const { element, reached } = useReached<HTMLElement>();
  const lab: LabData = labs[id];
  const claim = lab.claims.find((candidate) => candidate.id === claimId);
  if (claimId && !claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  const claims = claim ? [claim] : lab.claims;

  function open(): Opening {
    if (claim) {
      const run = claimedRun(claim, lab.start);
      return {
        start: { lab, run, refused: [], beside: { kind: "nothing" } },
        parts: allParts,
      };
    }
    const beside = { kind: "lab" } as const;
    if (link === "own") {
      return { start: { lab, run: lab.start, refused: [], beside }, parts: allParts };
    }
    const query = window.location.search.slice(1);
    const { parts, rest, problem } =
      link === "embed" ? partsIn(query) : { parts: allParts, rest: query, problem: null };
    const { run, refused } = parseRun(rest, lab.start);
    const all =
      problem === null ? refused : [{ key: "controls", says: problem }, ...refused];
    return { start: { lab, run, refused: all, beside }, parts };
  }

  const { opening, problem, retry } = useOpening(open, reached);
  const waiting = (
    <div className={styles.bench}>
      <ul className={styles.claims} aria-label="Claims">
        {claims.map(({ id, says }) => (
          <li key={id}>
            <p>{says}</p>
          </li>
        ))}
      </ul>
      <p
        role={problem ? "alert" : undefined}
        className={problem ? styles.fault : styles.waiting}
      >
        {problem ?? "The lab opens when you get here. It needs JavaScript."}
      </p>
      {problem && (
        <div className={styles.buttons}>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
  return (
    <section
      ref={element}
      className={styles.lab}
      data-lab={id}
      data-status="idle"
      aria-label={`Lab: ${lab.title}${claim ? `. ${claim.says}` : ""}`}
    >
      {(!opening || opening.parts.has("question")) && (
        <header>
          <p className={styles.kind}>Lab · {lab.title}</p>
          <p className={styles.question}>{lab.question}</p>
        </header>
      )}
      {opening ? (
        <Suspense fallback={waiting}>
          <LabBench
            root={element}
            claims={claims}
            shownViews={claim ? viewsOfClaim(lab) : lab.views}
            addressed={link === "address"}
            {...opening}
          />
        </Suspense>
      ) : (
        waiting
      )}
    </section>
  );
}
