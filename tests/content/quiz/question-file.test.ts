import { expect, test } from "vitest";
import { parseQuestions } from "@/content/quiz/question-file";
import { everyKind } from "./every-kind";

const options = "options: [{text: a, why: b, right: true}, {text: c, why: d}]";
const head = "id: a, idea: passes, asks: b";
const number = "kind: number, right: c, wrong: d";
const order = "kind: order, items: [{text: c, why: d}, {text: e, why: f}]";

test.each([
  ["roses: red", "not a list"],
  ["- 3", "question 1"],
  [`- {id: Big Id, idea: passes, asks: a, kind: one, ${options}}`, "kebab-case"],
  [`- {id: a, idea: passes, kind: one, ${options}}`, 'a, "asks": must be text'],
  [`- {id: a, asks: b, kind: one, ${options}}`, 'a, "idea": must be text'],
  [
    `- {id: a, idea: cooking, asks: b, kind: one, ${options}}`,
    "none of the course’s ideas",
  ],
  [`- {${head}, kind: essay}`, '"kind"'],
  [`- {${head}, kind: one, colour: red, ${options}}`, "colour"],
  [`- {${head}, kind: one, options: []}`, "two options"],
  [`- {${head}, kind: one, options: [{text: c, why: d}, {text: e, why: f}]}`, "right"],
  [
    `- {${head}, kind: one, ${options.replace("c, ", "c, right: true, ")}}`,
    "more than one",
  ],
  [`- {${head}, kind: one, ${options.replace("text: c", "text: a")}}`, "are the same"],
  [
    `- {${head}, kind: one, ${options.replace("why: d", "why: ''")}}`,
    '"options" 2 "why"',
  ],
  [
    `- {${head}, kind: one, ${options.replace("d}", "d, refuted: x}")}}`,
    "a lab and a claim",
  ],
  [
    `- {${head}, kind: one, ${options.replace("d}", "d, refuted: a/b@0}")}}`,
    "a lab and a claim",
  ],
  [
    `- {${head}, kind: one, ${options.replace("b,", "b, refuted: a/b,")}}`,
    "cannot be refuted",
  ],
  [
    `- {${head}, kind: several, ${options.replace("c, ", "c, right: true, refuted: a/b, ")}}`,
    "cannot be refuted",
  ],
  [
    `- {${head}, kind: match, pairs: [{text: c, to: x, why: d}, {text: c, to: y, why: f}]}`,
    "begin alike",
  ],
  [`- {${head}, ${number}, answer: '3 +'}`, "cannot be computed"],
  [`- {${head}, ${number}, answer: x, draws: {y: {of: [1]}}}`, "“x” is not known"],
  [`- {${head}, ${number}, answer: x, draws: {x: {from: 3, to: 1, step: 1}}}`, "nothing"],
  [
    `- {${head}, ${number}, answer: x, draws: {x: {from: 0, to: 1.0e+300, step: 1}}}`,
    "more than a million",
  ],
  [`- {${head}, ${number}, answer: 3, within: -1}`, "within"],
  [`- {${head}, ${number}, answer: [3]}`, "a number, or an expression"],
  [`- {${head}, kind: blank, accepts: [a], right: c, wrong: d}`, "___"],
  [`- {${head}, ${order.replace("text: e", "text: c")}}`, "are the same"],
  [
    `- {${head}, kind: match, pairs: [{text: c, to: x, why: d}, {text: e, to: x, why: f}]}`,
    "lead to the same",
  ],
  [
    `- {${head}, kind: one, ${options.replace("text: a", "id: 1a, text: a")}}`,
    "a letter",
  ],
  [
    `- {${head}, kind: one, ${options.replace("text: a", "id: p, text: a").replace("text: c", "id: p, text: c")}}`,
    "the same id",
  ],
  [
    `- {${head}, kind: match, pairs: [{text: c, to: x, target: p, why: d}, {text: e, to: y, target: p, why: f}]}`,
    "the same id",
  ],
  [
    `- {${head}, kind: match, pairs: [{text: c, to: x, target: p, why: d}, {text: e, to: x, target: q, why: f}, {text: g, to: y, why: h}]}`,
    "name it differently",
  ],
])("%s is refused with a reason", (yaml, says) => {
  expect(() => parseQuestions(yaml, "here.yaml")).toThrow(says);
  expect(() => parseQuestions(yaml, "here.yaml")).toThrow(/^here\.yaml/);
});

test("a number is drawn from one value, or from a million, at most", () => {
  for (const range of ["{of: [3]}", "{from: 1, to: 1000000, step: 1}"]) {
    const yaml = `- {${head}, ${number}, answer: x, draws: {x: ${range}}}`;
    expect(parseQuestions(yaml, "here")).toHaveLength(1);
  }
  const two = (range: string) =>
    `- {${head}, ${number}, answer: x, draws: {x: {of: [3]}, y: ${range}}}`;
  const read = (range: string) => () => parseQuestions(two(range), "here");
  expect(read("{from: 0, to: 1000000, step: 1}")).toThrow("more than a million");
  expect(read("{from: 1, to: 0, step: 1}")).toThrow("nothing");
});

test("a legal question is read whole", () => {
  const yaml = `- {id: a-1, idea: passes, asks: b, kind: one, ${options}}`;
  expect(parseQuestions(yaml, "here")).toEqual([
    {
      id: "a-1",
      idea: "passes",
      section: "",
      hints: [],
      asks: "b",
      kind: "one",
      options: [
        { id: "a", text: "a", right: true, why: "b", refuted: null },
        { id: "c", text: "c", right: false, why: "d", refuted: null },
      ],
    },
  ]);
});

test("parts without ids have them from their own texts, wherever they stand", () => {
  const texts = ["Hinge, squared", "Hinge, squared, twice", "−1", "漢字", "ẞ Ärger"];
  const read = (listed: readonly string[], ids: Record<string, string> = {}) => {
    const items = listed.map((text) => ({ id: ids[text], text, why: "a" }));
    const yaml = JSON.stringify([
      { id: "a", idea: "passes", asks: "b", kind: "order", items },
    ]);
    const [question] = parseQuestions(yaml, "here");
    const found = question?.kind === "order" ? question.items : [];
    return new Map(found.map(({ id, text }) => [text, id]));
  };
  const ids = read(texts);
  expect(ids.get("Hinge, squared")).toBe("hinge-squared");
  expect(ids.get("−1")).toBe("is-1");
  for (const id of ids.values()) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  expect(new Set(ids.values()).size).toBe(texts.length);
  for (const [text, id] of read(texts.toReversed())) expect(ids.get(text)).toBe(id);
  expect(read(texts, { "−1": "minus-one" }).get("−1")).toBe("minus-one");
  const alike = read(["The loss of the training set", "The loss of the training sets"]);
  expect(new Set(alike.values()).size).toBe(2);
  // An id that is written goes before one that is made.
  const taken = read(["Low", "High"], { High: "low" });
  expect(taken.get("High")).toBe("low");
  expect(taken.get("Low")).toMatch(/^low-/);
});

test("a file may hold every kind", () => {
  expect(new Set(everyKind.map(({ kind }) => kind)).size).toBe(8);
});
