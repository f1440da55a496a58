"use client";
import Link from "next/link";
import { memo } from "react";
import { columnNames, columns, nameOf } from "./receipt-columns";
import type { Row } from "./row";
import tables from "./tables.module.css";
import { standingOf, standings } from "./verdict-look";

type Props = { row: Row; isOpen: boolean; onOpen(id: number): void };

const cells = columnNames.filter((name) => name !== "learner");

/** One receipt in the table. */
export const ReceiptRow = memo(function ReceiptRow({ row, isOpen, onOpen }: Props) {
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
