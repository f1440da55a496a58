"use client";
// Around a lab, before and after it opens: its place in the page, and its question.
import type { ReactNode, RefObject } from "react";
import { Boundary, Failure } from "@/components/kit/boundary";
import { ProblemList } from "@/components/kit/notice";
import type { Lab } from "@/labs/catalog/lab";
import type { Claim } from "@/labs/claim/claim";
import type { Refusal } from "@/labs/run/conflicts";
import styles from "./lab.module.css";

type SectionProps = {
  lab: Lab;
  root: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** The lab's root element, which tells tests and embedding pages how its training stands. */
export const LabSection = ({ lab, root, children }: SectionProps) => (
  <section
    ref={root}
    className={styles.lab}
    data-lab={lab.id}
    data-status="idle"
    aria-label={`Lab: ${lab.title}`}
  >
    <Boundary problem="The lab met an error.">{children}</Boundary>
  </section>
);

type HeadingProps = { lab: Lab; as: "h1" | "p" };

/** The lab's question, and a first thing to try; as a page's title, with a heading below it. */
export const LabHeading = ({ lab, as: Question }: HeadingProps) => (
  <>
    <Question className={styles.question}>{lab.question}</Question>
    {Question === "h1" && <h2 className="visually-hidden">The lab</h2>}
    <p className={styles.first}>
      <b>Try first:</b> {lab.first}
    </p>
  </>
);

/** Claims as text, for as long as there is no lab to train them. */
export const ClaimText = ({ claims }: { claims: readonly Claim[] }) => (
  <ul aria-label="Claims">
    {claims.map(({ id, says }) => (
      <li key={id}>{says}</li>
    ))}
  </ul>
);

type WaitingProps = {
  heading: ReactNode;
  claims: readonly Claim[];
  /** Why the lab could not be opened, or null. */
  problem: string | null;
  onRetry(): void;
};

/** A lab before it opens: what it claims, and where it stands. */
export const WaitingLab = ({ heading, claims, problem, onRetry }: WaitingProps) => (
  <div className={styles.unopened}>
    <div>{heading}</div>
    <div className={styles.claims}>
      {claims.length > 0 && <ClaimText claims={claims} />}
      <p>The lab opens when you get here. It needs JavaScript.</p>
    </div>
    {problem !== null && <Failure {...{ problem, onRetry }} />}
  </div>
);

type UnclearProps = { heading: ReactNode; unclear: readonly Refusal[] };

/** In the place of a lab whose link asks for something that cannot be told for certain. */
export const UnclearAssignment = ({ heading, unclear }: UnclearProps) => (
  <div className={styles.problem} role="alert">
    <div>{heading}</div>
    <p>
      <b>This assignment does not begin:</b> its link is damaged, and what it asks for
      cannot be told for certain. Ask whoever sent it for the link again.
    </p>
    <ProblemList
      sentences={unclear.map(({ says }) => says)}
      aria-label="What was not understood"
    />
    <p>
      <a href="?">Open the lab by itself</a>
    </p>
  </div>
);
