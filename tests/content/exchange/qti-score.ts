// A small reading of QTI 2.1's response processing, written from the specification alone:
// https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html
import { all, type Node, textOf, the, within } from "./xml-reader";

/** What was answered: one text for each value of RESPONSE. */
export type Response = readonly string[];

type Value = readonly string[] | boolean;

const texts = (value: Value) => (typeof value === "boolean" ? [] : value);

/** What is set: SCORE, and FEEDBACK. */
export function outcomes(item: Node, response: Response): Map<string, readonly string[]> {
  const declared = the(item, "responseDeclaration");
  const { cardinality } = declared.attributes;
  const key = all(the(declared, "correctResponse"), "value").map(textOf);
  const set = new Map<string, readonly string[]>();

  function evaluated(node: Node): Value {
    const inner = () => within(node).map(evaluated);
    const [one = [], other = []] = ["variable", "correct", "baseValue"].includes(
      node.name,
    )
      ? []
      : inner();
    switch (node.name) {
      case "variable":
        return response;
      case "correct":
        return key;
      case "baseValue":
        return [textOf(node)];
      case "or":
        return inner().some((value) => value === true);
      case "match": {
        const sorted = (value: Value) =>
          cardinality === "ordered" ? [...texts(value)] : [...texts(value)].sort();
        return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
      }
      case "stringMatch": {
        const [given = "", wanted = ""] = [texts(one)[0], texts(other)[0]];
        return node.attributes.caseSensitive === "false"
          ? given.toLowerCase() === wanted.toLowerCase()
          : given === wanted;
      }
      case "equal": {
        const [given, wanted] = [Number(texts(one)[0]), Number(texts(other)[0])];
        if (node.attributes.toleranceMode === "exact") return given === wanted;
        const [below = 0, above = 0] = (node.attributes.tolerance ?? "")
          .split(" ")
          .map(Number);
        return given >= wanted - below && given <= wanted + above;
      }
      default:
        throw new Error(`what is ${node.name}?`);
    }
  }

  function run(rule: Node) {
    if (rule.name === "setOutcomeValue") {
      const [value] = within(rule);
      if (value) set.set(rule.attributes.identifier ?? "", texts(evaluated(value)));
      return;
    }
    if (rule.name !== "responseCondition") throw new Error(`what is ${rule.name}?`);
    for (const branch of within(rule)) {
      const [condition, ...rules] = within(branch);
      if (branch.name === "responseElse") within(branch).forEach(run);
      else if (condition && evaluated(condition) === true) rules.forEach(run);
      else continue;
      return;
    }
  }
  within(the(item, "responseProcessing")).forEach(run);
  return set;
}

/** The texts of feedback that are shown then. */
export const wordsShown = (item: Node, set: ReadonlyMap<string, readonly string[]>) =>
  all(item, "modalFeedback")
    .filter(({ attributes }) =>
      set.get("FEEDBACK")?.includes(attributes.identifier ?? ""),
    )
    .map(textOf);

/** The points of a response in parts, by the mapping of its values; null without one. */
export function mapped(item: Node, response: Response): number | null {
  const declared = the(item, "responseDeclaration");
  const [mapping] = all(declared, "mapping");
  if (!mapping) return null;
  const { lowerBound, upperBound, defaultValue } = mapping.attributes;
  const worth = (given: string) => {
    const entry = all(mapping, "mapEntry").find(({ attributes }) =>
      attributes.caseSensitive === "false"
        ? attributes.mapKey?.toLowerCase() === given.toLowerCase()
        : attributes.mapKey === given,
    );
    return Number(entry?.attributes.mappedValue ?? defaultValue ?? 0);
  };
  const sum = [...new Set(response)].reduce((sum, given) => sum + worth(given), 0);
  const from = lowerBound === undefined ? Number.NEGATIVE_INFINITY : Number(lowerBound);
  const to = upperBound === undefined ? Number.POSITIVE_INFINITY : Number(upperBound);
  return Math.min(to, Math.max(from, sum));
}
