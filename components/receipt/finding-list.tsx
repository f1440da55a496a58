"use client";
// What the check found, line by line.
import type { Check } from "@/labs/receipt/check";
import type { Finding } from "@/labs/receipt/finding";
import styles from "./receipt.module.css";

const looks = {
  good: { sign: "✓", word: "Holds:" },
  bad: { sign: "✗", word: "Does not hold:" },
  unsure: { sign: "?", word: "Open:" },
} as const;

function Lines({ title, findings }: { title: string; findings: readonly Finding[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.findings} aria-label={title}>
        {findings.map(({ about, verdict, says }) => (
          <li key={`${about} ${says}`} data-about={about} data-finding={verdict}>
            <span aria-hidden="true">{looks[verdict].sign}</span>
            <span>
              <span className="visually-hidden">{looks[verdict].word}</span> {says}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The goals, then everything else that was looked at. */
export function FindingList({ check }: { check: Check }) {
  const goals = check.findings.filter(({ about }) => about === "goal");
  const others = check.findings.filter(({ about }) => about !== "goal");
  return (
    <>
      {goals.length > 0 && <Lines title="Goals" findings={goals} />}
      <Lines title="What was checked" findings={others} />
    </>
  );
}
