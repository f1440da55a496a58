// The kinds of question that are answered by typing, in QTI 2.1.

import { plainNumber } from "../markup/gift-text";
import { element, htmlOf } from "../markup/markup";
import {
  base,
  correct,
  decide,
  declaration,
  mapping,
  named,
  paragraph,
  response,
  set,
  twoWords,
} from "../markup/qti-parts";
import type { NumberAsked, Question } from "../quiz/question";

export function typedNumber(asks: string, question: NumberAsked) {
  const { unit } = question;
  const within = plainNumber(question.within);
  const mode =
    within === "0"
      ? { toleranceMode: "exact" }
      : { toleranceMode: "absolute", tolerance: `${within} ${within}` };
  const right = element("equal", mode, response + correct);
  const box = { responseIdentifier: "RESPONSE", expectedLength: 12 };
  const line = `${element("textEntryInteraction", box)}${unit && ` ${htmlOf(unit)}`}`;
  return {
    declaration: declaration("single", "float", [plainNumber(question.answer)]),
    body: paragraph(asks) + element("p", {}, line),
    right,
    ...twoWords(right, paragraph(question.right), paragraph(question.wrong)),
  };
}

const isText = (text: string) =>
  element("stringMatch", { caseSensitive: false }, response + base("string", text));

export function typedText(question: Extract<Question, { kind: "blank" }>) {
  const { accepts, misses, asks, right, wrong } = question;
  const [before = "", ...rest] = asks.split("___");
  const length = Math.max(...accepts.map((text) => text.length));
  const box = { responseIdentifier: "RESPONSE", expectedLength: length };
  const entry = element("textEntryInteraction", box);
  const said = (identifier: string) => set("FEEDBACK", base("identifier", identifier));
  const isRight = element("or", {}, accepts.map(isText).join(""));
  const missed = misses.map(
    ({ text }, at) => [isText(text), said(named("MISS", at))] as [string, string],
  );
  const key = mapping(
    accepts.map((text) => [text, 1]),
    true,
  );
  return {
    declaration: declaration("single", "string", accepts.slice(0, 1), key),
    body: element("p", {}, `${htmlOf(before)}${entry}${htmlOf(rest.join("___"))}`),
    right: isRight,
    cardinality: "single" as const,
    feedback: decide([[isRight, said("RIGHT")], ...missed], said("WRONG")),
    words: [
      ["RIGHT", paragraph(right)] as const,
      ["WRONG", paragraph(wrong)] as const,
      ...misses.map(({ why }, at) => [named("MISS", at), paragraph(why)] as const),
    ],
  };
}
