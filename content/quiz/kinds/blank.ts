// A word or phrase for a blank in a sentence.
import { type Head, type KindRecord, noParts, typedWords } from "./kind";

/** A sentence with a blank. */
export type BlankQuestion = Head & {
  kind: "blank";
  /** Each text that is right; capitals and outer spaces do not matter. */
  accepts: readonly string[];
  /** Texts that are wrong in a way worth a word. */
  misses: readonly { text: string; why: string }[];
  right: string;
  wrong: string;
};

/** A blank's text as it is compared: case, spaces and typographic marks do not matter. */
export const blankText = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/[’‘]/gu, "'");

/** Its record. */
export const blank: KindRecord<BlankQuestion> = {
  name: "fill a blank",
  way: "Fill the blank",
  paper: {},
  holdsBlank: true,
  parts: () => noParts,
  empty: () => ({ kind: "typed", text: "" }),
  fits: (_, answer) => answer.kind === "typed",
  missing: (_, answer) =>
    answer.kind === "typed" && answer.text.trim() === "" ? "Type a word first." : null,
  isRight: ({ accepts }, answer) =>
    answer.kind === "typed" &&
    accepts.some((text) => blankText(text) === blankText(answer.text)),
  explain({ misses, right, wrong }, answer, isRight) {
    const text = answer.kind === "typed" ? blankText(answer.text) : "";
    const miss = misses.find((one) => blankText(one.text) === text);
    return { says: isRight ? right : (miss?.why ?? wrong), parts: new Map() };
  },
  words: (_, answer) => typedWords(answer),
  sheetKey: ({ accepts, right }) => ({ write: accepts.join(" or "), whys: [right] }),
};
