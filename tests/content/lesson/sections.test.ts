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

## Is there more?

<Recap>

- Yes.

</Recap>

<Quiz />
`;

test("a section holds its questions and claims, and the last asks all others", () => {
  expect(sectionsOf(text, ["one", "two", "three"])).toEqual([
    {
      id: "a-first-part",
      title: "A first part",
      questions: ["one", "two"],
      claims: ["network/holds"],
    },
    { id: "is-there-more", title: "Is there more?", questions: [], claims: [] },
    { id: "recap", title: "Recap", questions: [], claims: [] },
    {
      id: "questions-of-this-lesson",
      title: "Questions",
      questions: ["three"],
      claims: [],
    },
  ]);
});

test.each(course)("%s: its sections ask each question once", async (slug) => {
  const ids = (await readQuestions(slug)).map(({ id }) => id);
  const sections = sectionsOf(await lessonText(slug), ids);
  expect(sections.length).toBeGreaterThan(5);
  expect(sections.flatMap(({ questions }) => questions).toSorted()).toEqual(
    ids.toSorted(),
  );
});
