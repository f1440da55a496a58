// One question as a QTI 2.1 item.
import { meant } from "../posed";
import { drawn, type Question, targetsOf } from "../question";
import type { Exported } from "./exported";
import { itemParts, type Shown } from "./qti-kinds";
import { nameOf, qtiNamespace } from "./qti-manifest";
import { element, xmlDocument } from "./xml";

/** The order in which a page would show the parts for the seed. */
function shownOrder(question: Question, seed: number): Shown {
  const order = (length: number) => Array.from({ length }, (_, at) => at);
  const parts = (length: number) => {
    const ticks = meant(question, seed, { kind: "ticked", options: order(length) });
    return ticks.kind === "ticked" ? ticks.options : [];
  };
  if (question.kind === "order")
    return { parts: parts(question.items.length), targets: [] };
  if (question.kind === "match") {
    const { length } = question.pairs;
    const to = order(length).map((at) => (at < targetsOf(question).length ? at : null));
    const matched = meant(question, seed, { kind: "matched", to });
    const shown = parts(length);
    const targets = matched.kind === "matched" ? shown.map((at) => matched.to[at]) : [];
    return { parts: shown, targets: targets.filter((at) => typeof at === "number") };
  }
  return {
    parts: "options" in question ? parts(question.options.length) : [],
    targets: [],
  };
}

const outcome = (identifier: string, cardinality: string, baseType: string, more = {}) =>
  element("outcomeDeclaration", { identifier, cardinality, baseType, ...more });

/** Its XML, with the numbers of the seed. */
export function itemOf(question: Question, { seed, placeOf }: Exported): string {
  const asked = drawn(question, seed);
  const seen = asked.kind === "point" || asked.kind === "predict";
  const place = seen ? placeOf(asked) : null;
  const asks = place ? `${asked.asks} (${place})` : asked.asks;
  const parts = itemParts(asked, asks, shownOrder(asked, seed));
  const score = (value: number) =>
    element(
      "setOutcomeValue",
      { identifier: "SCORE" },
      element("baseValue", { baseType: "float" }, String(value)),
    );
  const judged = element(
    "responseCondition",
    {},
    element("responseIf", {}, parts.right + score(1)) +
      element("responseElse", {}, score(0)),
  );
  const words = parts.words.map(([identifier, html]) =>
    element(
      "modalFeedback",
      { outcomeIdentifier: "FEEDBACK", identifier, showHide: "show" },
      html,
    ),
  );
  const head = {
    ...qtiNamespace,
    identifier: nameOf(asked),
    title: asked.id.replaceAll("-", " "),
    adaptive: false,
    timeDependent: false,
  };
  return xmlDocument(
    element(
      "assessmentItem",
      head,
      parts.declaration +
        outcome("SCORE", "single", "float", { normalMaximum: 1, normalMinimum: 0 }) +
        outcome("FEEDBACK", parts.cardinality, "identifier") +
        element("itemBody", {}, parts.body) +
        element("responseProcessing", {}, judged + parts.feedback) +
        words.join(""),
    ),
  );
}
