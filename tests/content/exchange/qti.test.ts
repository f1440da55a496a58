// QTI out; in again by an unzipper, a parser and a scorer that did not write it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { qtiOf } from "@/content/exchange/qti";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { drawn, isRight, type Question } from "@/content/quiz/question";
import { times } from "../../soak";
import { everyKind, questionOf } from "../quiz/every-kind";
import { outcomes, type Response, templateScore, wordsShown } from "./qti-score";
import { randomQuestion } from "./random-question";
import { all, type Node, openReader, textOf, the } from "./xml-reader";
import { zipEntries } from "./zip-entries";

const exported = { title: 'All <of> "it" & more', seed: 3, placeOf: () => null };
const item = "http://www.imsglobal.org/xsd/imsqti_v2p1";

let reader: Awaited<ReturnType<typeof openReader>>;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

async function opened(questions: readonly Question[]) {
  const entries = zipEntries(qtiOf(questions, exported));
  const names = [...entries.keys()];
  const nodes = await reader.read([...entries.values()]);
  return new Map(names.map((name, at) => [name, nodes[at] as Node] as const));
}

const itemOf = (files: ReadonlyMap<string, Node>, { id }: Question) => {
  const found = files.get(`items/item-${id}.xml`);
  if (!found) throw new Error(`no file of ${id}`);
  return found;
};

/** The identifier of what shows a text. */
function named(node: Node, name: string, text: string): string {
  const found = all(node, name).find((one) => textOf(one) === text);
  return found?.attributes.identifier ?? `no ${text}`;
}

/** A right response, as somebody who reads the item would give it, and a wrong one. */
function responses(question: Question, node: Node): { right: Response; wrong: Response } {
  switch (question.kind) {
    case "number":
      return {
        right: [String(question.answer)],
        wrong: [String(question.answer + question.within * 1.5 + 1)],
      };
    case "blank":
      return {
        right: [` ${question.accepts.at(-1)?.toUpperCase()}\t`],
        wrong: [question.misses[0]?.text ?? "something else"],
      };
    case "order": {
      const right = question.items.map(({ text }) => named(node, "simpleChoice", text));
      return { right, wrong: right.toReversed() };
    }
    case "match": {
      const [left, targets] = all(node, "simpleMatchSet");
      if (!left || !targets) throw new Error("no sets");
      const name = (set: Node, text: string) =>
        named(set, "simpleAssociableChoice", text);
      const to = [...new Set(question.pairs.map((pair) => pair.to))];
      const pair = (text: string, other: string) =>
        `${name(left, text)} ${name(targets, other)}`;
      const right = question.pairs.map((one) => pair(one.text, one.to));
      const [first, ...rest] = question.pairs;
      const other = to.find((one) => one !== first?.to) ?? "";
      return {
        right,
        wrong: [pair(first?.text ?? "", other), ...right.slice(-rest.length)],
      };
    }
    default: {
      const names = (right: boolean) =>
        question.options
          .filter((option) => option.right === right)
          .map(({ text }) => named(node, "simpleChoice", text));
      const wrong = names(false);
      return { right: names(true), wrong: wrong.length > 0 ? wrong.slice(0, 1) : [] };
    }
  }
}

const upperIsOther = (question: Question) =>
  question.kind === "blank" &&
  question.misses.some(({ text }) =>
    question.accepts.some((one) => one.toLowerCase() === text.toLowerCase()),
  );

/** That as much may be given as the answer needs. */
function checkLimits(asked: Question, node: Node, right: Response) {
  const most = (name: string) => the(node, name).attributes;
  switch (asked.kind) {
    case "several":
      expect(most("choiceInteraction").maxChoices).toBe("0");
      break;
    case "one":
    case "point":
    case "predict":
      expect(most("choiceInteraction").maxChoices).toBe("1");
      break;
    case "match": {
      expect(most("matchInteraction").maxAssociations).toBe(String(right.length));
      const [left, targets] = all(node, "simpleMatchSet").map((set) =>
        all(set, "simpleAssociableChoice").map((one) => Number(one.attributes.matchMax)),
      );
      // Every left part has one partner; a target may be everybody's.
      expect(left).toEqual(right.map(() => 1));
      expect(targets?.every((most) => most === right.length)).toBe(true);
    }
  }
}

function check(question: Question, files: ReadonlyMap<string, Node>) {
  const asked = drawn(question, exported.seed);
  const node = itemOf(files, question);
  const { right, wrong } = responses(asked, node);
  const [given, missed] = [outcomes(node, right), outcomes(node, wrong)];
  const score = (set: ReadonlyMap<string, readonly string[]>) => Number(set.get("SCORE"));
  expect([question.id, score(given)]).toEqual([question.id, 1]);
  expect(score(missed)).toBeLessThan(1);
  expect(score(outcomes(node, []))).toBe(0);
  // Who knows the standard's rules alone gives the same.
  for (const response of [right, wrong, []]) {
    const known = templateScore(node, response);
    if (known !== null) expect(known).toBe(score(outcomes(node, response)));
  }
  checkLimits(asked, node, right);
  const said = wordsShown(node, given).join("\n");
  if ("options" in asked) {
    const whys = asked.options.filter((option) => option.right).map(({ why }) => why);
    for (const why of whys) expect(said).toContain(why);
  } else if ("right" in asked) {
    expect(said).toBe(asked.right);
    const [miss] = asked.kind === "blank" ? asked.misses : [];
    expect(wordsShown(node, missed)).toEqual([miss?.why ?? asked.wrong]);
  }
}

