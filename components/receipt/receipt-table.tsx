"use client";
import Link from "next/link";
import { memo, useState } from "react";
import { Pager } from "@/components/kit/pager";
import { type Row, standingOf, standings } from "./listed-receipt";
import styles from "./receipt.module.css";
import {
  type ColumnName,
  columnNames,
  columns,
  nameOf,
  type Order,
} from "./receipt-columns";
import tables from "./tables.module.css";

// The table of receipts: sorted by its heads, a page of it at a time.

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
        things="Receipts"
        count={rows.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
    </>
  );
}

type ReceiptRowProps = { row: Row; isOpen: boolean; onOpen(id: number): void };

const cells = columnNames.filter((name) => name !== "learner");

/** One receipt in the table. */
const ReceiptRow = memo(function ReceiptRow({ row, isOpen, onOpen }: ReceiptRowProps) {
  const name = nameOf(row);
  const standing = standingOf(row);
  return (
    <tr data-standing={standing} data-open={isOpen || undefined}>
      <th scope="row">
        <button
          type="button"
          id={`receipt-${row.id}`}
          className={tables.name}
          aria-label={`${name}: open the check`}
          aria-current={isOpen || undefined}
          onClick={() => onOpen(row.id)}
        >
          {name}
        </button>
      </th>
      {cells.map((cell) => (
        <td
          key={cell}
          data-column={cell}
          data-tone={cell === "verdict" ? standings[standing].tone : undefined}
        >
          {columns[cell].text(row)}
        </td>
      ))}
      <td>
        {row.about && (
          <Link href={row.about.run} prefetch={false} aria-label={`Run of ${name}`}>
            Open
          </Link>
        )}
      </td>
    </tr>
  );
});

type SortHeadProps = {
  name: ColumnName;
  order: Order | null;
  onOrder(order: Order): void;
};

/** A column's head; pressed again it turns the order about. */
function SortHead({ name, order, onOrder }: SortHeadProps) {
  const sorted = order?.by === name;
  const down = sorted && order.down;
  const sign = down ? "▼" : "▲";
  return (
    <th
      scope="col"
      data-column={name}
      aria-sort={sorted ? (down ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        onClick={() => onOrder({ by: name, down: sorted && !order.down })}
      >
        {columns[name].label}
        <span aria-hidden="true">{sorted ? sign : "↕"}</span>
      </button>
    </th>
  );
}
