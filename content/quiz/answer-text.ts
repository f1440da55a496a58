// An answer as one short text, as the reader's book, a receipt, a class and an export hold
// it. Up to version 2 such texts named parts by their positions in the question's file;
// these are still read, through the places that the parts had then.
import { type Answer, noPlaces, type Places } from "./kinds/kind";

/** The longest text of an answer, in characters. */
export const longestAnswer = 1000;

const nothing = "none";

const id = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const listOf = (one: string) => `(?:${nothing}|${one}(?:,${one})*)`;

const forms = {
  typed: /^(\d{0,10})=([\s\S]*)$/,
  ticked: new RegExp(`^:${id}(?:,${id})*$`),
  ordered: new RegExp(`^>${listOf(id)}$`),
  matched: new RegExp(`^~${listOf(`${id}:${id}`)}$`),
  predicted: new RegExp(`^\\?(${id})(?::(${id}))?$`),
};

/** Positions are 0 to 19; `x` stands for none. */
const former = {
  ticked: /^1?\d(?:-1?\d)*$/,
  ordered: /^>1?\d(?:-1?\d)*$/,
  matched: /^~(?:1?\d|x)(?:-(?:1?\d|x))*$/,
  predicted: /^\?(1?\d):(1?\d|x)$/,
};

const joined = (ids: readonly string[]) => (ids.length === 0 ? nothing : ids.join(","));

const split = (list: string) => (list === nothing ? [] : list.split(","));

/**
 * The text that `readAnswerText` reads back: `:low,high` for ticked options, `=3.5` for
 * typed, `7=3.5` where seed 7 drew the numbers, `>first,second` for an order,
 * `~hinge:straight` for a matching, where a gap is left out, `?low:high` for a prediction
 * and what came, `?low` where nothing did.
 */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case "typed":
      return `${answer.seed || ""}=${answer.text}`.slice(0, longestAnswer);
    case "ticked":
      return answer.options.length === 0
        ? nothing
        : `:${joined([...new Set(answer.options)].sort())}`;
    case "ordered":
      return `>${joined(answer.items)}`;
    case "matched":
      return `~${joined([...answer.to].map((pair) => pair.join(":")).sort())}`;
    case "predicted":
      return `?${answer.option}${answer.came === null ? "" : `:${answer.came}`}`;
  }
}

function readById(text: string): Answer | null {
  const [, seed, typed] = forms.typed.exec(text) ?? [];
  if (typed !== undefined) {
    return seed
      ? { kind: "typed", text: typed, seed: Number(seed) }
      : { kind: "typed", text: typed };
  }
  if (text === nothing) return { kind: "ticked", options: [] };
  const list = text.slice(1);
  if (forms.ticked.test(text)) return { kind: "ticked", options: list.split(",") };
  if (forms.ordered.test(text)) return { kind: "ordered", items: split(list) };
  if (forms.matched.test(text)) {
    const pairs = split(list).map((pair) => pair.split(":"));
    return {
      kind: "matched",
      to: new Map(pairs.map(([part = "", to = ""]) => [part, to])),
    };
  }
  const [, option, came = null] = forms.predicted.exec(text) ?? [];
  return option === undefined ? null : { kind: "predicted", option, came };
}

function readByPosition(text: string, { parts, targets }: Places): Answer | null {
  const named = (ids: readonly string[], at: string) =>
    ids[Number(at)] ?? `position-${at}`;
  const part = (at: string) => named(parts, at);
  if (former.ticked.test(text)) {
    const ticked = text.split("-").map(Number);
    const sorted = ticked.every(
      (at, index) => index === 0 || at > (ticked[index - 1] ?? 0),
    );
    return sorted ? { kind: "ticked", options: text.split("-").map(part) } : null;
  }
  if (former.ordered.test(text)) {
    return { kind: "ordered", items: text.slice(1).split("-").map(part) };
  }
  if (former.matched.test(text)) {
    const to = text.slice(1).split("-");
    const pairs = to.flatMap((target, at) =>
      target === "x" ? [] : [[part(String(at)), named(targets, target)] as const],
    );
    return { kind: "matched", to: new Map(pairs) };
  }
  const [, option, came] = former.predicted.exec(text) ?? [];
  if (option === undefined || came === undefined) return null;
  return {
    kind: "predicted",
    option: part(option),
    came: came === "x" ? null : part(came),
  };
}

/**
 * Reads an answer's text; null for a text that the site never wrote. `places`: the ids of
 * the question's parts and targets by the positions that a text up to version 2 names.
 */
export function readAnswerText(text: string, places: Places): Answer | null {
  if (text.length > longestAnswer) return null;
  const answer = readById(text);
  if (!answer) return readByPosition(text, places);
  // Only one text stands for an answer.
  return answerText(answer) === text ? answer : null;
}

/** Whether a text stands for an answer, to whatever question. */
export const isAnswerText = (text: string): boolean =>
  readAnswerText(text, noPlaces) !== null;

/** Whether a text stands for a prediction that the reader's own run judged. */
export const isPrediction = (text: string): boolean => text.startsWith("?");
