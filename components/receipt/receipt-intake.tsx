"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { TextArea } from "@/components/kit/field";
import { FileButton, FileDrop } from "@/components/kit/file-drop";
import { Row, Small } from "@/components/kit/layout";
import { mostFiles, useDrop } from "@/components/kit/page-drop";
import { Status } from "@/components/kit/status";
import type { Intake } from "./read-receipts";
import styles from "./receipt.module.css";
import { fetchReceipts } from "./receipt-address";
import { mostReceipts, type ReceiptList } from "./receipt-list";

type Props = ReturnType<typeof useIntake> & {
  /** Counts what the reader does: after the list was cleared, the box is gone on with. */
  turn: number;
};

/** Takes links and texts in a box, files, a folder, and what is dropped on the page. */
export function ReceiptIntake({ takeText, takeFiles, reading, turn }: Props) {
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  // Words typed before the page came alive are kept.
  useEffect(() => setText(area.current?.value ?? ""), []);
  useEffect(() => {
    if (turn > 0) area.current?.focus();
  }, [turn]);
  const over = useDrop(
    (dropped) => void takeFiles(dropped),
    (dropped) => void takeText(dropped),
  );

  async function read() {
    if (await takeText(text)) setText("");
  }

  return (
    <FileDrop aria-label="Receipts to check" over={over}>
      <TextArea
        ref={area}
        label="Links or receipts"
        hint="One or many, as they came: whole mails, too. Line breaks do no harm."
        code
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Row>
        <Button disabled={text.trim() === ""} onClick={read}>
          Check these
        </Button>
        <FileButton label="Receipt files" takes="files" onFiles={takeFiles}>
          Choose files…
        </FileButton>
        <FileButton label="A folder of receipts" takes="folder" onFiles={takeFiles}>
          Choose a folder…
        </FileButton>
        <Small as="span">or drop them anywhere on this page</Small>
      </Row>
      <Status className={styles.hint}>{reading}</Status>
    </FileDrop>
  );
}

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

type Reader = typeof import("./read-receipts");

/** Reads what the reader pastes, chooses or drops; `onTaken` hears the ids, new or not. */
export function useIntake(list: ReceiptList, onTaken: (ids: readonly number[]) => void) {
  const [reading, setReading] = useState("");
  const [notes, setNotes] = useState<readonly string[]>([]);
  // Only one reading at a time; the one before a "clear" is dropped.
  const turn = useRef(0);

  async function take(read: (reader: Reader) => Promise<Intake>): Promise<boolean> {
    turn.current += 1;
    const mine = turn.current;
    setNotes([]);
    setReading("Reading…");
    const reader = await import("./read-receipts").catch(() => null);
    const intake = await (reader && read(reader));
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
    const given = [...intake.receipts, ...fetched.receipts];
    const { ids, twice, over } = list.add(given);
    setNotes([...intake.leftOut, ...fetched.leftOut, ...noteOf(twice, over)]);
    onTaken(ids);
    return given.length > 0;
  }

  return {
    /** The reading under way, in words; "" where there is none. */
    reading,
    /** A sentence for each thing that was left out. */
    notes,
    takeText: (text: string) => take((reader) => reader.readPasted(text)),
    takeFiles: (files: readonly File[]) =>
      take(async (reader) => {
        const read = files.toSorted(byName).slice(0, mostFiles);
        const intake = await reader.readFiles(read, (count) =>
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
