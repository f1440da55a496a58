// The parts that every QTI 2.1 item is made of:
// https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html
import { element, htmlOf, xmlText } from "./markup";

/** The parts of an item that depend on its kind. */
export type ItemParts = {
  /** The declaration of RESPONSE. */
  declaration: string;
  /** The interaction; it stands in a paragraph of its own, or inside one. */
  body: string;
  /** Sets SCORE, from 0 to 1. */
  scoring: Scoring;
  /** More than one word of feedback may be shown at once. */
  cardinality: "single" | "multiple";
  /** Sets FEEDBACK. */
  feedback: string;
  /** Texts by the value of FEEDBACK that shows them. */
  words: readonly (readonly [identifier: string, html: string])[];
};

/**
 * `template`: the address of the standard's own rules where they say the same as `rules`: who
 * knows only these has the same points. https://www.imsglobal.org/question/qti_v2p1/rptemplates/
 */
export type Scoring = { rules: string; template?: string };

/** The part's name in its file's order, from `letter` and 1 on. */
export const named = (letter: string, at: number) => `${letter}${at + 1}`;

/** The response, in an expression. */
export const response = element("variable", { identifier: "RESPONSE" });
/** The correct response, in an expression. */
const correct = element("correct", { identifier: "RESPONSE" });

const value = (text: string) => element("value", {}, xmlText(text));

/** A constant, in an expression. */
export const base = (type: string, text: string) =>
  element("baseValue", { baseType: type }, xmlText(text));

/** The condition of a response that is the correct one as a whole. */
export const isCorrect = element("match", {}, response + correct);

/** The question inside an interaction. */
export const prompt = (asks: string) => element("prompt", {}, htmlOf(asks));

/** The reasons of parts, in the order shown. */
export const whyList = (
  parts: readonly { id: string; text: string; why: string }[],
  shown: readonly { id: string }[],
) =>
  element(
    "ul",
    {},
    shown
      .map(({ id }) => parts.find((part) => part.id === id))
      .map((part) => `<b>${htmlOf(part?.text ?? "")}</b> ${htmlOf(part?.why ?? "")}`)
      .map((item) => element("li", {}, item))
      .join(""),
  );

/** `mapping`: how much each part of a response is worth, for those who give parts. */
export function declaration(
  cardinality: "single" | "multiple" | "ordered",
  type: "identifier" | "string" | "float" | "directedPair",
  right: readonly string[],
  mapping = "",
) {
  const key = element("correctResponse", {}, right.map(value).join(""));
  const attributes = { identifier: "RESPONSE", cardinality, baseType: type };
  return element("responseDeclaration", attributes, key + mapping);
}

/** Never below 0 nor above 1. Only texts have a case that may not matter. */
export function mapping(entries: readonly [key: string, worth: number][], texts = false) {
  const listed = entries.map(([mapKey, mappedValue]) =>
    element("mapEntry", {
      mapKey,
      mappedValue,
      ...(texts ? { caseSensitive: false } : {}),
    }),
  );
  const bounds = { lowerBound: 0, upperBound: 1, defaultValue: 0 };
  return element("mapping", bounds, listed.join(""));
}

/** A rule that sets an outcome to the value of an expression. */
export const set = (identifier: string, expression: string) =>
  element("setOutcomeValue", { identifier }, expression);

/** The first condition that holds decides. */
export function decide(
  [first, ...more]: readonly [condition: string, rule: string][],
  otherwise: string,
): string {
  if (!first) return otherwise;
  return element(
    "responseCondition",
    {},
    element("responseIf", {}, first.join("")) +
      more.map((one) => element("responseElseIf", {}, one.join(""))).join("") +
      (otherwise && element("responseElse", {}, otherwise)),
  );
}

/** A text in an element of its own. */
export const paragraph = (text: string) => element("p", {}, htmlOf(text));

/** Right or wrong, and what is said then. */
export const twoWords = (condition: string, right: string, wrong: string) => ({
  cardinality: "single" as const,
  feedback: decide(
    [[condition, set("FEEDBACK", base("identifier", "RIGHT"))]],
    set("FEEDBACK", base("identifier", "WRONG")),
  ),
  words: [
    ["RIGHT", right],
    ["WRONG", wrong],
  ] as const,
});

const templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates";
const score = (expression: string) => set("SCORE", expression);
const points = (value: number) => base("float", String(value));

/** Right or not. */
export const scoredBy = (condition: string): Scoring => ({
  rules: decide([[condition, score(points(1))]], score(points(0))),
});

/** Right where it is the correct response as a whole. */
export const scoredWhole: Scoring = {
  ...scoredBy(isCorrect),
  template: `${templates}/match_correct`,
};

/** In parts, by the mapping of the response's declaration. */
export const scoredInParts: Scoring = {
  rules: decide(
    [[element("isNull", {}, response), score(points(0))]],
    score(element("mapResponse", { identifier: "RESPONSE" })),
  ),
  template: `${templates}/map_response`,
};

/** In parts, by each value that stands where it stands in the correct response. */
export function scoredByPlace(right: readonly string[]): Scoring {
  const more = element(
    "sum",
    {},
    element("variable", { identifier: "SCORE" }) + points(share(right.length)),
  );
  const places = right.map((value, at) => {
    const there = element("index", { n: at + 1 }, response);
    return decide(
      [[element("match", {}, there + base("identifier", value)), score(more)]],
      "",
    );
  });
  const inParts = score(points(0)) + places.join("");
  return { rules: decide([[isCorrect, score(points(1))]], inParts) };
}

/** One of `count` equal parts; all of them together are 1 at least, and no more is given. */
export const share = (count: number) => Math.ceil(1e10 / count) / 1e10;
