"use client";
import type { Order } from "./chosen-rows";
import { type ColumnName, columns } from "./receipt-columns";

type Props = { name: ColumnName; order: Order | null; onOrder(order: Order): void };

/** A column's head; pressed again it turns the order about. */
export function SortHead({ name, order, onOrder }: Props) {
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
