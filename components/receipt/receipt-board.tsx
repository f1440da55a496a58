"use client";
// Many receipts: how far their checks are, what was noticed, the table, and one of them.
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { download } from "../lab/download";
import { BoardProgress } from "./board-progress";
import { type Filter, filteredRows, type Order, sortedRows } from "./chosen-rows";
import { csvRows } from "./csv-rows";
import { FilterForm } from "./filter-form";
import styles from "./receipt.module.css";
import { csvName, csvOf } from "./receipt-csv";
import { ReceiptDetails } from "./receipt-details";
import type { ReceiptList } from "./receipt-list";
import { ReceiptTable } from "./receipt-table";
import type { Row } from "./row";
import { sameWeights } from "./same-weights";

type Props = {
  rows: readonly Row[];
  list: ReceiptList;
  openId: number | null;
  /** Counts what the reader did; see `ReceiptDetails`. */
  turn: number;
  onOpen(id: number | null): void;
};

const all: Filter = { text: "", standing: "" };

/** The table of receipts with its filter and export, and the full check of one row. */
export function ReceiptBoard({ rows, list, openId, turn, onOpen }: Props) {
  const [order, setOrder] = useState<Order | null>(null);
  const [filter, setFilter] = useState(all);
  const facts = useMemo(() => sameWeights(rows), [rows]);
  const chosen = useMemo(() => {
    const passing = filteredRows(rows, filter);
    return order ? sortedRows(passing, order) : passing;
  }, [rows, filter, order]);
  const heading = useRef<HTMLHeadingElement>(null);
  const goOn = useEffectEvent(() => {
    if (openId === null) heading.current?.focus();
  });
  useEffect(() => {
    if (turn > 0) goOn();
  }, [turn]);
  const open = rows.find(({ id }) => id === openId);

  function save() {
    const text = csvOf(csvRows(chosen, window.location.origin));
    download(csvName("receipts", new Date()), text, "text/csv;charset=utf-8");
  }
  function back() {
    onOpen(null);
    // The table may show its row on another page, or not at all.
    document.getElementById(`receipt-${openId}`)?.focus();
  }

  return (
    <>
      <section aria-label="Receipts" className={styles.board}>
        <h2 ref={heading} tabIndex={-1}>
          {rows.length} receipts
        </h2>
        <BoardProgress rows={rows} list={list} />
        {facts.length > 0 && (
          <div className={styles.noticed}>
            <h3>Noticed</h3>
            <ul>
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </div>
        )}
        <FilterForm rows={rows} filter={filter} onFilter={setFilter} />
        <ReceiptTable
          rows={chosen}
          order={order}
          openId={openId}
          onOrder={setOrder}
          onOpen={onOpen}
        />
        <p className={styles.row}>
          <button type="button" disabled={chosen.length === 0} onClick={save}>
            Save as CSV
          </button>
          <span className={styles.hint}>
            {chosen.length < rows.length
              ? `${chosen.length} of ${rows.length} receipts, as filtered`
              : "every receipt of the table"}
          </span>
        </p>
      </section>
      {open && <ReceiptDetails row={open} list={list} turn={turn} onBack={back} />}
    </>
  );
}
