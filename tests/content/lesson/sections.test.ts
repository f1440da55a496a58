import { expect, test } from "vitest";
import { course } from "@/content/course";
import { lessonText } from "@/content/lesson/lesson";
import { sectionsOf } from "@/content/lesson/sections";
import { readQuestions } from "@/content/quiz/lesson-questions";

const text = `---
title: One
---

## A first part

\`\`\`sh
## no heading
\`\`\`

<Quiz questions="one two" />

<Lab id="network" claim="holds" />

<Lab id="network" />

## Is there really more? [#is-there-more]

<Recap>

- Yes.

</Recap>

<Quiz />
`;

test("a section holds its questions and claims, and the last asks all others", async () => {
  const all = await readQuestions("machine-learning");
  const [first, third] = all.filter(({ kind }) => kind !== "predict");
  const prediction = all.find(({ kind }) => kind === "predict");
  if (!first || !third || !prediction) throw new Error("too few questions");
  const one = { ...first, id: "one" };
  const two = { ...prediction, id: "two" };
  const three = { ...third, id: "three" };
  const sections = sectionsOf(text, [one, two, three]);
  expect(sections.map(({ id, title }) => [id, title])).toEqual([
    ["a-first-part", "A first part"],
    ["is-there-more", "Is there really more?"],
    ["recap", "Recap"],
    ["questions-of-this-lesson", "Questions"],
  ]);
  expect(sections.map(({ questions }) => questions)).toEqual([
    ["one", "two"],
    [],
    [],
    ["three"],
  ]);
  expect(sections.map(({ claims }) => claims)).toEqual([["network/holds"], [], [], []]);
  expect(sections[0]?.predicted).toEqual([expect.stringMatching(/^features\//)]);
});

test.each(course)("%s: its sections ask each question once", async (slug) => {
  const all = await readQuestions(slug);
  const sections = sectionsOf(await lessonText(slug), all);
  expect(sections.length).toBeGreaterThan(5);
  expect(sections.flatMap(({ questions }) => questions).toSorted()).toEqual(
    all.map(({ id }) => id).toSorted(),
  );
});
