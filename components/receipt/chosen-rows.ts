// Which rows of the table are shown, and in which order.
import { type ColumnName, columns, nameOf, whyOf } from "./receipt-columns";
import type { Row } from "./row";
import { type Standing, standingOf } from "./verdict-look";

export type Order = { by: ColumnName; down: boolean };

/** "" lets every standing pass. */
export type Filter = { text: string; standing: Standing | "" };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compared(one: string | number, other: string | number): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}

/**
 * The rows by one column; equal ones stay in order, and those that have no such value come
 * last, whichever way it goes.
 */
export function sortedRows(rows: readonly Row[], { by, down }: Order): readonly Row[] {
  const { value } = columns[by];
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) {
      return Number(one.key === null) - Number(other.key === null);
    }
    return compared(one.key, other.key) * (down ? -1 : 1);
  });
  return keyed.map(({ row }) => row);
}

const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase("en");

/** The rows whose learner, assignment, sentence or file holds the text. */
export function filteredRows(
  rows: readonly Row[],
  { text, standing }: Filter,
): readonly Row[] {
  const sought = folded(text.trim());
  return rows.filter((row) => {
    if (standing && standingOf(row) !== standing) return false;
    const told = [nameOf(row), row.about?.title ?? "", whyOf(row), row.file];
    return !sought || told.some((one) => folded(one).includes(sought));
  });
}
