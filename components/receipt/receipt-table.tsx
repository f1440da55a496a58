"use client";
import Link from "next/link";
import { memo, useState } from "react";
import { Button } from "@/components/kit/button";
import { Small } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import { ScrollTable, SortHead } from "@/components/kit/scroll-table";
import { type ListedReceipt, learnerOf, standingOf, standings } from "./listed-receipt";
import { type ColumnName, columns, columnsOf, type Order } from "./receipt-columns";
import { groupReceipts, type ReceiptGroup } from "./receipt-groups";
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

/**
 * A row for each receipt, under the link that it bears and in the order given there, a page
 * of them at a time; its heads sort.
 */
export function ReceiptTable({ receipts, order, openId, onOrder, onOpen }: Props) {
  const [asked, setFrom] = useState(0);
  const from = asked < receipts.length ? asked : 0;
  const groups = groupReceipts(receipts);
  const inOrder = groups.flatMap((group) => group.receipts);
  const shown = new Set(inOrder.slice(from, from + page));
  const names = columnsOf(receipts);
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
            {names.map((name) => (
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
        {groups
          .filter((group) => group.receipts.some((receipt) => shown.has(receipt)))
          .map((group) => (
            <tbody key={group.receipts[0]?.id}>
              <GroupHead group={group} width={names.length + 1} />
              {group.receipts
                .filter((receipt) => shown.has(receipt))
                .map((receipt) => (
                  <ReceiptRow
                    key={receipt.id}
                    {...{ receipt, onOpen }}
                    names={names}
                    isOpen={receipt.id === openId}
                  />
                ))}
            </tbody>
          ))}
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

/** The link of the rows below: what it asks, and whose word that is. */
const GroupHead = ({ group, width }: { group: ReceiptGroup; width: number }) => (
  <tr>
    <th scope="rowgroup" colSpan={width} className={styles.group}>
      <span>
        {group.title} ({group.receipts.length})
        {group.says && <Small as="span"> {group.says}</Small>}
      </span>
    </th>
  </tr>
);

type RowProps = {
  receipt: ListedReceipt;
  names: readonly ColumnName[];
  isOpen: boolean;
  onOpen(id: number): void;
};

const ReceiptRow = memo(function ReceiptRow(props: RowProps) {
  const { receipt, names, isOpen, onOpen } = props;
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
      {names.slice(1).map((cell) => (
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
