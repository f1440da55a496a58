// One quiz item, and how an answer to it is judged. Pure, so that a page can use it.
import { type Answer, typedNumber } from "./answer";
import type { Idea } from "./ideas";
import { drawnNumber, type Variants } from "./variants";

/** A lab at the run of one of its claims. */
export type ClaimedRun = { lab: string; claim: string };

/** One thing that can be chosen, and why it is right or wrong. */
export type Option = {
  text: string;
  right: boolean;
  why: string;
  /** A run that shows what is wrong with it, for a wrong option. */
  refuted: ClaimedRun | null;
};

export type Choice = { kind: "one" | "several"; options: readonly Option[] };

/** One place of a figure is to be named; each option is one of its spots. */
export type Pointing = {
  kind: "point";
  /** The name of a figure with spots. */
  figure: string;
  options: readonly (Option & { spot: string })[];
};

/** A prediction of a run, which the reader then trains. */
export type Prediction = ClaimedRun & {
  kind: "predict";
  /** What to look for while it trains; may be empty. */
  look: string;
  /** `when`: the condition on the trained run under which the option came true. */
  options: readonly (Option & { when: string })[];
};

export type NumberAsked = {
  kind: "number";
  answer: number;
  /** The largest distance from `answer` that still counts as right. */
  within: number;
  unit: string;
  right: string;
  wrong: string;
  /** What the numbers are drawn from; null where they are always the same. */
  variants: Variants | null;
};

/** A word or phrase for the blank that `asks` writes as `___`. */
export type Blank = {
  kind: "blank";
  /** Each text that is right; capitals and outer spaces do not matter. */
  accepts: readonly string[];
  /** Texts that are wrong in a way worth a word. */
  misses: readonly { text: string; why: string }[];
  right: string;
  wrong: string;
};

/** Items to bring into order; here they stand in the right one. */
export type Ordering = { kind: "order"; items: readonly { text: string; why: string }[] };

/** Each `text` belongs to one `to`; several may share it. */
export type Matching = {
  kind: "match";
  pairs: readonly { text: string; to: string; why: string }[];
};

/** `id` is unique in the course and never changes: answers are kept under it. */
export type Question = {
  id: string;
  asks: string;
  idea: Idea;
  /** The id of the heading of its lesson whose text it tests. */
  section: string;
  /** Shown one by one before the answer, to whoever asks. */
  hints: readonly string[];
} & (Choice | Pointing | Prediction | NumberAsked | Blank | Ordering | Matching);

export type Kind = Question["kind"];

/** What is on the right-hand side of a matching, each once, in the order of the pairs. */
export const targetsOf = ({ pairs }: Matching): string[] => [
  ...new Set(pairs.map(({ to }) => to)),
];

/** A blank's text as it is compared: case, spaces and typographic marks do not matter. */
export const blankText = (text: string) =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/[’‘]/gu, "'");

/**
 * The question with its numbers drawn from a seed. The question as it was read is that of
 * seed 0; questions without variants are the same for every seed.
 */
export function drawn(question: Question, seed: number): Question {
  if (question.kind !== "number" || !question.variants || seed === 0) return question;
  return { ...question, ...drawnNumber(question.id, question.variants, seed) };
}

const ticksOf = (answer: Answer): readonly number[] | null => {
  if (answer.kind === "ticked") return answer.options;
  return answer.kind === "predicted" ? [answer.option] : null;
};

/**
 * Whether an answer is right. An answer of the wrong kind is wrong. A prediction is judged
 * by the reader's own run where the answer tells what came of it.
 */
export function isRight(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case "number": {
      if (answer.kind !== "typed") return false;
      const asked = drawn(question, answer.seed ?? 0);
      const typed = typedNumber(answer.text);
      return (
        asked.kind === "number" &&
        typed !== null &&
        // A typed decimal is not quite what was computed: 0.3 is not 0.1 + 0.2.
        Math.abs(typed - asked.answer) <= asked.within + 1e-12 * Math.abs(asked.answer)
      );
    }
    case "blank":
      return (
        answer.kind === "typed" &&
        question.accepts.some((text) => blankText(text) === blankText(answer.text))
      );
    case "order":
      return (
        answer.kind === "ordered" &&
        answer.items.length === question.items.length &&
        answer.items.every((item, place) => item === place)
      );
    case "match": {
      const targets = targetsOf(question);
      return (
        answer.kind === "matched" &&
        answer.to.length === question.pairs.length &&
        question.pairs.every(({ to }, at) => targets[answer.to[at] ?? -1] === to)
      );
    }
    default: {
      if (question.kind === "predict" && answer.kind === "predicted") {
        if (answer.came !== null) return answer.came === answer.option;
      }
      const ticked = ticksOf(answer);
      return (
        ticked !== null &&
        question.options.every(({ right }, at) => right === ticked.includes(at))
      );
    }
  }
}
