// A question as it is put to somebody: shuffled, and without anything that tells the answer.
import type { Answer } from "./answer";
import { drawn, type Kind, type Question, targetsOf } from "./question";
import { permutation, seeded } from "./seeded";

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
