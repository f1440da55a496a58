"use client";
import { useId, useMemo, useState } from "react";
import type { Handing } from "@/components/assignment/do/asking-class";
import type { HandInPlace } from "@/components/class/joined-classes";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { handInState, handInText, mostWaiting } from "./outbox";
import { keyOf } from "./outbox-entry";
import { addToOutbox, sendNow, useOutbox } from "./use-outbox";

/** Saves a receipt as a file. */
export const saveReceipt = (packed: string) =>
  download("hand-in.receipt.txt", packed, "text/plain");

type Props = Handing & { place: HandInPlace };

/** Makes the receipt of what is trained and hands it in, with one click. */
export function HandInButton({ place, packed, isNow, why, make }: Props) {
  const { classId, className, learner, name, assignmentId: assignment } = place;
  const id = useId();
  const outbox = useOutbox();
  const [full, setFull] = useState(false);
  const state = useMemo(() => {
    if (packed === null) return { kind: "new" } as const;
    const what = { kind: "receipt", assignment, packed } as const;
    return handInState(outbox, keyOf({ classId, learner, what }));
  }, [outbox, assignment, classId, learner, packed]);
  /** Something was trained since, of which a receipt can be made. */
  const isFresh = !isNow && why === null;
  const idle = packed !== null && (state.kind === "new" || state.kind === "refused");
  const waits = state.kind === "waiting" && state.why !== null;
  const unsafe = state.kind === "waiting" && !state.kept;

  async function press() {
    const receipt = isFresh ? await make() : packed;
    if (receipt === null) return;
    const what = { kind: "receipt", assignment, packed: receipt } as const;
    setFull(addToOutbox({ classId, className, learner, name, what }) === "full");
    sendNow();
  }

  return (
    <Row data-hand-in={full ? "full" : state.kind}>
      {/* One button throughout, so that the keyboard's focus stays on it. */}
      <Button
        look={isFresh || idle ? "primary" : undefined}
        inactive={!isFresh && !idle && !waits}
        aria-describedby={id}
        onClick={press}
      >
        {isFresh ? `Hand in to ${className}` : buttonText(state, className)}
      </Button>
      {packed !== null && (full || unsafe || state.kind === "refused") && (
        <Button onClick={() => saveReceipt(packed)}>Save it as a file</Button>
      )}
      <Status>
        {full
          ? `${mostWaiting} receipts wait for the connection already: save this one as a file.`
          : idle && state.kind === "new" && !isFresh
            ? "The receipt that you made before is not handed in yet."
            : stateText(state, place, isFresh)}
      </Status>
      <p id={id}>{why !== null && !idle && !waits && why}</p>
    </Row>
  );
}

type State = ReturnType<typeof handInState>;

function buttonText(state: State, className: string): string {
  if (state.kind === "waiting" && state.why !== null) return "Try now";
  if (state.kind === "refused") return "Try again";
  return `Hand in to ${className}`;
}

/** The state of what was handed in last; `isFresh`: something was trained since. */
function stateText(state: State, place: HandInPlace, isFresh: boolean): string {
  const text = handInText(state, place);
  return isFresh && text !== "" ? `Your run before this one: ${text}` : text;
}
