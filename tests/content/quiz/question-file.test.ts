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
    `- {${head}, kind: one, ${options.replace("b,", "b, refuted: a/b,")}}`,
    "cannot be refuted",
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
])("%s is refused with a reason", (yaml, says) => {
  expect(() => parseQuestions(yaml, "here.yaml")).toThrow(says);
  expect(() => parseQuestions(yaml, "here.yaml")).toThrow(/^here\.yaml/);
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
        { text: "a", right: true, why: "b", refuted: null },
        { text: "c", right: false, why: "d", refuted: null },
      ],
    },
  ]);
});

test("a file may hold every kind", () => {
  expect(new Set(everyKind.map(({ kind }) => kind)).size).toBe(8);
});
