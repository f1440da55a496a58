"use client";
// A lab in a page. Until the reader gets near it, it is text: nothing is downloaded.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { type LabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim";
import type { Lab as LabData } from "@/labs/lab";
import { parseRun } from "@/labs/link";
import styles from "./lab.module.css";

const Unloaded = () => (
  <p className={styles.fault} role="alert">
    The lab could not be loaded. Reload the page once you are online again.
  </p>
);

const LabBench = lazy(async () => {
  const loaded = await import("./lab-bench").catch(() => null);
  return { default: loaded?.LabBench ?? Unloaded };
});

type Props = {
  id: LabId;
  /** Opens the lab at this claim's run, and shows this claim alone. */
  claim?: string;
  /** "address": the run is read from the page's address and written to it. */
  link?: "own" | "address";
};

/** Whether the element has ever come within reach of the screen. */
function useReached<E extends Element>() {
  const element = useRef<E>(null);
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setReached(true);
        observer.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, reached };
}

export function Lab({ id, claim: claimId, link = "own" }: Props) {
  const { element, reached } = useReached<HTMLElement>();
  const lab: LabData = labs[id];
  const claim = lab.claims.find((candidate) => candidate.id === claimId);
  if (claimId && !claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  const claims = claim ? [claim] : lab.claims;

  function opened() {
    if (link === "address") return parseRun(window.location.search.slice(1), lab.start);
    return { run: claim ? claimedRun(claim, lab.start) : lab.start, refused: [] };
  }

  const waiting = (
    <div className={styles.bench}>
      <ul className={styles.claims} aria-label="Claims">
        {claims.map(({ id, says }) => (
          <li key={id}>
            <p>{says}</p>
          </li>
        ))}
      </ul>
      <p className={styles.waiting}>
        The lab opens when you get here. It needs JavaScript.
      </p>
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
      <header>
        <p className={styles.kind}>Lab · {lab.title}</p>
        <p className={styles.question}>{lab.question}</p>
      </header>
      {reached ? (
        <Suspense fallback={waiting}>
          <LabBench
            root={element}
            lab={lab}
            claims={claims}
            addressed={link === "address"}
            {...opened()}
          />
        </Suspense>
      ) : (
        waiting
      )}
    </section>
  );
}
