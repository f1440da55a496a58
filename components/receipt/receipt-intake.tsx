"use client";
import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { mostFiles, useDrop } from "@/components/kit/page-drop";
import type { Intake } from "./read-receipts";
import styles from "./receipt.module.css";
import { fetchReceipts } from "./receipt-address";
import { mostReceipts, type ReceiptList } from "./receipt-list";

// Where receipts are pasted, chosen or dropped.

type Props = TakesIn & {
  /** Counts what the reader did: after the list was cleared, the box is gone on with. */
  turn: number;
};

/** Takes links and texts in a box, files, a folder, and what is dropped on the page. */
export function ReceiptIntake({ takeText, takeFiles, reading, turn }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  // What was typed before the page came alive is kept.
  useEffect(() => setText(area.current?.value ?? ""), []);
  useEffect(() => {
    if (turn > 0) area.current?.focus();
  }, [turn]);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const over = useDrop(
    (dropped) => void takeFiles(dropped),
    (dropped) => void takeText(dropped),
  );

  async function read() {
    if (await takeText(text)) setText("");
  }
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])];
    target.value = "";
    if (chosen.length > 0) void takeFiles(chosen);
  }

  return (
    <div
      role="group"
      aria-label="Receipts to check"
      className={styles.intake}
      data-over={over || undefined}
    >
      <label htmlFor={id}>Links or receipts</label>
      <p id={`${id}-hint`} className={styles.hint}>
        One or many, as they came: whole mails, too. Line breaks do no harm.
      </p>
      <textarea
        ref={area}
        id={id}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.row}>
        <button type="button" disabled={text.trim() === ""} onClick={read}>
          Check these
        </button>
        <button type="button" onClick={() => files.current?.click()}>
          Choose files…
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder…
        </button>
        <span className={styles.hint}>or drop them anywhere on this page</span>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Receipt files"
        onChange={choose}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        multiple
        hidden
        aria-label="A folder of receipts"
        onChange={choose}
      />
      <p role="status" className={styles.hint}>
        {reading}
      </p>
    </div>
  );
}

// Takes in what the reader pastes, chooses or drops.

const unloaded =
  "The page could not load what reads receipts. Try again once you are online.";

const noteOf = (twice: number, over: number) => [
  ...(twice > 0
    ? [
        twice === 1
          ? "One receipt was given twice, and is shown once."
          : `${twice} receipts were there already: each is shown once.`,
      ]
    : []),
  ...(over > 0
    ? [`Left out: ${over} more than the ${mostReceipts} that one list holds.`]
    : []),
];

const collator = new Intl.Collator("en", { numeric: true });

/** A folder's files come in any order. */
const byName = (one: File, other: File) => collator.compare(one.name, other.name);

type Reading = typeof import("./read-receipts");

/** `onTaken` hears the ids of what was read, new or not. */
export function useIntake(list: ReceiptList, onTaken: (ids: readonly number[]) => void) {
  const [reading, setReading] = useState("");
  const [notes, setNotes] = useState<readonly string[]>([]);
  // Only one reading at a time; the one before a "clear" is dropped.
  const turn = useRef(0);

  async function take(read: (from: Reading) => Promise<Intake>): Promise<boolean> {
    turn.current += 1;
    const mine = turn.current;
    setNotes([]);
    setReading("Reading…");
    const loaded = await import("./read-receipts").catch(() => null);
    const intake = await (loaded && read(loaded));
    if (mine !== turn.current) return false;
    if (!intake) {
      setReading("");
      setNotes([unloaded]);
      return false;
    }
    if (intake.classLinks.length > 0) setReading("Fetching from the class…");
    const fetched = await fetchReceipts(intake.classLinks);
    if (mine !== turn.current) return false;
    setReading("");
    const given = [...intake.received, ...fetched.received];
    const { ids, twice, over } = list.add(given);
    setNotes([...intake.leftOut, ...fetched.leftOut, ...noteOf(twice, over)]);
    onTaken(ids);
    return given.length > 0;
  }

  return {
    /** What is being read, in words; "" where nothing is. */
    reading,
    /** What was left out, a sentence each. */
    notes,
    takeText: (text: string) => take((from) => from.readPasted(text)),
    takeFiles: (files: readonly File[]) =>
      take(async (from) => {
        const read = files.toSorted(byName).slice(0, mostFiles);
        const intake = await from.readFiles(read, (count) =>
          setReading(`Reading files: ${count} of ${read.length}…`),
        );
        if (read.length === files.length) return intake;
        const says = `Only the first ${mostFiles} files were read.`;
        return { ...intake, leftOut: [says, ...intake.leftOut] };
      }),
    forget() {
      turn.current += 1;
      setReading("");
      setNotes([]);
    },
  };
}

type TakesIn = ReturnType<typeof useIntake>;
