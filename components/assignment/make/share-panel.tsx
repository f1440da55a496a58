"use client";
import Link from "next/link";
import { lazy, Suspense, useId, useState } from "react";
import { useCopy } from "@/components/kit/copy-text";
import { Unloaded } from "@/components/lab/unloaded";
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import styles from "./assign.module.css";
import { frameOf, htmlLine, plainLine } from "./share-text";

const QrCode = lazy(async () => {
  const loaded = await import("./qr-code").catch(() => null);
  return { default: loaded?.QrCode ?? Unloaded };
});

type Props = {
  assignment: Assignment;
  /** The link as a path of the site. */
  link: string;
  /** The link with the site's address. */
  address: string;
  warnings: readonly string[];
};

/** The link and all that is made of it, under what should be known before it is sent. */
export function SharePanel({ assignment, link, address, warnings }: Props) {
  const [coded, setCoded] = useState(false);
  const embedded = new URL(`/embed${link}`, address).href;
  return (
    <div className={styles.stack}>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Before you send it">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <SharedText
        label="The link"
        text={address}
        copies="Copy the link"
        done="Copied: whoever opens it has this assignment."
      />
      <div className={styles.stack}>
        <div>
          <button type="button" onClick={() => setCoded(!coded)}>
            {coded ? "Fold the QR code away" : "Show the QR code"}
          </button>
        </div>
        {coded && (
          <Suspense fallback={<p className={styles.small}>Loading…</p>}>
            <QrCode address={address} name={assignmentTitle(assignment)} />
          </Suspense>
        )}
      </div>
      <details className={styles.more}>
        <summary>For an LMS or another site</summary>
        <div className={styles.stack}>
          <SharedText
            label="A line of text"
            text={plainLine(assignment, address)}
            copies="Copy the line"
            done="Copied: a line for a message or a forum."
          />
          <SharedText
            label="The line as HTML"
            text={htmlLine(assignment, address)}
            copies="Copy the HTML"
            done="Copied: paste it where your LMS takes HTML."
          />
          <SharedText
            label="The lab in a frame of your page"
            text={frameOf(assignment, embedded)}
            copies="Copy the frame"
            done="Copied: in the HTML of your page it shows the assignment."
          />
        </div>
      </details>
      <p>
        Learners need no account: each of them hands in a receipt, and{" "}
        <Link href="/receipt">Check receipts</Link> verifies it. To collect them all in
        one place, add the link to a <Link href="/class">class</Link>.
      </p>
    </div>
  );
}

type SharedTextProps = {
  /** What it is, as in "The link". */
  label: string;
  text: string;
  /** What the button says. */
  copies: string;
  /** What is said once it was copied. */
  done: string;
};

/** A text to send on: to be copied by its button, or selected. */
function SharedText({ label, text, copies, done }: SharedTextProps) {
  const id = useId();
  const { copy, told } = useCopy(
    "The browser did not allow copying; select the text and copy it.",
  );
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.shared}
        readOnly
        rows={3}
        spellCheck={false}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <div className={styles.row}>
        <button type="button" onClick={() => copy(text, done)}>
          {copies}
        </button>
        <p role="status">{told}</p>
      </div>
    </div>
  );
}
