"use client";
import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/kit/button";
import { CopyText } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { Small, Stack } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { Unloaded } from "@/components/lab/unloaded";
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { frameOf, htmlLine, plainLine } from "./share-text";
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
};

/** The link and all that is made of it, under what should be known before it is sent. */
export function SharePanel({ assignment, link, address, warnings }: Props) {
  const [coded, setCoded] = useState(false);
  const embedded = new URL(`/embed${link}`, address).href;
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
      />
      <div>
        <Button onClick={() => setCoded(!coded)}>
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
          />
          <CopyText
            label="The line as HTML"
            text={htmlLine(assignment, address)}
            button="Copy the HTML"
            done="Copied: paste it where your LMS takes HTML."
          />
          <CopyText
            label="The lab in a frame of your page"
            text={frameOf(assignment, embedded)}
            button="Copy the frame"
            done="Copied: in the HTML of your page it shows the assignment."
          />
        </Stack>
      </Disclosure>
      <p>
        Learners need no account: each of them hands in a receipt, and{" "}
        <Link href="/receipt">Check receipts</Link> verifies it. To collect them all in
        one place, add the link to a <Link href="/class">class</Link>.
      </p>
    </>
  );
}
