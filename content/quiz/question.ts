import type { Idea } from "@/content/ideas";
import { permutation, seeded } from "./kinds/draw";
import { type Answer, typedNumber } from "./kinds/kind";
import { drawnNumber, type Variants } from "./kinds/number";

// One quiz item, and how an answer to it is judged. Pure, so that a page can use it.

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
type Pointing = {
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

// A question as it is put to somebody: shuffled, and without anything that tells the answer.

/** Nothing in it tells what is right. Everything that is chosen stands in drawn order. */
export type Posed = { id: string; asks: string; seed: number } & (
  | { kind: "one" | "several"; options: readonly string[] }
  | {
      kind: "point";
      figure: string;
      options: readonly { text: string; spot: string }[];
    }
  | { kind: "predict"; options: readonly string[] }
  | { kind: "number"; unit: string }
  | { kind: "blank" }
  | { kind: "order"; items: readonly string[] }
  | { kind: "match"; items: readonly string[]; targets: readonly string[] }
);

/** The kinds whose options a file lists in an order that may be kept. */
const keepsOrder: readonly Kind[] = ["point", "predict"];

/**
 * The order in which things are shown: `order[shown]` is a position in the file. Options
 * keep their order for seed 0, where a page is written before its reader is known.
 */
function shownOrder({ id, kind }: Question, seed: number, length: number, what: string) {
  const open = kind === "one" || kind === "several";
  if (keepsOrder.includes(kind) || (open && seed === 0)) {
    return Array.from({ length }, (_, at) => at);
  }
  const draw = seeded(`${id} ${what}`, seed);
  let order = permutation(length, draw);
  // Items to be ordered that stood in order would give the answer away.
  while (kind === "order" && length > 1 && order.every((item, at) => item === at)) {
    order = permutation(length, draw);
  }
  return order;
}

const picked = <T>(order: readonly number[], of: readonly T[]): T[] =>
  order.flatMap((at) => of.slice(at, at + 1));

/** The orders in which the parts of a question are shown for a seed. */
function ordersOf(question: Question, seed: number) {
  const order = (length: number, what: string) =>
    shownOrder(question, seed, length, what);
  switch (question.kind) {
    case "number":
    case "blank":
      return { parts: [], targets: [] };
    case "order":
      return { parts: order(question.items.length, "items"), targets: [] };
    case "match":
      return {
        parts: order(question.pairs.length, "items"),
        targets: order(targetsOf(question).length, "targets"),
      };
    default:
      return { parts: order(question.options.length, "options"), targets: [] };
  }
}

/** The question as it is put for a seed. */
export function posed(question: Question, seed: number): Posed {
  const asked = drawn(question, seed);
  const { id, asks } = asked;
  const head = { id, asks, seed };
  const { parts, targets } = ordersOf(asked, seed);
  switch (asked.kind) {
    case "number":
      return { ...head, kind: asked.kind, unit: asked.unit };
    case "blank":
      return { ...head, kind: asked.kind };
    case "order": {
      const items = asked.items.map(({ text }) => text);
      return { ...head, kind: asked.kind, items: picked(parts, items) };
    }
    case "match": {
      const items = asked.pairs.map(({ text }) => text);
      return {
        ...head,
        kind: asked.kind,
        items: picked(parts, items),
        targets: picked(targets, targetsOf(asked)),
      };
    }
    case "point": {
      const options = asked.options.map(({ text, spot }) => ({ text, spot }));
      return { ...head, kind: asked.kind, figure: asked.figure, options };
    }
    default: {
      const options = asked.options.map(({ text }) => text);
      return { ...head, kind: asked.kind, options: picked(parts, options) };
    }
  }
}

/** The positions of the file that an answer to the posed question stands for. */
export function meant(question: Question, seed: number, answer: Answer): Answer {
  const { parts, targets } = ordersOf(question, seed);
  const real = (shown: number) => parts[shown] ?? -1;
  switch (answer.kind) {
    case "typed":
      return { ...answer, seed };
    case "ticked":
      return { ...answer, options: answer.options.map(real) };
    case "ordered":
      return { ...answer, items: answer.items.map(real) };
    case "matched": {
      const to = Array<number | null>(parts.length).fill(null);
      answer.to.forEach((target, shown) => {
        to[real(shown)] = target === null ? null : (targets[target] ?? null);
      });
      return { ...answer, to };
    }
    case "predicted":
      return answer;
  }
}

/** The answer as the posed question shows it: what `meant` undoes. */
export function shown(question: Question, seed: number, answer: Answer): Answer {
  const { parts, targets } = ordersOf(question, seed);
  const place = (position: number) => parts.indexOf(position);
  switch (answer.kind) {
    case "ticked":
      return { ...answer, options: answer.options.map(place) };
    case "ordered":
      return { ...answer, items: answer.items.map(place) };
    case "matched": {
      const to = parts.map((position) => {
        const target = answer.to[position] ?? null;
        return target === null ? null : targets.indexOf(target);
      });
      return { ...answer, to };
    }
    default:
      return answer;
  }
}

// What is said of an answer: whether each part of it is right, and why.

export type Part = { right: boolean; why: string; refuted: ClaimedRun | null };

/**
 * `parts`: one for each option, item or left-hand side as the posed question shows them,
 * null where nothing is said of it. `says`: of the answer as a whole; may be empty.
 */
export type Feedback = { right: boolean; says: string; parts: readonly (Part | null)[] };

/** Options that were chosen; all of them once the answer is right. */
function ofOptions(
  options: readonly Option[],
  chosen: readonly number[],
  right: boolean,
) {
  return options.map(({ right: isKey, why, refuted }, at): Part | null =>
    right || chosen.includes(at) ? { right: isKey, why, refuted } : null,
  );
}

/** Turns parts in the file's order into the order shown for a seed. */
function inShownOrder<T>(question: Question, seed: number, parts: readonly T[]): T[] {
  const all = parts.map((_, at) => at);
  const places = shown(question, seed, { kind: "ticked", options: all });
  const ordered: T[] = [];
  if (places.kind !== "ticked") return ordered;
  parts.forEach((part, at) => {
    ordered[places.options[at] ?? at] = part;
  });
  return ordered;
}

/** What is said of an answer (positions as in the file) to a question as drawn by `seed`. */
export function feedbackOn(question: Question, seed: number, answer: Answer): Feedback {
  const asked = drawn(question, seed);
  const right = isRight(question, answer);
  const arranged = (parts: readonly (Part | null)[], says = ""): Feedback => ({
    right,
    says,
    parts: inShownOrder(question, seed, parts),
  });
  const text = answer.kind === "typed" ? answer.text : "";
  switch (asked.kind) {
    case "number": {
      const says = right ? asked.right : asked.wrong;
      return { right, says, parts: [] };
    }
    case "blank": {
      const miss = asked.misses.find((one) => blankText(one.text) === blankText(text));
      return { right, says: right ? asked.right : (miss?.why ?? asked.wrong), parts: [] };
    }
    case "order": {
      const items = answer.kind === "ordered" ? answer.items : [];
      return arranged(
        asked.items.map(({ why }, at) => ({
          right: items[at] === at,
          why,
          refuted: null,
        })),
      );
    }
    case "match": {
      const targets = targetsOf(asked);
      const to = answer.kind === "matched" ? answer.to : [];
      return arranged(
        asked.pairs.map((pair, at) => ({
          right: targets[to[at] ?? -1] === pair.to,
          why: pair.why,
          refuted: null,
        })),
      );
    }
    default: {
      const chosen = answer.kind === "ticked" ? answer.options : [];
      const guessed = answer.kind === "predicted" ? [answer.option] : chosen;
      return arranged(ofOptions(asked.options, guessed, right));
    }
  }
}

/** Why an answer to a posed question cannot be judged yet; null where it can. */
export function missingIn(kind: Question["kind"], answer: Answer): string | null {
  switch (answer.kind) {
    case "ticked":
      return answer.options.length === 0 ? "Choose an option first." : null;
    case "typed":
      if (kind === "blank") return answer.text.trim() ? null : "Type a word first.";
      return typedNumber(answer.text) === null
        ? "Type a number, such as 12 or 0.5."
        : null;
    case "matched":
      return answer.to.includes(null) ? "Give each of them a match first." : null;
    default:
      return null;
  }
}
