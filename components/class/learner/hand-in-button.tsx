"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { download } from "@/components/kit/download";
import styles from "../class.module.css";
import { type HandInPlace, useJoinedClass } from "../joined-classes";
import { handInState, handInText } from "./hand-in-state";
import { mostWaiting } from "./outbox";
import { keyOf } from "./outbox-entry";
import { addToOutbox, sendNow, useOutbox } from "./use-outbox";

type Props = {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** The receipt to hand in, as `pack` writes it; null while there is none. */
  packed: string | null;
  /** Called once the class has the receipt. */
  onDone?: () => void;
};

/** Hands a receipt in with one click; nothing where no joined class asks for it. */
export function HandInButton({ link, packed, onDone }: Props) {
  const place = useJoinedClass(link);
  if (!place) return null;
  if (packed !== null) return <HandIn place={place} packed={packed} onDone={onDone} />;
  return (
    <button type="button" disabled>
      Hand in to {place.className}
    </button>
  );
}

type HandInProps = { place: HandInPlace; packed: string; onDone: Props["onDone"] };

function HandIn({ place, packed, onDone }: HandInProps) {
  const { assignmentId, ...whose } = place;
  const { classId, learner } = whose;
  const outbox = useOutbox();
  const [full, setFull] = useState(false);
  const { key, what } = useMemo(() => {
    const what = { kind: "receipt", assignment: assignmentId, packed } as const;
    return { key: keyOf({ classId, learner, what }), what };
  }, [assignmentId, classId, learner, packed]);
  const state = handInState(outbox, key);
  const told = useRef(state.kind === "sent" ? key : "");

  useEffect(() => {
    if (state.kind !== "sent" || told.current === key) return;
    told.current = key;
    onDone?.();
  }, [state.kind, key, onDone]);

  function press() {
    if (idle) setFull(addToOutbox({ ...whose, what }) === "full");
    if (idle || waits) sendNow();
  }

  const idle = state.kind === "new" || state.kind === "refused";
  const waits = state.kind === "waiting" && state.why !== null;
  const unsafe = state.kind === "waiting" && !state.kept;
  const again = waits ? "Try now" : state.kind === "refused" ? "Try again" : null;
  const save = () => download("hand-in.receipt.txt", packed, "text/plain");
  return (
    <div className={styles.handIn} data-hand-in={full ? "full" : state.kind}>
      {/* One button throughout, so that the keyboard's focus stays on it. */}
      <button type="button" aria-disabled={!idle && !waits} onClick={press}>
        {again ?? `Hand in to ${place.className}`}
      </button>
      {(full || unsafe || state.kind === "refused") && (
        <button type="button" onClick={save}>
          Save it as a file
        </button>
      )}
      <p role="status">
        {full
          ? `${mostWaiting} receipts wait for the connection already: save this one as a file.`
          : handInText(state, place)}
      </p>
    </div>
  );
}
