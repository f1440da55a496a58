// How one setting is written in a link, bounded, and shown as a control.

import { formulaLimits, type OwnFormula, writtenName } from "../formula/own-formula";
import type { ReadOwn } from "../formula/read-own";

/** One name to choose, with its formula where it has one. */
export type Option = { value: string; label: string; formula?: string };

/** The use of a reader's own formula, and the names in it. */
export type OwnControl = { of: "activation" | "loss"; names: readonly string[] };

/** The control that changes a field, with its limits. */
type Control =
  | { kind: "choice"; options: readonly Option[]; own: OwnControl | null }
  | { kind: "number"; min: number; max: number; step: number; logarithmic: boolean }
  | { kind: "set"; options: readonly Option[] }
  | { kind: "perLayer"; options: readonly Option[]; own: OwnControl; most: number }
  | { kind: "layers"; most: number; widest: number }
  /** Changed in a view of the lab; the panel only tells what it is and can clear it. */
  | { kind: "written"; count(text: string): number; of: "entry" | "letter" };

/** How one setting is written in a link, bounded and shown as a control. */
export type Field<T> = {
  /** The name in a link, as in `lr=0.03`. */
  key: string;
  /** The name on the page. */
  label: string;
  control: Control;
  /** The legal values, as the end of a sentence: "… must be <allowed>". */
  allowed: string;
  /**
   * The value that `text` stands for, or null where it stands for none: a reader's own
   * formula does only where its reader is given, which few pages need to load.
   */
  parse(text: string, readOwn?: ReadOwn): T | null;
  /** The text that `parse` reads back as the same value. */
  format(value: T): string;
};

/** The longest text of a field that is not written by a view. */
const longestText = 80;

type Named = Record<string, { label: string; formula?: string }>;

const optionsOf = (named: Named): readonly Option[] =>
  Object.entries(named).map(([value, { label, formula }]) => ({
    value,
    label,
    ...(formula !== undefined && { formula }),
  }));

const isNameIn = <N extends string>(named: Record<N, unknown>, text: string): text is N =>
  Object.hasOwn(named, text);

/** One name out of a record. */
export function choice<N extends string>(
  key: string,
  label: string,
  named: Record<N, { label: string }>,
): Field<N> {
  return {
    key,
    label,
    control: { kind: "choice", options: optionsOf(named), own: null },
    allowed: `one of ${Object.keys(named).join(", ")}`,
    parse: (text) => (isNameIn(named, text) ? text : null),
    format: (value) => value,
  };
}

/** The value of `read`, where it is one. */
const ownFrom = (read: ReturnType<ReadOwn> | undefined) =>
  read && "own" in read ? read.own : null;

/** One name out of a record, or a reader's own formula. */
export function choiceOrOwn<N extends string>(
  key: string,
  label: string,
  named: Record<N, { label: string; formula: string }>,
  own: OwnControl,
): Field<N | OwnFormula> {
  const { allowed } = choice(key, label, named);
  return {
    key,
    label,
    control: { kind: "choice", options: optionsOf(named), own },
    allowed: `${allowed}, or a formula of ${own.names.join(" and ")}`,
    parse: (text, readOwn) =>
      isNameIn(named, text) ? text : ownFrom(readOwn?.(text, own.names)),
    format: writtenName,
  };
}

/** Several different names out of a record, at least one, in the record's order. */
export function choices<N extends string>(
  key: string,
  label: string,
  named: Record<N, { label: string }>,
): Field<readonly N[]> {
  const order = Object.keys(named);
  return {
    key,
    label,
    control: { kind: "set", options: optionsOf(named) },
    allowed: `some of ${order.join(", ")}, joined by "-"`,
    parse(text) {
      if (text.length > longestText) return null;
      const parts = text.split("-");
      const names = order.filter((name): name is N => parts.includes(name));
      return names.length > 0 && names.length === parts.length ? names : null;
    },
    format: (value) => value.join("-"),
  };
}

