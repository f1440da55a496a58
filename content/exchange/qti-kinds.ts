// What each kind of question is in QTI 2.1: how it is shown, judged and explained.

import { element, htmlOf } from "../markup/markup";
import {
  correct,
  declaration,
  type ItemParts,
  mapping,
  match,
  named,
  paragraph,
  response,
  set,
  twoWords,
} from "../markup/qti-parts";
import {
  type Matching,
  type Option,
  type Ordering,
  type Question,
  targetsOf,
} from "../quiz/question";
import { typedNumber, typedText } from "./qti-typed";

/** Positions of the file in the order shown. */
export type Shown = { parts: readonly number[]; targets: readonly number[] };

const both = match(response, correct);

const prompt = (asks: string) => element("prompt", {}, htmlOf(asks));

function choice(
  asks: string,
  options: readonly Option[],
  several: boolean,
  order: Shown,
) {
  const name = (at: number) => named("O", at);
  const right = options.flatMap((option, at) => (option.right ? [name(at)] : []));
  const worth = (option: Option) =>
    option.right ? 1 / right.length : -1 / (options.length - right.length);
  const worths = options.map((option, at) => [name(at), worth(option)] as const);
  const cardinality: ItemParts["cardinality"] = several ? "multiple" : "single";
  const shown = order.parts.map((at) =>
    element("simpleChoice", { identifier: name(at) }, htmlOf(options[at]?.text ?? "")),
  );
  const attributes = {
    responseIdentifier: "RESPONSE",
    shuffle: false,
    maxChoices: several ? 0 : 1,
  };
  return {
    declaration: declaration(
      cardinality,
      "identifier",
      right,
      several ? mapping(worths.map(([key, part]) => [key, part])) : "",
    ),
    body: element("choiceInteraction", attributes, prompt(asks) + shown.join("")),
    right: both,
    cardinality,
    feedback: set("FEEDBACK", response),
    words: options.map(({ why }, at) => [name(at), paragraph(why)] as const),
  };
}

/** What is said of each part; a wrong answer is not told the order. */
const whys = (parts: readonly { text: string; why: string }[], order: Shown) =>
  element(
    "ul",
    {},
    order.parts
      .map(
        (at) => `<b>${htmlOf(parts[at]?.text ?? "")}</b> ${htmlOf(parts[at]?.why ?? "")}`,
      )
      .map((item) => element("li", {}, item))
      .join(""),
  );

function order(asks: string, { items }: Ordering, shown: Shown) {
  const right = items.map((_, at) => named("I", at));
  const choices = shown.parts.map((at) =>
    element(
      "simpleChoice",
      { identifier: named("I", at) },
      htmlOf(items[at]?.text ?? ""),
    ),
  );
  const attributes = { responseIdentifier: "RESPONSE", shuffle: false };
  return {
    declaration: declaration("ordered", "identifier", right),
    body: element("orderInteraction", attributes, prompt(asks) + choices.join("")),
    right: both,
    ...twoWords(both, whys(items, shown), whys(items, shown)),
  };
}

function matching(asks: string, question: Matching, shown: Shown) {
  const { pairs } = question;
  const targets = targetsOf(question);
  const key = pairs.map(
    ({ to }, at) => `${named("L", at)} ${named("R", targets.indexOf(to))}`,
  );
  const one = (letter: string, at: number, text = "", matchMax = 1) =>
    element(
      "simpleAssociableChoice",
      { identifier: named(letter, at), matchMax },
      htmlOf(text),
    );
  const left = shown.parts.map((at) => one("L", at, pairs[at]?.text));
  const right = shown.targets.map((at) => one("R", at, targets[at], pairs.length));
  const sets = [left, right].map((set) => element("simpleMatchSet", {}, set.join("")));
  const attributes = {
    responseIdentifier: "RESPONSE",
    shuffle: false,
    maxAssociations: pairs.length,
  };
  const worths = mapping(key.map((pair) => [pair, 1 / pairs.length]));
  return {
    declaration: declaration("multiple", "directedPair", key, worths),
    body: element("matchInteraction", attributes, prompt(asks) + sets.join("")),
    right: both,
    ...twoWords(both, whys(pairs, shown), whys(pairs, shown)),
  };
}

/** `asks`: the question's text, with what only another place shows. */
export function itemParts(question: Question, asks: string, shown: Shown): ItemParts {
  switch (question.kind) {
    case "number":
      return typedNumber(asks, question);
    case "blank":
      return typedText(question);
    case "order":
      return order(asks, question, shown);
    case "match":
      return matching(asks, question, shown);
    default:
      return choice(asks, question.options, question.kind === "several", shown);
  }
}