const random = times(200, 1600);

test(`${random} random questions are judged and explained as they are here`, async () => {
  const questions = Array.from({ length: random }, (_, seed) => randomQuestion(seed));
  const kept = questions.filter((question) => !upperIsOther(question));
  expect(kept.length).toBeGreaterThan(0.96 * random);
  const files = await opened(kept);
  for (const question of kept) check(question, files);
});

test("the course’s questions are one quiz: a manifest, a test, and an item for each", async () => {
  const lessons = await readAllQuestions();
  const questions = [...lessons.flatMap((lesson) => lesson.questions), ...everyKind];
  const files = await opened(questions);
  for (const question of questions) check(question, files);
  const manifest = files.get("imsmanifest.xml");
  const quiz = files.get("test.xml");
  if (!manifest || !quiz) throw new Error("no manifest, or no test");
  const resources = all(manifest, "resource");
  expect(resources.map(({ attributes }) => attributes.type)).toEqual([
    "imsqti_test_xmlv2p1",
    ...questions.map(() => "imsqti_item_xmlv2p1"),
  ]);
  const hrefs = resources.map(({ attributes }) => attributes.href);
  expect(new Set(["imsmanifest.xml", ...hrefs])).toEqual(new Set(files.keys()));
  expect(quiz.attributes.title).toBe(exported.title);
  const asked = all(quiz, "assessmentItemRef").map(({ attributes }) => attributes);
  expect(asked.map(({ href }) => href)).toEqual(hrefs.slice(1));
  const identifiers = resources.map(({ attributes }) => attributes.identifier ?? "");
  expect(identifiers.every((name) => /^[A-Za-z_][\w.-]*$/.test(name))).toBe(true);
  expect(new Set(identifiers).size).toBe(identifiers.length);
});

/** The order that the schema demands of an item’s children. */
const order = [
  ...["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing"],
  "modalFeedback",
];

