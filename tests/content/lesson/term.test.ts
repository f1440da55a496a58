import { expect, test } from "vitest";
import { course } from "@/content/course";
import { lessonText } from "@/content/lesson/lesson";
import { placedQuestions } from "@/content/lesson/lesson-syntax";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { terms } from "@/content/terms";
import { wordsOf } from "../quiz/words-of";

/** What a reader reads of one lesson, in order: code, formulas and addresses left out. */
async function readingOf(slug: (typeof course)[number]): Promise<string> {
  const questions = await readQuestions(slug);
  const text = await lessonText(slug);
  const placed = placedQuestions(text);
  const asked = (ids: readonly string[]) =>
    ids
      .flatMap((id) => questions.filter((question) => question.id === id))
      .flatMap(wordsOf)
      .join(" ");
  const pool = questions.map(({ id }) => id).filter((id) => !placed.includes(id));
  return text
    .replace(/^---[\s\S]*?\n---/, "")
    .replaceAll(/```[\s\S]*?```|`[^`]*`|\$\$[\s\S]*?\$\$|\$[^$]*\$/g, " ")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replaceAll(/ \[#[^\]]*\]$/gm, "")
    .replaceAll(/<Lab [^>]*>|<Figure name="[^"]*"/g, " ")
    .replaceAll(/<Quiz(?: questions="([^"]*)")? \/>/g, (_, ids?: string) =>
      asked(ids === undefined ? pool : ids.split(/\s+/)),
    );
}

/** Where a term or another form of it first stands as a whole word; −1 if nowhere. */
function firstUse(text: string, words: readonly string[]): number {
  return text.search(new RegExp(`(?<![\\w-])(${words.join("|")})(?![\\w-])`, "i"));
}

/** A lesson from which the heading is gone of the part that introduces a term: it may name it. */
function withoutHeading(text: string, words: readonly string[]): string {
  const bold = text.search(new RegExp(`\\*\\*(${words.join("|")})\\*\\*`, "i"));
  const heading = text.slice(0, Math.max(bold, 0)).lastIndexOf("\n## ");
  const end = text.indexOf("\n", heading + 1);
  return heading < 0 ? text : text.slice(0, heading) + text.slice(end);
}

const readings = await Promise.all(course.map(readingOf));

test.each(terms)("“$term” is introduced in bold where it is first used", (term) => {
  const words = [term.term, ...term.forms];
  const home = course.map(String).indexOf(term.lesson);
  expect(home).toBeGreaterThanOrEqual(0);
  for (const earlier of readings.slice(0, home)) {
    const at = firstUse(earlier, words);
    expect(at < 0 ? "" : earlier.slice(Math.max(at - 60, 0), at + 40)).toBe("");
  }
  const text = withoutHeading(readings[home] ?? "", words);
  const at = firstUse(text, words);
  expect(text.slice(at - 2, at)).toBe("**");
  const bold = new RegExp(`\\*\\*(${words.join("|")})\\*\\*`, "gi");
  expect(readings.join(" ").match(bold)).toHaveLength(1);
});

test("terms are listed in the order in which the lessons introduce them", () => {
  const places = terms.map(({ term, forms, lesson }) => {
    const home = course.map(String).indexOf(lesson);
    const words = [term, ...forms];
    const text = readings[home] ?? "";
    const whole = withoutHeading(text, words);
    // As many characters as the heading had stand before it no more.
    const at = firstUse(whole, words) + text.length - whole.length;
    return { term, home, at };
  });
  const inOrder = places.toSorted(
    (one, other) => one.home - other.home || one.at - other.at,
  );
  expect(places.map(({ term }) => term)).toEqual(inOrder.map(({ term }) => term));
});

test("no word stands for two terms", () => {
  const words = terms.flatMap(({ term, forms }) => [term, ...forms]);
  const lower = words.map((word) => word.toLowerCase());
  expect(new Set(lower).size).toBe(words.length);
});
