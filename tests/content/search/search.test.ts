import { expect, test } from "vitest";
import { cases } from "@/content/clinic/cases";
import { course } from "@/content/course";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { readEntries } from "@/content/search/entries";
import {
  longestQuery,
  openSearch,
  type Piece,
  searchIndexOf,
} from "@/content/search/search";
import { terms } from "@/content/terms";
import { labs } from "@/labs/catalog/labs";
import { wordsOf } from "../quiz/words-of";

const entries = await readEntries();
const index = searchIndexOf(entries);
const search = openSearch(index);
const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
const titles = (query: string) => search(query).map(({ title }) => textOf(title));

test("a term is found first by its own name and by what others call it", () => {
  expect(titles("epoch")[0]).toBe("pass");
  expect(titles("logit")[0]).toBe("score");
  expect(titles("minibatch")[0]).toBe("batch");
  for (const { term, also } of terms) {
    expect(titles(term)[0]).toBe(term);
    for (const name of also) expect(titles(name), name).toContain(term);
  }
});

test.each([
  ["pass", "epoch"],
  ["score", "logit"],
  ["pull", "gradient"],
  ["step", "update"],
  ["share", "fraction"],
  ["learning by heart", "overfitting"],
  ["squared", "MSE"],
  ["squared", "mean squared error"],
  ["absolute", "MAE"],
  ["weights and biases", "parameters"],
  ["SGD", "stochastic gradient descent"],
  ["regression", "numeric prediction"],
])("“%s” and “%s” find one term of the glossary", (ours, standard) => {
  const found = (query: string) =>
    search(query).flatMap(({ kind, href }) => (kind === "term" ? [href] : []));
  const both = found(ours).filter((href) => found(standard).includes(href));
  expect(both).not.toEqual([]);
  // Who reads one of the names in the glossary reads the other.
  const told = entries.filter(({ href }) => both.includes(href));
  const words = told.map(({ title, also, text }) => `${title}, ${also}, ${text}`);
  const says = (name: string) => (one: string) =>
    one.toLowerCase().includes(name.toLowerCase());
  expect(words.filter(says(ours)).filter(says(standard))).not.toEqual([]);
});

test("a beginning and a slip of the hand find it, too", () => {
  expect(titles("confu")).toContain("confusion matrix");
  expect(titles("overfiting")[0]).toBe("overfitting");
});

test("words that never stand together find places of one of them", () => {
  expect(titles("gradient zeppelin")).toContain("gradient");
  expect(search("zeppelin")).toEqual([]);
});

test("every term, lab, section and question leads somewhere", async () => {
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
  expect(of("term")).toHaveLength(terms.length);
  expect(of("lab")).toHaveLength(Object.keys(labs).length + 1 + cases.length);
  const questions = await Promise.all(course.map(readQuestions));
  expect(of("question")).toHaveLength(questions.flat().length);
  for (const slug of course) {
    const parts = of("lesson").filter(({ href }) => href.startsWith(`/lessons/${slug}#`));
    expect(parts.length).toBeGreaterThan(3);
  }
  for (const { href } of entries)
    expect(href).toMatch(/^\/(glossary|lessons|labs|clinic)\b/);
});

test("what was looked for is marked where it stands", () => {
  const [found] = search("softmax").filter(({ kind }) => kind === "lesson");
  const marks = found?.excerpt.filter((piece) => piece.found).map(({ text }) => text);
  expect(marks?.[0]?.toLowerCase()).toBe("softmax");
});

test("nothing that is shown tells the answer to a question", async () => {
  const shown = entries.map(({ title, where, text }) => `${title} ${where} ${text}`);
  for (const question of (await Promise.all(course.map(readQuestions))).flat()) {
    const [, ...others] = wordsOf(question);
    // Short options are ordinary words.
    for (const text of others.filter(({ length }) => length > 40)) {
      expect(shown.filter((one) => one.includes(text))).toEqual([]);
    }
  }
});

test("what a lesson says after a prediction is found, and not shown", () => {
  const [found] = search("each batch knows only its own ten points");
  expect(found?.href).toBe("/lessons/loss-functions#why-the-next-pass-is-lower");
  expect(textOf(found?.excerpt ?? [])).not.toContain("own ten points");
  expect(index).not.toContain("own ten points");
});

test("signs of a formula are looked for as they stand, whatever they mean in a pattern", () => {
  const signs = new Set(
    entries.flatMap(({ text }) => text.match(/[^\p{L}\p{N}\s]/gu) ?? []),
  );
  expect(signs.size).toBeGreaterThan(10);
  for (const sign of [...signs, "−1", "[a-z", "(?:", "\\u{1}", "<b>", "שלום", "🙂"]) {
    expect(() => search(sign), sign).not.toThrow();
  }
  const marked = search("×")
    .flatMap(({ title, excerpt }) => [...title, ...excerpt])
    .filter(({ found }) => found);
  expect(marked[0]?.text).toBe("×");
});

test("of a very long text the beginning is looked for", () => {
  const long = `softmax ${"gradient loss neuron weight ".repeat(400)}`;
  expect(search(long)).toEqual(search(long.slice(0, longestQuery)));
  expect(search("a".repeat(10_000))).toEqual([]);
});
