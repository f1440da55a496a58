import { expect, test } from "vitest";
import { course } from "@/content/course";
import { isRight, typedNumber } from "@/content/question";
import { parseQuestions, readAllQuestions } from "@/content/quiz";

const all = await readAllQuestions();
const questions = all.flatMap((lesson) => lesson.questions);

test.each(course)("%s: at least six questions, of all three kinds", (slug) => {
  const own = all.find((lesson) => lesson.slug === slug)?.questions ?? [];
  expect(own.length).toBeGreaterThanOrEqual(6);
  expect(new Set(own.map(({ kind }) => kind))).toEqual(
    new Set(["one", "several", "number"]),
  );
});

test("the ids of questions are unique in the course", () => {
  const ids = questions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  "What is the goal of machine learning?",
  "How does traditional machine learning differ from deep learning?",
  "Why are GPUs often used for deep learning?",
  "What does the DSVM provide?",
])("the course asks: %s", (asks) => {
  expect(questions.map((question) => question.asks)).toContain(asks);
});

test("every question's own key is judged right, and any other answer wrong", () => {
  for (const question of questions) {
    if (question.kind === "number") {
      const typed = (value: number) => ({ kind: "typed", text: String(value) }) as const;
      expect(isRight(question, typed(question.answer))).toBe(true);
      expect(isRight(question, typed(question.answer + question.within + 1))).toBe(false);
      expect(isRight(question, { kind: "ticked", options: [0] })).toBe(false);
      continue;
    }
    const key = question.options.flatMap((option, at) => (option.right ? [at] : []));
    const subsets = Array.from({ length: 2 ** question.options.length }, (_, bits) =>
      question.options.flatMap((_, at) => ((bits >> at) & 1 ? [at] : [])),
    );
    for (const options of subsets) {
      const right = options.join() === key.join();
      expect(isRight(question, { kind: "ticked", options })).toBe(right);
    }
  }
});

test("the right option is not always first, nor always the longest", () => {
  const single = questions.flatMap((question) =>
    question.kind === "one" ? [question] : [],
  );
  const first = single.filter(({ options }) => options[0]?.right).length;
  const longest = single.filter(({ options }) => {
    const most = Math.max(...options.map(({ text }) => text.length));
    return options.find(({ text }) => text.length === most)?.right;
  }).length;
  expect(first).toBeLessThan(single.length / 2);
  expect(longest).toBeLessThan(single.length / 2);
});

test.each([
  ["12", 12],
  [" 0.5 ", 0.5],
  ["0,5", 0.5],
  ["160,000", 160_000],
  ["−3", -3],
  ["1e3", 1000],
  [".5", 0.5],
])("%j is read as %d", (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

test.each(["", "five", "1.2.3", "NaN", "Infinity", "0x10", "1e999", "9".repeat(30)])(
  "%j is no number",
  (text) => {
    expect(typedNumber(text)).toBeNull();
  },
);

const options = "options: [{text: a, why: b, right: true}, {text: c, why: d}]";

test.each([
  ["roses: red", "not a list"],
  ["- 3", "a set of fields"],
  ["- {id: Big Id, asks: a, kind: one}", "kebab-case"],
  ["- {id: a, kind: one}", '"asks" must be text'],
  ["- {id: a, asks: b, kind: essay}", '"kind" must be'],
  ["- {id: a, asks: b, kind: one, options: []}", "two options"],
  [
    "- {id: a, asks: b, kind: one, options: [{text: c, why: d}, {text: e, why: f}]}",
    "right",
  ],
  [`- {id: a, asks: b, kind: one, ${options.replace("why: d", "why: ''")}}`, "option 2"],
  [
    "- {id: a, asks: b, kind: number, answer: '3', right: c, wrong: d}",
    "must be numbers",
  ],
  [
    "- {id: a, asks: b, kind: number, answer: 3, within: -1, right: c, wrong: d}",
    "numbers",
  ],
])("%s is refused with a reason", (yaml, says) => {
  expect(() => parseQuestions(yaml, "here.yaml")).toThrow(says);
  expect(() => parseQuestions(yaml, "here.yaml")).toThrow(/^here\.yaml/);
});

test("a legal question is read whole", () => {
  const [question] = parseQuestions(
    `- {id: a-1, asks: b, kind: one, ${options}}`,
    "here",
  );
  expect(question).toEqual({
    id: "a-1",
    asks: "b",
    kind: "one",
    options: [
      { text: "a", right: true, why: "b" },
      { text: "c", right: false, why: "d" },
    ],
  });
});