/**
 * Each layer's name, first to last, in the text of a `perLayer` field: names are joined by
 * "-" and, as a formula may hold a minus, by ";" where one of them is a reader's own.
 */
export function layersIn(
  text: string,
  options: readonly Pick<Option, "value">[],
): readonly string[] {
  const names = text.split("-");
  const known = names.every((name) => options.some(({ value }) => value === name));
  return known ? names : text.split(";");
}

/** The text that `layersIn` takes apart. */
export const layersText = (
  written: readonly string[],
  options: readonly Pick<Option, "value">[],
) => {
  const known = written.every((name) => options.some(({ value }) => value === name));
  return written.join(known ? "-" : ";");
};

/**
 * A name or a reader's own formula for each layer, as in `relu-tanh`; the last goes on where
 * there are more layers.
 */
export function perLayer<N extends string>(
  key: string,
  label: string,
  named: Record<N, { label: string; formula: string }>,
  own: OwnControl,
  most: number,
): Field<readonly (N | OwnFormula)[]> {
  const options = optionsOf(named);
  const { allowed } = choiceOrOwn(key, label, named, own);
  return {
    key,
    label,
    control: { kind: "perLayer", options, own, most },
    allowed: `${allowed}; up to ${most} of them, joined by "-", or by ";" where one is a formula`,
    parse(text, readOwn) {
      if (text.length > most * (formulaLimits.characters + 1)) return null;
      const parts = layersIn(text, options);
      if (parts.length > most) return null;
      const known = parts.map((part) =>
        isNameIn(named, part) ? part : ownFrom(readOwn?.(part, own.names)),
      );
      const names = known.filter((name) => name !== null);
      return names.length === parts.length ? names : null;
    },
    format: (value) => layersText(value.map(writtenName), options),
  };
}

type Range = { min: number; max: number; step: number; logarithmic?: boolean };

/** A number between two limits; a whole one where `step` is whole. */
export function number(key: string, label: string, range: Range): Field<number> {
  const { min, max, step, logarithmic = false } = range;
  const whole = Number.isInteger(step) && Number.isInteger(min);
  return {
    key,
    label,
    control: { kind: "number", min, max, step, logarithmic },
    allowed: `a ${whole ? "whole " : ""}number from ${min} to ${max}`,
    parse(text) {
      if (text.length > 24 || !/^\d+(\.\d+)?(e-?\d+)?$/.test(text)) return null;
      const value = Number(text);
      if (whole && !Number.isInteger(value)) return null;
      return value >= min && value <= max ? value : null;
    },
    format: String,
  };
}

const inThousands = /^[1-9]\d{0,2}(,\d{3})+$/;

/**
 * The value that a reader typed, or null. In a whole number commas part thousands, as the
 * pages write them: "1,000" is not 1, and "1.000" is neither. In others a comma is a point.
 */
export function parseTyped<T>({ control, parse }: Field<T>, text: string): T | null {
  const typed = text.trim();
  const isWhole = control.kind === "number" && Number.isInteger(control.step);
  if (!isWhole) return parse(typed.replace(",", "."));
  if (inThousands.test(typed)) return parse(typed.replaceAll(",", ""));
  return typed.includes(".") ? null : parse(typed);
}

/** The widths of the hidden layers, as in `8-8`; `none` for no hidden layer. */
export function layerList(
  key: string,
  label: string,
  limits: { most: number; widest: number },
): Field<readonly number[]> {
  const { most, widest } = limits;
  return {
    key,
    label,
    control: { kind: "layers", most, widest },
    allowed: `none, or up to ${most} widths from 1 to ${widest}, joined by "-"`,
    parse(text) {
      if (text === "none") return [];
      if (text.length > longestText || !/^[1-9]\d*(-[1-9]\d*)*$/.test(text)) return null;
      const widths = text.split("-").map(Number);
      return widths.length <= most && widths.every((width) => width <= widest)
        ? widths
        : null;
    },
    format: (value) => (value.length === 0 ? "none" : value.join("-")),
  };
}
