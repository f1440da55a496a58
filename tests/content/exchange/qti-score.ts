// A small reading of QTI 2.1's response processing, written from the specification alone:
// https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html
import { all, type Node, textOf, the, within } from "./xml-reader";

/** What was answered: one text for each value of RESPONSE. */
export type Response = readonly string[];

type Value = readonly string[] | boolean;

const texts = (value: Value) => (typeof value === "boolean" ? [] : value);

/** The standard's own rules for SCORE, by the last part of their address. */
const templates: Readonly<
  Record<string, (response: Response, key: Response, item: Node) => number>
> = {
  match_correct: (response, key, item) => (isSame(item, response, key) ? 1 : 0),
  map_response: (response, _, item) =>
    response.length === 0 ? 0 : (mapped(item, response) ?? Number.NaN),
};

/** SCORE for a reader that knows the standard's rules alone; null where none are named. */
export function templateScore(item: Node, response: Response): number | null {
  const { template } = the(item, "responseProcessing").attributes;
  if (template === undefined) return null;
  const [, name = ""] =
    /^http:\/\/www\.imsglobal\.org\/question\/qti_v2p1\/rptemplates\/(\w+)$/.exec(
      template,
    ) ?? [];
  const rule = templates[name];
  if (!rule) throw new Error(`no template ${template}`);
  return rule(response, keyOf(item), item);
}

const keyOf = (item: Node) => all(the(item, "correctResponse"), "value").map(textOf);

function isSame(item: Node, one: Response, other: Response) {
  const { cardinality } = the(item, "responseDeclaration").attributes;
  const sorted = (value: Response) =>
    cardinality === "ordered" ? [...value] : [...value].sort();
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** What is set: SCORE, and FEEDBACK. */
export function outcomes(item: Node, response: Response): Map<string, readonly string[]> {
  const set = new Map<string, readonly string[]>();

  function evaluated(node: Node): Value {
    const { attributes } = node;
    const inner = () => within(node).map(evaluated);
    const numbers = () => inner().map((value) => Number(texts(value)[0] ?? Number.NaN));
    switch (node.name) {
      case "variable":
        return attributes.identifier === "RESPONSE"
          ? response
          : (set.get(attributes.identifier ?? "") ?? []);
      case "correct":
        return keyOf(item);
      case "baseValue":
        return [textOf(node)];
      case "or":
        return inner().some((value) => value === true);
      case "and":
        return inner().every((value) => value === true);
      case "isNull":
        return inner().every((value) => texts(value).join("") === "");
      case "match": {
        const [one = [], other = []] = inner();
        return isSame(item, texts(one), texts(other));
      }
      case "index": {
        const [list = []] = inner();
        return texts(list).slice(Number(attributes.n) - 1, Number(attributes.n));
      }
      case "patternMatch": {
        const [given = []] = inner();
        const pattern = new RegExp(`^(?:${attributes.pattern})$`, "u");
        return texts(given).some((text) => pattern.test(text));
      }
      case "gte": {
        const [given = Number.NaN, bound = Number.NaN] = numbers();
        return given >= bound;
      }
      case "lte": {
        const [given = Number.NaN, bound = Number.NaN] = numbers();
        return given <= bound;
      }
      case "sum":
        return [String(numbers().reduce((sum, value) => sum + value, 0))];
      case "mapResponse":
        return [String(mapped(item, response))];
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
