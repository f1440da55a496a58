// The two ways in which a question may ask the same, of which each reader sees one.
import { hash32 } from "@/labs/arithmetic/random";
import { hashed } from "./kinds/draw";
import type { Question } from "./question";

/** Which way of asking a reader has; a question without a second one has its first. */
export type Wording = "first" | "second";

/** A question as lists name it, in one or two wordings. */
export type AskedWords = Pick<Question, "id" | "asks" | "reworded">;

/** The words of a question, and nothing of its answer. */
export const askedWords = ({ id, asks, reworded }: Question): AskedWords =>
  reworded === undefined ? { id, asks } : { id, asks, reworded };

/** The wording that a reader's seed draws for a question: always the same, each for half. */
export const wordingFor = (
  { id, reworded }: Omit<AskedWords, "asks">,
  seed: number,
): Wording =>
  // The lowest bit of FNV is but a parity: one reader would have the same of every question.
  reworded !== undefined && hash32(hashed(`${id} ${seed}`)) >= 2 ** 31
    ? "second"
    : "first";

/** The question as a wording asks it; all else is the same, also what its answers mean. */
export const worded = <T extends AskedWords>(question: T, wording: Wording): T =>
  wording === "second" && question.reworded !== undefined
    ? { ...question, asks: question.reworded }
    : question;
