"use client";
import Link from "next/link";
import { useEffect, useId, useRef } from "react";
import { lossText } from "@/labs/claim";
import { countText, shareText } from "@/labs/number-text";
import type { Check } from "@/labs/receipt/check";
import type { Finding } from "@/labs/receipt/finding";
import type { About } from "./check-report";
import { type Row, standingOf } from "./listed-receipt";
import styles from "./receipt.module.css";
import { checkOf, deviceText, momentText } from "./receipt-columns";
import { ReceiptCurve } from "./receipt-curve";
import type { ReceiptList } from "./receipt-list";
import { VerdictSection } from "./verdict-section";

// The full check of one receipt.

type Props = {
  row: Row;
  list: ReceiptList;
  /** Counts what the reader did; 0 where the receipt came by the address. */
  turn: number;
  /** Leads back to the list; left out where there is none. */
  onBack?: () => void;
};

/** Verdict, line by line explanation, what the receipt is about, and its curve. */
export function ReceiptDetails({ row, list, turn, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const isAsked = turn > 0 || onBack !== undefined;
  const { about, state } = row;
  useEffect(() => {
    if (isAsked) heading.current?.focus();
  }, [isAsked, row.id]);
  return (
    <section
      className={styles.details}
      aria-labelledby={id}
      data-verdict={standingOf(row)}
      data-learner={about?.name}
    >
      {onBack && (
        <p>
          <button type="button" onClick={onBack}>
            Back to the list
          </button>
        </p>
      )}
      <VerdictSection row={row} list={list} headingId={id} headingRef={heading} />
      {state.kind === "checked" && <FindingList check={state.check} />}
      {about && <ReceiptAbout row={row} about={about} />}
      {about && (
        <ReceiptCurve
          told={about.curve}
          replayed={state.kind === "checked" ? state.check.replayed : null}
        />
      )}
    </section>
  );
}

// What the check found, line by line.

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
function FindingList({ check }: { check: Check }) {
  const goals = check.findings.filter(({ about }) => about === "goal");
  const others = check.findings.filter(({ about }) => about !== "goal");
  return (
    <>
      {goals.length > 0 && <Lines title="Goals" findings={goals} />}
      <Lines title="What was checked" findings={others} />
    </>
  );
}

// What a receipt is about: whose, of which assignment, made when and on what.

/** The facts in a list, with ways to the learner's run and to the assignment. */
function ReceiptAbout({ row, about }: { row: Row; about: About }) {
  const { testLoss = null, accuracy = null } = checkOf(row) ?? {};
  const { handedInBy, file } = row;
  const { kind, name } = about.device;
  const device = deviceText[kind] + (name === deviceText[kind] ? "" : `: ${name}`);
  const facts: [string, string][] = [
    ["Learner", about.name],
    ...(handedInBy === null ? [] : [["Handed in by", handedInBy] as [string, string]]),
    ["Assignment", about.title],
    ["Lab", about.lab],
    ["Test loss, evaluated here", testLoss === null ? "–" : lossText(testLoss)],
    ["Test accuracy", accuracy === null ? "–" : shareText(accuracy)],
    ["Passes", countText(about.passes)],
    ["Hidden neurons", countText(about.neurons)],
    ["Seed", String(about.seed)],
    ["Device, as it says", device],
    ["Made at, as it says", momentText(about.at)],
    ...(file ? [["File", file] as [string, string]] : []),
  ];
  const other = handedInBy !== null && handedInBy !== about.name;
  return (
    <>
      <h3>What it is about</h3>
      {other && (
        <p className={styles.problem}>
          The class has it from “{handedInBy}”, and it bears the name “{about.name}”.
        </p>
      )}
      <dl className={styles.facts}>
        {facts.map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.row}>
        <Link href={about.run} prefetch={false}>
          Open the learner’s run in the lab
        </Link>
        <Link href={about.assignment} prefetch={false}>
          Open the assignment
        </Link>
      </p>
    </>
  );
}
