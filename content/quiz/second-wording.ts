// The two ways in which a question may ask the same, of which each reader sees one.
import { hash32 } from "@/labs/arithmetic/random";
import { hashed } from "./kinds/draw";
import type { Question } from "./question";

/** Which way of asking a reader has; a question without a second one has its first. */
export type Wording = "first" | "second";

/** The wording that a reader's seed draws for a question: always the same, each for half. */
export const wordingFor = ({ id, reworded }: Question, seed: number): Wording =>
  // The lowest bit of FNV is but a parity: one reader would have the same of every question.
  reworded !== undefined && hash32(hashed(`${id} ${seed}`)) >= 2 ** 31
    ? "second"
    : "first";

/** The question as a wording asks it; all else is the same, also what its answers mean. */
export const worded = (question: Question, wording: Wording): Question =>
  wording === "second" && question.reworded !== undefined
    ? { ...question, asks: question.reworded }
    : question;
