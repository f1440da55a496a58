"use client";
import { useState } from "react";
import { Pager } from "@/components/kit/pager";
import type { ReceiptHead } from "../messages";
import styles from "./board.module.css";
import { ReceiptEntry } from "./receipt-entry";
import { useOpenedReceipts } from "./use-opened-receipts";

/** How many are shown, and fetched, at once. */
const page = 10;

type Props = { classId: string; receipts: readonly ReceiptHead[] };

/** The receipts of a learner for an assignment, latest first. */
export function ReceiptEntries({ classId, receipts }: Props) {
  const [from, setFrom] = useState(0);
  const shown = receipts.slice(from, from + page);
  const opened = useOpenedReceipts(
    classId,
    shown.map(({ id }) => id),
  );
  return (
    <>
      <Pager
        things="Receipts"
        count={receipts.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
      <ul className={styles.receipts}>
        {shown.map((receipt) => (
          <ReceiptEntry
            key={receipt.id}
            {...{ classId, receipt }}
            opened={opened.get(receipt.id)}
          />
        ))}
      </ul>
    </>
  );
}
