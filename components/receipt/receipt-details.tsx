"use client";
import Link from "next/link";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { useReaderNumbers } from "@/components/kit/reader-numbers";
import { Problem } from "@/components/kit/status";
import { momentText } from "@/components/kit/wording";
import { countText, numberText, shareText } from "@/labs/arithmetic/number-text";
import type { Check } from "@/labs/receipt/check";
import type { Finding } from "@/labs/receipt/findings";
import type { ReceiptSummary } from "./check-report";
import {
  checkOf,
  deviceText,
  type ListedReceipt,
  pointsOf,
  pointsText,
  standingOf,
} from "./listed-receipt";
import styles from "./receipt.module.css";
import { ReceiptCurve } from "./receipt-curve";
import type { ReceiptList } from "./receipt-list";
import { VerdictSection } from "./verdict-section";

type Props = {
  receipt: ListedReceipt;
  list: ReceiptList;
  /** Counts what the reader does; 0 where the receipt came by the address. */
  turn: number;
  /** Leads back to the list; left out where there is none. */
  onBack?: () => void;
  /** Takes the link that judges, right below the verdict; left out where the list has it. */
  judging?: ReactNode;
};

/** The full check of one receipt: the verdict line by line, the claims, and the curve. */
export function ReceiptDetails({ receipt, list, turn, onBack, judging }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef<number | null>(null);
  const headingId = useId();
  const isAsked = turn > 0 || onBack !== undefined;
  const { id, summary, state } = receipt;
  useEffect(() => {
    if (!isAsked || focused.current === id) return;
    focused.current = id;
    heading.current?.focus();
  }, [isAsked, id]);
  return (
    <Stack
      as="section"
      className={styles.details}
      aria-labelledby={headingId}
      data-verdict={standingOf(receipt)}
      data-learner={summary?.name}
    >
      {onBack && (
        <p>
          <Button onClick={onBack}>Back to the list</Button>
        </p>
      )}
      <VerdictSection {...{ receipt, list, headingId }} headingRef={heading} />
      {judging}
      {state.kind === "checked" && <FindingLists check={state.check} />}
      {summary && <Facts receipt={receipt} summary={summary} />}
      {summary && (
        <ReceiptCurve
          told={summary.curve}
          held={summary.held}
          replayed={state.kind === "checked" ? state.check.replayed : null}
        />
      )}
    </Stack>
  );
}

/** The goals, then everything else that was looked at. */
function FindingLists({ check }: { check: Check }) {
  const goals = check.findings.filter(({ about }) => about === "goal");
  const others = check.findings.filter(({ about }) => about !== "goal");
  return (
    <>
      {goals.length > 0 && <FindingList title="Goals" findings={goals} />}
      <FindingList title="What was checked" findings={others} />
    </>
  );
}

const looks = {
  good: { sign: "✓", word: "Holds:" },
  bad: { sign: "✗", word: "Does not hold:" },
  unsure: { sign: "?", word: "Open:" },
} as const;

type FindingListProps = { title: string; findings: readonly Finding[] };

const FindingList = ({ title, findings }: FindingListProps) => (
  <>
    <h3>{title}</h3>
    <PlainList className={styles.findings} aria-label={title}>
      {findings.map(({ about, verdict, says }) => (
        <li key={`${about} ${says}`} data-about={about} data-finding={verdict}>
          <span className={styles.sign} aria-hidden="true">
            {looks[verdict].sign}
          </span>
          <span>
            <span className="visually-hidden">{looks[verdict].word}</span> {says}
          </span>
        </li>
      ))}
    </PlainList>
  </>
);

type FactsProps = { receipt: ListedReceipt; summary: ReceiptSummary };

/** Whose receipt it is, of which assignment, made when and on what. */
function Facts({ receipt, summary }: FactsProps) {
  const { testLoss = null, accuracy = null } = checkOf(receipt) ?? {};
  const { handedIn, file } = receipt;
  const points = pointsText(pointsOf(receipt));
  const inSigns = useReaderNumbers();
  const { kind, name } = summary.device;
  const device = deviceText[kind] + (name === deviceText[kind] ? "" : `: ${name}`);
  const facts: [string, string][] = [
    ["Learner", summary.name],
    ...(handedIn ? [["Handed in by", handedIn.learner.name] as [string, string]] : []),
    ["Assignment", summary.title],
    ["Lab", summary.lab],
    ...(points ? [["Points for goals", points] as [string, string]] : []),
    [
      "Test loss, evaluated here",
      testLoss === null ? "–" : inSigns(numberText(testLoss)),
    ],
    ["Test accuracy", accuracy === null ? "–" : inSigns(shareText(accuracy))],
    ["Passes", inSigns(countText(summary.passes))],
    ["Hidden neurons", inSigns(countText(summary.neurons))],
    ["Seed", String(summary.seed)],
    ["Device, as it says", device],
    ["Made at, as it says", momentText(summary.at)],
    ...(file ? [["File", file] as [string, string]] : []),
  ];
  const other = handedIn !== null && handedIn.learner.name !== summary.name;
  return (
    <>
      <h3>What it is about</h3>
      {other && (
        <Problem>
          The class has it from “{handedIn.learner.name}”, and it bears the name “
          {summary.name}”.
        </Problem>
      )}
      <dl className={styles.facts}>
        {facts.map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <Row as="p">
        <Link href={summary.run} prefetch={false}>
          Open the learner’s run in the lab
        </Link>
        <Link href={summary.assignment} prefetch={false}>
          Open the assignment
        </Link>
      </Row>
    </>
  );
}
