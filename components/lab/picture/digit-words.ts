// Words for digits, and for the network's certainty of them.
import type { Certainty } from "@/labs/network/certainty";

/** Stands for a digit where the network names none: its scores are no numbers. */
export const noDigit = "no digit";

/** The name of a digit with its article: "a 7", "an 8", "no digit". */
export const withArticle = (name: string) =>
  name === noDigit ? noDigit : `${name === "8" ? "an" : "a"} ${name}`;

/** The meaning of the numbers beside the classes, in a sentence. */
export const certaintyNote: Readonly<Record<Certainty, string>> = {
  shares:
    "The numbers are probabilities: softmax of the ten scores; they add up to 100 %.",
  chances:
    "Cross-entropy judges each digit by itself, so each number is a probability alone, and they need not add up to 100 %.",
  scores:
    "This loss gives no probabilities: the numbers are the scores themselves, which training pulls to +1 for the right digit and to −1 for the others.",
};
