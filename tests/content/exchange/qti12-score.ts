// A small reading of QTI 1.2's response processing, written from the specification alone:
// https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_infov1p2.html
import { all, type Node, textOf, the, within } from "./xml-reader";

/** What was answered to each response: identifiers of labels, or what was typed. */
export type Responses = ReadonlyMap<string, readonly string[]>;

/** SCORE within its bounds, and the names of the texts that are shown. */
export function processed(item: Node, responses: Responses) {
  const { minvalue, maxvalue } = the(item, "decvar").attributes;
  let score = 0;
  const shown: string[] = [];
  let held = false;

  function holds(node: Node): boolean {
    const given = responses.get(node.attributes.respident ?? "") ?? [];
    const compare = (by: (one: number, other: number) => boolean) =>
      given.some((one) => one.trim() !== "" && by(Number(one), Number(textOf(node))));
    const same = (text: string) =>
      node.attributes.case === "Yes" ? text : text.toLowerCase();
    switch (node.name) {
      case "varequal":
        return given.some((one) => same(one) === same(textOf(node)));
      case "vargte":
        return compare((one, other) => one >= other);
      case "varlte":
        return compare((one, other) => one <= other);
      case "unanswered":
        return given.join("") === "";
      case "other":
        return !held;
      case "not":
        return !within(node).every(holds);
      case "or":
        return within(node).some(holds);
      case "and":
      case "conditionvar":
        return within(node).every(holds);
      default:
        throw new Error(`what is ${node.name}?`);
    }
  }

  for (const condition of all(item, "respcondition")) {
    if (!holds(the(condition, "conditionvar"))) continue;
    held = true;
    for (const { attributes, ...variable } of all(condition, "setvar")) {
      const value = Number(textOf({ attributes, ...variable }));
      score = attributes.action === "Add" ? score + value : value;
    }
    for (const { attributes } of all(condition, "displayfeedback")) {
      shown.push(attributes.linkrefid ?? "");
    }
    if (condition.attributes.continue !== "Yes") break;
  }
  return { score: Math.min(Number(maxvalue), Math.max(Number(minvalue), score)), shown };
}

/** A field of an item's metadata. */
export function field(item: Node, name: string): string | undefined {
  const found = all(item, "qtimetadatafield").find(
    (one) => textOf(the(one, "fieldlabel")) === name,
  );
  return found && textOf(the(found, "fieldentry"));
}