test("an item has what the schema demands, in its order, and tells no key in its body", async () => {
  const files = await opened(everyKind);
  for (const question of everyKind) {
    const node = itemOf(files, question);
    expect([node.name, node.space]).toEqual(["assessmentItem", item]);
    for (const name of ["identifier", "title", "adaptive", "timeDependent"]) {
      expect(node.attributes[name]).toBeTruthy();
    }
    expect(node.attributes["xsi:schemaLocation"]).toMatch(/^\S+imsqti_v2p1 \S+\.xsd$/);
    const places = node.inner.map((one) =>
      order.indexOf(typeof one === "string" ? one : one.name),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    const interactions = all(the(node, "itemBody"), "choiceInteraction");
    if ("options" in question) expect(interactions.length).toBe(1);
  }
  const shown = all(
    the(itemOf(files, everyKind[6] as Question), "itemBody"),
    "simpleChoice",
  );
  expect(shown.map(textOf)).not.toEqual(["First", "Second", "Third"]);
});

const choice = ["choiceInteraction", { shuffle: "false" }] as const;

/** How each kind is answered: cardinality, type, and what the answer is given to. */
const answered = {
  one: ["single", "identifier", ...choice],
  point: ["single", "identifier", ...choice],
  predict: ["single", "identifier", ...choice],
  several: ["multiple", "identifier", ...choice],
  number: ["single", "float", "textEntryInteraction", { expectedLength: "12" }],
  blank: ["single", "string", "textEntryInteraction", {}],
  order: ["ordered", "identifier", "orderInteraction", { shuffle: "false" }],
  match: ["multiple", "directedPair", "matchInteraction", { shuffle: "false" }],
} as const;

test("each kind is answered to the response that is declared, in the form it has", async () => {
  const files = await opened(everyKind);
  for (const question of everyKind) {
    const node = itemOf(files, question);
    const [cardinality, baseType, name, attributes] = answered[question.kind];
    const declared = the(node, "responseDeclaration");
    expect(declared.attributes).toEqual({
      identifier: "RESPONSE",
      cardinality,
      baseType,
    });
    const box = the(the(node, "itemBody"), name);
    expect(box.attributes).toMatchObject({
      responseIdentifier: "RESPONSE",
      ...attributes,
    });
    const identifiers = ["simpleChoice", "simpleAssociableChoice"].flatMap((name) =>
      all(node, name).map((one) => one.attributes.identifier ?? ""),
    );
    expect(new Set(identifiers).size).toBe(identifiers.length);
    expect(identifiers.filter((one) => !/^[A-Z]\d+$/.test(one))).toEqual([]);
    const feedback = all(node, "outcomeDeclaration").find(
      ({ attributes }) => attributes.identifier === "FEEDBACK",
    );
    const many = question.kind === "several" ? "multiple" : "single";
    expect(feedback?.attributes.cardinality).toBe(many);
    // What is compared with what is typed is a text, and what is set names a feedback.
    const types = (name: string) =>
      all(node, name).flatMap((one) =>
        all(one, "baseValue").map(({ attributes }) => attributes.baseType),
      );
    expect(all(node, "patternMatch").length > 0).toBe(baseType === "string");
    expect(new Set([...types("setOutcomeValue"), "identifier", "float"]).size).toBe(2);
  }
});

/** Parts of an item that hold elements, and no text beside them. */
const withoutText = [
  ...["responseDeclaration", "mapping", "responseProcessing", "responseIf", "or"],
  ...[
    "choiceInteraction",
    "orderInteraction",
    "matchInteraction",
    "simpleMatchSet",
    "ul",
  ],
];

test("no text stands where the schema has elements alone", async () => {
  const files = await opened(everyKind);
  for (const question of everyKind) {
    for (const name of withoutText) {
      for (const { inner } of all(itemOf(files, question), name)) {
        expect(inner.filter((one) => typeof one === "string" && one.trim())).toEqual([]);
      }
    }
  }
});

test.each([
  [0, "", ["3", "3.0", " 3 "]],
  [0.25, "m < n", ["2.75", "3", "3.0", " 3 ", "3.25"]],
])(
  "a number within %s is right that far from its answer, in its unit",
  async (...row) => {
    const [within, unit, right] = row;
    const number = { ...questionOf("number"), variants: null, answer: 3, within, unit };
    const node = itemOf(await opened([number]), number);
    const typed = ["2.7", "2.75", "3", "3.0", " 3 ", "3.25", "3.3", "", "three"];
    const scored = typed.filter((one) => outcomes(node, [one]).get("SCORE")?.[0] === "1");
    expect(scored).toEqual(right);
    const line = all(node, "p").find(
      (one) => all(one, "textEntryInteraction").length > 0,
    );
    expect(line && textOf(line)).toBe(unit && ` ${unit}`);
  },
);

test("a blank stands in its sentence, as long as the longest right text", async () => {
  const blank: Question = {
    ...{ id: "b", idea: "passes", section: "", hints: [], kind: "blank" },
    ...{ asks: "Say ___ or ___ now.", accepts: ["to be", "not", "not to be"] },
    ...{ misses: [{ text: "maybe", why: "No." }], right: "Yes.", wrong: "Never." },
  };
  const node = itemOf(await opened([blank]), blank);
  const body = the(node, "itemBody");
  expect(the(body, "textEntryInteraction").attributes.expectedLength).toBe("9");
  expect(textOf(the(body, "p"))).toBe("Say  or ___ now.");
  expect(all(the(node, "correctResponse"), "value").map(textOf)).toEqual(["to be"]);
  const said = (typed: string) => wordsShown(node, outcomes(node, [typed]));
  expect([said("NOT"), said("Maybe"), said("x")]).toEqual([
    ["Yes."],
    ["No."],
    ["Never."],
  ]);
});

/** How each kind's points are given by the standard's rules; the others have rules of their own. */
const templates = {
  ...{ one: "match_correct", point: "match_correct", predict: "match_correct" },
  ...{ several: "map_response", match: "map_response" },
};

test("where a rule of the standard says the same, it is named", async () => {
  const files = await opened(everyKind);
  const named = everyKind.flatMap((question) => {
    const { template } = the(itemOf(files, question), "responseProcessing").attributes;
    return template ? [[question.kind, template.split("/").at(-1)]] : [];
  });
  expect(Object.fromEntries(named)).toEqual(templates);
});

test("a blank is judged as here, whatever its case, spaces and quotation marks", async () => {
  const accepts = ["don't  stop", "Größe", "a+b (c) $5", "e\u0301te", "x²"];
  const blank: Question = { ...questionOf("blank"), accepts, misses: [] };
  const node = itemOf(await opened([blank]), blank);
  const typed = [
    ...["don’t stop", " DON'T   STOP ", "dont stop", "donxt stop", "größe", "GRÖSSE"],
    ...[
      "gro\u0308ße",
      "A+B (c) $5",
      "aab c $5",
      "a+b  (C)\t$5",
      "été",
      "ete",
      "X²",
      "x2",
    ],
    ...["", " ", "stop"],
  ];
  for (const text of typed) {
    const here = isRight(blank, { kind: "typed", text }) ? "1" : "0";
    expect([text, outcomes(node, [text]).get("SCORE")?.[0]]).toEqual([text, here]);
  }
});

test("the same questions give the same bytes", () => {
  expect(qtiOf(everyKind, exported)).toEqual(qtiOf(everyKind, exported));
  expect(qtiOf(everyKind, { ...exported, seed: 4 })).not.toEqual(
    qtiOf(everyKind, exported),
  );
});
