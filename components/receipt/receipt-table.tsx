"use client";
// The table of receipts: sorted by its heads, a page of it at a time.
import { useState } from "react";
import { Pager } from "../lab/pager";
import type { Order } from "./chosen-rows";
import styles from "./receipt.module.css";
import { columnNames } from "./receipt-columns";
import { ReceiptRow } from "./receipt-row";
import type { Row } from "./row";
import { SortHead } from "./sort-head";
import tables from "./tables.module.css";

type Props = {
  rows: readonly Row[];
  order: Order | null;
  openId: number | null;
  onOrder(order: Order): void;
  onOpen(id: number): void;
};

/** So many rows are drawn at once. */
const page = 100;

/** Draws a row for each receipt, in the order given. */
export function ReceiptTable({ rows, order, openId, onOrder, onOpen }: Props) {
  const [asked, setFrom] = useState(0);
  const from = asked < rows.length ? asked : 0;
  const box = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    <div className={tables.table} tabIndex={0} role="group" aria-label="The table">
      <table>
        <thead>
          <tr>
            {columnNames.map((name) => (
              <SortHead key={name} name={name} order={order} onOrder={onOrder} />
            ))}
            <th scope="col">Run</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, from + page).map((row) => (
            <ReceiptRow
              key={row.id}
              row={row}
              isOpen={row.id === openId}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.hint}>No receipt passes the filter.</p>}
    </div>
  );
  return (
    <>
      {box}
      <Pager
        what="Receipts"
        count={rows.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
    </>
  );
}
