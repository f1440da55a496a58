"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import styles from "./receipt.module.css";
import { type Fetching, useAddress } from "./receipt-address";
import { ReceiptBoard } from "./receipt-board";
import { ReceiptDetails } from "./receipt-details";
import { ReceiptIntake, useIntake } from "./receipt-intake";
import { createReceiptList } from "./receipt-list";

// The whole of /receipt: what comes in, and what was found.

const neverChanges = () => () => {};

/** Checks the receipt of the address, and those that the reader brings. */
export function ReceiptDesk() {
  const [list] = useState(createReceiptList);
  const rows = useSyncExternalStore(list.subscribe, list.rows, list.rows);
  const [openId, setOpenId] = useState<number | null>(null);
  // What the reader did last, for where the keyboard goes on.
  const [turn, setTurn] = useState(0);
  useEffect(() => list.clear, [list]);
  const alive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const isUsed = rows.length > 0;
  // Who checks one receipt may well be offline when the next one comes.
  useEffect(() => {
    if (isUsed) void import("./read-receipts").catch(() => null);
  }, [isUsed]);

  /** Opens what came alone; of many, the list is shown. */
  const open = (ids: readonly number[]) =>
    setOpenId(ids.length === 1 ? (ids[0] ?? null) : null);
  const { fetching, retry } = useAddress((received) => open(list.add([received]).ids));
  const intake = useIntake(list, (ids) => {
    if (ids.length === 0) return;
    open(ids);
    setTurn((last) => last + 1);
  });

  function clear() {
    list.clear();
    intake.forget();
    setOpenId(null);
    setTurn((last) => last + 1);
    window.history.replaceState(null, "", window.location.pathname);
  }

  const [only] = rows;
  const box = <ReceiptIntake {...intake} turn={isUsed ? 0 : turn} />;
  return (
    <div className={styles.desk} data-receipts={alive ? rows.length : undefined}>
      <AddressNotice fetching={fetching} onRetry={retry} />
      <IntakeNotes notes={intake.notes} />
      {rows.length === 1 && only && <ReceiptDetails row={only} list={list} turn={turn} />}
      {rows.length > 1 && (
        <ReceiptBoard {...{ rows, list, openId, turn }} onOpen={setOpenId} />
      )}
      {rows.length === 0 ? (
        box
      ) : (
        <>
          <details className={styles.more}>
            <summary>Check more receipts</summary>
            {box}
          </details>
          <p>
            <button type="button" onClick={clear}>
              {rows.length === 1 ? "Clear" : "Clear the list"}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

// What the page has to say before any receipt is shown.

type Address = { fetching: Fetching; onRetry(): void };

/** How it goes with a receipt that a class holds. */
function AddressNotice({ fetching, onRetry }: Address) {
  if (fetching.kind === "idle") return null;
  if (fetching.kind === "fetching") {
    return <p role="status">Fetching the receipt from the class…</p>;
  }
  return (
    <div className={styles.row}>
      <p role="alert" className={styles.problem}>
        {fetching.problem}
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** What was left out of what the reader brought, and why. */
function IntakeNotes({ notes }: { notes: readonly string[] }) {
  return (
    <div role="status">
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="What was left out">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
