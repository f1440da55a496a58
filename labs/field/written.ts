// Settings that a view of a lab writes into a link: lists of numbers, and texts. They have no
// control of their own.
import type { Field } from "./field";

const decimals = /^-?\d{1,6}(\.\d{1,14})?(e-\d{1,2})?$/;

/** The number that a part of a list stands for, or null. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && decimals.test(text) ? Number(text) : null;
}

type ListShape = {
  /** The most items. */
  most: number;
  /** The numbers of one item, joined by "_", as in `0.5_-1_1`. */
  width: number;
  /** The name of one item, as in "a point x_y_class". */
  item: string;
};

/**
 * A list of items of a few numbers each, written by a view of the lab: `1_2_0*3_4_1`;
 * `none` for no item. `read` gives null for numbers that are no item.
 */
export function numberList<T>(
  key: string,
  label: string,
  shape: ListShape,
  read: (numbers: readonly number[]) => T | null,
  write: (item: T) => readonly number[],
): Field<readonly T[]> {
  const { most, width, item } = shape;
  return {
    key,
    label,
    control: {
      kind: "written",
      count: (text) => (text === "none" ? 0 : text.split("*").length),
      of: "entry",
    },
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

type LettersShape = {
  /** The most letters. */
  most: number;
  /** The letters that there are. */
  alphabet: string;
  /** The same, each as a link writes it. */
  written: string;
};

/** A text of few different letters, written by a view of the lab; `none` for no text. */
export function writtenText(
  key: string,
  label: string,
  shape: LettersShape,
): Field<string> {
  const { most, alphabet, written } = shape;
  const spelled = (text: string, from: string, to: string) =>
    Array.from(text, (letter) => to[from.indexOf(letter)] ?? "").join("");
  return {
    key,
    label,
    control: {
      kind: "written",
      count: (text) => (text === "none" ? 0 : text.length),
      of: "letter",
    },
    allowed: `none, or up to ${most} of the letters ${written}`,
    parse(text) {
      if (text === "none") return "";
      if (text.length > most) return null;
      const read = spelled(text, written, alphabet);
      return read !== "" && read.length === text.length ? read : null;
    },
    format: (value) => (value === "" ? "none" : spelled(value, alphabet, written)),
  };
}
