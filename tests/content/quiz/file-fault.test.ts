// Files that are wrong in every way: each is told in the words of who wrote it.
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readGift } from "@/content/exchange/read-gift";
import { parseQuestions, readQuestion } from "@/content/quiz/question-file";
import { everyKindText } from "./every-kind";

/** Words of the program that checks a file, which its author never wrote. */
const schemaWords =
  /invalid|expected|received|undefined|\bobject|\barray|union|literal|too (big|small)|unrecognized|\bNaN\b|\bnull\b|boolean|\bstring\b|record|schema|zod|\bkey\b|regex|pattern|\[object/i;

const wrongValues: readonly unknown[] = [
  ...[undefined, null, "", " ", 3, -1, 1e300, Number.NaN, Number.POSITIVE_INFINITY],
  ...[true, [], [[]], {}, { a: 1 }, "x".repeat(2001), "3 +", ")", "1 / 0", "a b", "@"],
  ...[
    ["a"],
    Array.from({ length: 30 }, (_, at) => ({ text: `t${at}`, why: "w", to: `u${at}` })),
  ],
];

/** Every path to a value, and to a name that is not there. */
function pathsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): (string | number)[][] {
  const inside = Array.isArray(value)
    ? value.flatMap((one, at) => pathsIn(one, [...path, at]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]))
      : [];
  const own = path.length > 0 ? [[...path]] : [];
  const more =
    typeof value === "object" && !Array.isArray(value) ? [[...path, "colour"]] : [];
  return [...own, ...more, ...inside];
}

/** The value with another one at a path. */
function changed(
  value: unknown,
  [first, ...rest]: readonly (string | number)[],
  to: unknown,
): unknown {
  if (first === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((one, at) => (at === first ? changed(one, rest, to) : one));
  }
  const fields: Record<string, unknown> = typeof value === "object" ? { ...value } : {};
  return { ...fields, [first]: changed(fields[first], rest, to) };
}

function faultOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test("whatever is wrong with a question is told without a word of the program’s", () => {
  const questions: unknown = parse(everyKindText);
  if (!Array.isArray(questions)) throw new Error("no list");
  const said = new Set<string>();
  for (const question of questions) {
    for (const path of pathsIn(question)) {
      for (const to of wrongValues) {
        const fault = faultOf(() =>
          readQuestion(changed(question, path, to), 0, "mine.yaml"),
        );
        if (fault === null) continue;
        // What the author wrote may be quoted.
        const own = fault.replace(/“[^”]*”|"[^"]*"/g, "");
        expect([path, to, own]).toEqual([
          path,
          to,
          expect.not.stringMatching(schemaWords),
        ]);
        expect(fault).toMatch(/^mine\.yaml, /);
        said.add(own.replace(/^mine\.yaml, [^:]*: /, "").replace(/\d+/g, "9"));
      }
    }
  }
  expect(said.size).toBeGreaterThan(30);
});

test.each([
  ["- id: a\n  kind: [one", 2],
  ["- id: a\n kind: one", 2],
  ["- id: a\n  id: b", 2],
  ['- id: "a', 1],
])("text that is no YAML is told by its line: %s", (yaml, line) => {
  const says = faultOf(() => parseQuestions(yaml, "mine.yaml"));
  expect(says).toBe(`mine.yaml, line ${line}: cannot be read as YAML from here on`);
});

const head = "id: a, idea: passes, asks: b";
const options = "options: [{text: a, why: b, right: true}, {text: c, why: d}]";

test.each([
  [
    `- {id: a, idea: passes, kind: one, ${options}}`,
    'mine.yaml, a, "asks": must be text, and is missing',
  ],
  [
    `- {id: a, idea: passes, asks: 3, kind: one, ${options}}`,
    'mine.yaml, a, "asks": must be text, and is 3',
  ],
  [
    `- {${head}, kind: one, options: no}`,
    'mine.yaml, a, "options": must be a list, and is the text “no”',
  ],
  [
    `- {${head}, kind: one, hints: {b: 1}, ${options}}`,
    'mine.yaml, a, "hints": must be a list, and is a group of named values',
  ],
  [
    `- {${head}, kind: one, colour: red, ${options}}`,
    "mine.yaml, a: has “colour”, which has no place here",
  ],
  [
    `- {${head}, kind: one, ${options.replace("why: d", "why: d, right: maybe")}}`,
    'mine.yaml, a, "options" 2 "right": must be true or false, and is the text “maybe”',
  ],
  [
    `- {${head}, kind: essay}`,
    'mine.yaml, a, "kind": must be one of one, several, point, predict, number, blank, order, match',
  ],
  [
    "- 3",
    "mine.yaml, question 1: is no question: its kind must be one of one, several, point, predict, number, blank, order, match",
  ],
  [
    `- {${head}, kind: number, right: c, wrong: d, answer: '3 +'}`,
    "mine.yaml, a: “3 +” cannot be computed: it ends too early",
  ],
  [
    `- {${head}, kind: number, right: c, wrong: d, answer: '3 ) 4'}`,
    "mine.yaml, a: “3 ) 4” cannot be computed: “)” cannot stand where it does",
  ],
])("%s is told by its place, what is wanted and what was found", (yaml, says) => {
  expect(faultOf(() => parseQuestions(yaml, "mine.yaml"))).toBe(says);
});

test("thirty pairs of a matching in GIFT are told as such", () => {
  const pairs = Array.from({ length: 30 }, (_, at) => `=left ${at} -> right ${at}`);
  const { notices } = readGift(`::long::Match them. {${pairs.join("\n")}}`, "passes");
  expect(notices.map(({ says }) => says)).toEqual([
    '“long” is left out: "pairs": has 30 entries: at most 12 fit.',
  ]);
});
