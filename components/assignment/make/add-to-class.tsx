"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { keepSent } from "@/components/receipt/sent-links";
import { addAssignment } from "@/content/class/class-api";
import { hasServer, noServer, sitePath } from "@/content/site-path";

/** A class that this browser teaches. */
export type TaughtClass = {
  classId: string;
  name: string;
  /** Its board, as a path of the site. */
  board: string;
};

type Props = {
  taught: readonly TaughtClass[];
  /** The assignment's link as a path of the site. */
  link: string;
};

/** A button for each class of this browser's teacher: one press, and its learners have it. */
export const AddToClass = ({ taught, link }: Props) =>
  taught.length > 0 ? (
    <Stack as="section" aria-label="Your classes">
      <h3>Add to class</h3>
      <PlainList>
        {taught.map((one) => (
          <ClassRow key={one.classId} {...{ link }} {...one} />
        ))}
      </PlainList>
    </Stack>
  ) : !hasServer ? (
    <p>{noServer}</p>
  ) : (
    <p>
      To collect everything in one place, <Link href="/class">open a class</Link>: it is
      listed here then, and one press adds this assignment to it.
    </p>
  );

type Adding =
  | { kind: "adding" }
  | { kind: "added" }
  /** A sentence on why it could not be added. */
  | { kind: "failed"; problem: string };

const elsewhere =
  "Open its private link in this browser first, and come back: what you made stays here.";

function ClassRow({ classId, name, board, link }: TaughtClass & { link: string }) {
  /** How it went, for the link that was sent: another one begins anew. */
  const [last, setLast] = useState<(Adding & { link: string }) | null>(null);
  const now = last?.link === link ? last : null;

  async function add() {
    setLast({ kind: "adding", link });
    const answer = await addAssignment(classId, link);
    if (answer.ok) {
      keepSent(link);
      return setLast({ kind: "added", link });
    }
    const { status, problem } = answer;
    const shut = status === 401 || status === 403;
    setLast({
      kind: "failed",
      problem: shut ? `${problem} ${elsewhere}` : problem,
      link,
    });
  }

  return (
    <Row as="li">
      <Button inactive={now?.kind === "adding" || now?.kind === "added"} onClick={add}>
        Add to {name}
      </Button>
      <Status as="div">
        {now?.kind === "adding" && "Adding…"}
        {now?.kind === "added" && (
          <>
            ✓ Added: the learners of {name} have it.{" "}
            <a href={sitePath(board)}>Open the board</a>
          </>
        )}
        {now?.kind === "failed" && <Problem>{now.problem}</Problem>}
        {last?.kind === "added" && !now && (
          <>It changed since you added it: this would be another assignment.</>
        )}
      </Status>
    </Row>
  );
}
