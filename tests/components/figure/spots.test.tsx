import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { spotFigure, spotFigureNames } from "@/components/figure/spots/spots";
import { readAllQuestions } from "@/content/quiz/lesson-questions";

const lessons = await readAllQuestions();
const pointing = lessons
  .flatMap(({ questions }) => questions)
  .flatMap((question) => (question.kind === "point" ? [question] : []));

function drawn(name: string, spots: readonly string[], chosen: string | null) {
  const figure = spotFigure(name);
  if (!figure) throw new Error(`no figure with spots is called ${name}`);
  return renderToStaticMarkup(<figure.Drawing {...{ spots, chosen }} onChoose={null} />);
}

const found = (html: string, part: RegExp) =>
  [...html.matchAll(part)].map(([, what]) => what);

describe.each(spotFigureNames)("the figure %s", (name) => {
  const spots = spotFigure(name)?.spots ?? [];

  test("draws each of its spots once, with its letter", () => {
    const html = drawn(name, spots, null);
    expect(found(html, /data-spot="([^"]*)"/g).toSorted()).toEqual(spots.toSorted());
    const letters = found(html, />([A-E])<\/text>/g).toSorted();
    expect(letters).toEqual([..."ABCDE"].slice(0, spots.length));
  });

  test("marks what is chosen, and nothing that is not asked about", () => {
    const [first = "", second = ""] = spots;
    const html = drawn(name, [second, first], first);
    expect(found(html, /data-spot="([^"]*)" data-chosen="true"/g)).toEqual([first]);
    expect(found(html, /data-spot="([^"]*)"/g)).toHaveLength(2);
  });

  test("is described", () => {
    expect(drawn(name, spots, null)).toMatch(/role="img" aria-label="[^"]{60,}"/);
  });
});

test.each(pointing)("$id points at spots of its figure, each once", (question) => {
  const asked = question.options.map(({ spot }) => spot);
  expect(new Set(asked).size).toBe(asked.length);
  expect(spotFigure(question.figure)?.spots).toEqual(expect.arrayContaining(asked));
});

test("the course asks to be shown something", () => {
  expect(pointing.length).toBeGreaterThan(3);
});
