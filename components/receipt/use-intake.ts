"use client";
// Takes in what the reader pastes, chooses or drops.
import { useRef, useState } from "react";
import { fetchReceipts } from "./class-receipt";
import { mostFiles } from "./dropped-files";
import { mostReceipts, type ReceiptList } from "./receipt-list";
import type { Intake } from "./received";

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

type Reading = typeof import("./received");

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
    const loaded = await import("./received").catch(() => null);
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

export type TakesIn = ReturnType<typeof useIntake>;
