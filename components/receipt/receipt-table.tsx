"use client";
import Link from "next/link";
import { memo, useState } from "react";
import { Button } from "@/components/kit/button";
import { Small } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import { ScrollTable, SortHead } from "@/components/kit/scroll-table";
import { type ListedReceipt, learnerOf, standingOf, standings } from "./listed-receipt";
import { type ColumnName, columnNames, columns, type Order } from "./receipt-columns";
import styles from "./receipt-table.module.css";

type Props = {
  receipts: readonly ListedReceipt[];
  order: Order | null;
  openId: number | null;
  onOrder(order: Order): void;
  onOpen(id: number): void;
};

/** So many rows are drawn at once. */
const page = 100;

/** A row for each receipt, in the order given, a page of them at a time; its heads sort. */
export function ReceiptTable({ receipts, order, openId, onOrder, onOpen }: Props) {
  const [asked, setFrom] = useState(0);
  const from = asked < receipts.length ? asked : 0;
  const sortedBy = (name: ColumnName) =>
    order?.by === name ? (order.down ? "descending" : "ascending") : null;
  return (
    <>
      <ScrollTable
        label="The table"
        cells="words"
        height="tall"
        sticky
        after={receipts.length === 0 && <Small>No receipt passes the filter.</Small>}
      >
        <thead>
          <tr>
            {columnNames.map((name) => (
              <SortHead
                key={name}
                data-column={name}
                sorted={sortedBy(name)}
                onSort={() => onOrder({ by: name, down: sortedBy(name) === "ascending" })}
              >
                {columns[name].label}
              </SortHead>
            ))}
            <th scope="col">Run</th>
          </tr>
        </thead>
        <tbody>
          {receipts.slice(from, from + page).map((receipt) => (
            <ReceiptRow
              key={receipt.id}
              receipt={receipt}
              isOpen={receipt.id === openId}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </ScrollTable>
      <Pager
        things="Receipts"
        count={receipts.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
    </>
  );
}

const cells = columnNames.filter((name) => name !== "learner");

type RowProps = { receipt: ListedReceipt; isOpen: boolean; onOpen(id: number): void };

const ReceiptRow = memo(function ReceiptRow({ receipt, isOpen, onOpen }: RowProps) {
  const { id, summary } = receipt;
  const name = learnerOf(receipt);
  const standing = standingOf(receipt);
  return (
    <tr className={styles.row} data-standing={standing} data-open={isOpen || undefined}>
      <th scope="row" className={styles.learner}>
        <Button
          look="link"
          id={`receipt-${id}`}
          aria-label={`${name}: open the check`}
          aria-current={isOpen || undefined}
          onClick={() => onOpen(id)}
        >
          {name}
        </Button>
      </th>
      {cells.map((cell) => (
        <td
          key={cell}
          className={styles[cell]}
          data-column={cell}
          data-tone={cell === "verdict" ? standings[standing].tone : undefined}
        >
          {columns[cell].text(receipt)}
        </td>
      ))}
      <td>
        {summary && (
          <Link href={summary.run} prefetch={false} aria-label={`Run of ${name}`}>
            Open
          </Link>
        )}
      </td>
    </tr>
  );
});
