"use client";
// Numbers with the decimal and thousands signs of the reader's own language. Links, files,
// receipts and fields keep the point, which all of them read.
import { useBrowserValue } from "./use-hydrated";

/** As numbers are written in English: the thousands sign, then the decimal sign. */
type Signs = `${string} ${string}`;

const english: Signs = ", .";

/** How a language sets numbers apart; that of the browser where none is given. */
export function signsOf(language?: string): Signs {
  const format = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const parts = format.formatToParts(1_234_567.8);
  const sign = (type: "group" | "decimal") =>
    parts.find((part) => part.type === type)?.value ?? "";
  return `${sign("group").replace(" ", "\u00A0")} ${sign("decimal")}`;
}

/** A text with its numbers, written in English, written with other signs. */
export function withSigns(text: string, signs: Signs): string {
  if (signs === english) return text;
  const [group = "", decimal = ""] = signs.split(" ");
  return text.replace(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/g, (number) =>
    number.replace(/[,.]/g, (sign) => (sign === "," ? group : decimal)),
  );
}

let ofReader: Signs | null = null;

function readerSigns(): Signs {
  // Not by `navigator.language`: it may be “C”, which is no language.
  ofReader ??= signsOf();
  return ofReader;
}

/** Writes the numbers in a text as the reader does; in English until the page is hydrated. */
export function useReaderNumbers(): (text: string) => string {
  const signs = useBrowserValue(readerSigns, english);
  return (text) => withSigns(text, signs);
}

/**
 * A number, given as it is written in English: no browser translates it further, and its
 * minus stands before it in every language.
 */
export function Num({ children }: { children: string }) {
  const written = useReaderNumbers()(children);
  return (
    <span translate="no" dir="ltr">
      {written}
    </span>
  );
}
