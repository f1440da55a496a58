"use client";
// What a receipt is about: whose, of which assignment, made when and on what.
import Link from "next/link";
import { lossText } from "@/labs/claim";
import { countText, shareText } from "@/labs/number-text";
import type { About } from "./about";
import styles from "./receipt.module.css";
import { checkOf, deviceText, momentText } from "./receipt-columns";
import type { Row } from "./row";

/** The facts in a list, with ways to the learner's run and to the assignment. */
export function ReceiptAbout({ row, about }: { row: Row; about: About }) {
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
