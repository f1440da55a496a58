import { expect, test } from "vitest";
import { course } from "@/content/course";
import { lessonText } from "@/content/lesson/lesson";
import { minutesOf, wordsOf } from "@/content/lesson/lesson-minutes";

test("words are counted without what nobody reads aloud", () => {
  const text = `---
title: Not counted
---

<Intro>

## Six words [#not-counted]

and one’s [own link](/not/counted).

</Intro>

$$
a + b
$$

With $x$ left out. <Lab id="network" claim="none-of-this" />

\`\`\`sh
echo nothing here
\`\`\`
`;
  expect(wordsOf(text)).toBe(9);
});

test("minutes come from words, labs and questions, in fives", () => {
  const words = "word ".repeat(2000);
  expect(minutesOf(words, 0)).toBe(10);
  expect(minutesOf(`${words}\n<Lab id="a" />\n<Lab id="b" />`, 0)).toBe(15);
  expect(minutesOf(words, 20)).toBe(20);
  expect(minutesOf("", 0)).toBe(5);
});

test("a lesson takes between a quarter and three quarters of an hour", async () => {
  for (const slug of course) {
    const minutes = minutesOf(await lessonText(slug), 18);
    expect(minutes).toBeGreaterThanOrEqual(15);
    expect(minutes).toBeLessThanOrEqual(45);
  }
});
