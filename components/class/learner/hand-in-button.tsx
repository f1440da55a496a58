"use client";
import { useMemo, useState } from "react";
import { type HandInPlace, useJoinedClass } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { handInState, handInText, mostWaiting } from "./outbox";
import { keyOf } from "./outbox-entry";
import { addToOutbox, sendNow, useOutbox } from "./use-outbox";

type Props = {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** The receipt to hand in, as `pack` writes it. */
  packed: string;
};

/** Hands a receipt in with one click; nothing where no joined class asks for it. */
export function HandInButton({ link, packed }: Props) {
  const place = useJoinedClass(link);
  return place && <HandIn {...{ place, packed }} />;
}

/** Saves a receipt as a file. */
export const saveReceipt = (packed: string) =>
  download("hand-in.receipt.txt", packed, "text/plain");

function HandIn({ place, packed }: { place: HandInPlace; packed: string }) {
  const { assignmentId, ...owner } = place;
  const { classId, learner } = owner;
  const outbox = useOutbox();
  const [full, setFull] = useState(false);
  const { key, what } = useMemo(() => {
    const what = { kind: "receipt", assignment: assignmentId, packed } as const;
    return { key: keyOf({ classId, learner, what }), what };
  }, [assignmentId, classId, learner, packed]);
  const state = handInState(outbox, key);
  const idle = state.kind === "new" || state.kind === "refused";
  const waits = state.kind === "waiting" && state.why !== null;
  const unsafe = state.kind === "waiting" && !state.kept;
  const again = waits ? "Try now" : state.kind === "refused" ? "Try again" : null;

  function press() {
    if (idle) setFull(addToOutbox({ ...owner, what }) === "full");
    sendNow();
  }

  return (
    <Row data-hand-in={full ? "full" : state.kind}>
      {/* One button throughout, so that the keyboard's focus stays on it. */}
      <Button inactive={!idle && !waits} onClick={press}>
        {again ?? `Hand in to ${place.className}`}
      </Button>
      {(full || unsafe || state.kind === "refused") && (
        <Button onClick={() => saveReceipt(packed)}>Save it as a file</Button>
      )}
      <Status>
        {full
          ? `${mostWaiting} receipts wait for the connection already: save this one as a file.`
          : handInText(state, place)}
      </Status>
    </Row>
  );
}
