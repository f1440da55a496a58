// Lists of numbers that a view of a lab writes into a link.
import type { Field } from "./field";

const decimals = /^-?\d{1,6}(\.\d{1,14})?(e-\d{1,2})?$/;

/** The number that a part of a list stands for, or null. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && decimals.test(text) ? Number(text) : null;
}

type Parts = {
  /** The most items. */
  most: number;
  /** The numbers of one item, joined by "_", as in `0.5_-1_1`. */
  width: number;
  /** What one item is called, as in "a point x_y_class". */
  item: string;
};

/**
 * A list of items of a few numbers each, written by a view of the lab: `1_2_0*3_4_1`;
 * `none` for no item. `read` gives null for numbers that are no item.
 */
export function numberList<T>(
  key: string,
  label: string,
  parts: Parts,
  read: (numbers: readonly number[]) => T | null,
  write: (item: T) => readonly number[],
): Field<readonly T[]> {
  const { most, width, item } = parts;
  return {
    key,
    label,
    control: { kind: "written" },
    allowed: `none, or up to ${most} items like ${item}, joined by "*"`,
    parse(text) {
      if (text === "none") return [];
      if (text.length > most * width * 16) return null;
      const items: T[] = [];
      for (const part of text.split("*")) {
        const numbers = part.split("_").map(numberOf);
        const known = numbers.filter((number) => number !== null);
        const value = known.length === width && numbers.length === width && read(known);
        if (value === null || value === false || items.length === most) return null;
        items.push(value);
      }
      return items;
    },
    format: (items) =>
      items.length === 0 ? "none" : items.map((one) => write(one).join("_")).join("*"),
  };
}
