"use client";
import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/kit/button";
import { CopyText } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { Small, Stack } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { Unloaded } from "@/components/lab/unloaded";
import { keepSent } from "@/components/receipt/sent-links";
import { siteAddress } from "@/content/site-path";
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { AddToClass, type TaughtClass } from "./add-to-class";
import styles from "./workshop.module.css";

const LinkCode = lazy(async () => {
  const loaded = await import("./link-code").catch(() => null);
  return { default: loaded?.LinkCode ?? Unloaded };
});

type Props = {
  assignment: Assignment;
  /** The link as a path of the site. */
  link: string;
  /** The link with the site's address. */
  address: string;
  warnings: readonly string[];
  taught: readonly TaughtClass[];
};

/** The link and all that is made of it, under what should be known before it is sent. */
export function SharePanel({ assignment, link, address, warnings, taught }: Props) {
  const [coded, setCoded] = useState(false);
  const sent = () => keepSent(link);
  const embedded = siteAddress(`/embed${link}`);
  return (
    <>
      <ProblemList
        className={styles.warnings}
        sentences={warnings}
        aria-label="Before you send it"
      />
      <CopyText
        label="The link"
        text={address}
        button="Copy the link"
        done="Copied: whoever opens it has this assignment."
        onCopied={sent}
      />
      <AddToClass {...{ taught, link }} />
      <div>
        <Button
          onClick={() => {
            if (!coded) sent();
            setCoded(!coded);
          }}
        >
          {coded ? "Fold the QR code away" : "Show the QR code"}
        </Button>
      </div>
      {coded && (
        <Suspense fallback={<Small>Loading…</Small>}>
          <LinkCode address={address} title={assignmentTitle(assignment)} />
        </Suspense>
      )}
      <Disclosure summary="For an LMS or another site" className={styles.folded}>
        <Stack>
          <CopyText
            label="A line of text"
            text={plainLine(assignment, address)}
            button="Copy the line"
            done="Copied: a line for a message or a forum."
            onCopied={sent}
          />
          <CopyText
            label="The line as HTML"
            text={htmlLine(assignment, address)}
            button="Copy the HTML"
            done="Copied: paste it where your LMS takes HTML."
            onCopied={sent}
          />
          <CopyText
            label="The lab in a frame of your page"
            text={frameOf(assignment, embedded)}
            button="Copy the frame"
            done="Copied: in the HTML of your page it shows the assignment."
            onCopied={sent}
          />
        </Stack>
      </Disclosure>
      <WhatComesBack {...{ assignment }} />
    </>
  );
}

/** How the work of learners gets to the instructor; nobody needs an account. */
function WhatComesBack({ assignment }: Pick<Props, "assignment">) {
  const onlyQuiz = assignment.goals.length === 0 && assignment.quiz.length > 0;
  return onlyQuiz ? (
    <p>
      Learners need no account. They answer in your class, and your board shows their
      scores: there is nothing to hand in.
    </p>
  ) : (
    <p>
      Learners need no account. Who joined a class that has this assignment hands in there
      with one press; all others send you a receipt, and{" "}
      <Link href="/receipt">Check receipts</Link> judges it by this link, which this
      browser remembers once you take it.
    </p>
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text inside HTML, between tags or in an attribute's quotes. */
const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

/** A due date for readers anywhere: "1 December 2026 at 18:00 UTC". */
function dueAnywhere(due: string): string {
  const timed = due.includes("T");
  const text = new Date(due).toLocaleString("en-GB", {
    dateStyle: "long",
    ...(timed && { timeStyle: "short" }),
    timeZone: "UTC",
  });
  return timed ? `${text} UTC` : text;
}

/** One line of plain text: "Fewest neurons (due 1 December 2026): https://…". */
export function plainLine(assignment: Assignment, address: string): string {
  const due = assignment.due === null ? "" : ` (due ${dueAnywhere(assignment.due)})`;
  return `${assignmentTitle(assignment)}${due}: ${address}`;
}

/** The line as HTML, for the page of a course in an LMS. */
export function htmlLine(assignment: Assignment, address: string): string {
  const due = assignment.due === null ? "" : `, due ${dueAnywhere(assignment.due)}`;
  const name = escapeHtml(assignmentTitle(assignment));
  return `<a href="${escapeHtml(address)}">${name}</a>${escapeHtml(due)}`;
}

/** The HTML that shows an assignment in another site's page. */
export function frameOf(assignment: Assignment, address: string): string {
  const allow = assignment.lab.id === "sound" ? ' allow="microphone"' : "";
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(assignmentTitle(assignment))}"${allow} style="width: 100%; height: 60rem; border: 0"></iframe>`;
}
