// What is said of an answer: whether each part of it is right, and why.
import { type Answer, typedNumber } from "./answer";
import { shown } from "./posed";
import {
  blankText,
  type ClaimedRun,
  drawn,
  isRight,
  type Option,
  type Question,
  targetsOf,
} from "./question";

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
