import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Citation, Definition } from "@/components/lesson/margin-note";
import { compileLesson } from "@/content/lesson/lesson";

const drawn = async (text: string) => {
  const Content = await compileLesson(text);
  return renderToStaticMarkup(<Content components={{ Definition, Citation }} />);
};

test("a term in bold is a place to link to, with its definition beside it", async () => {
  const html = await drawn("Such a quantity is a **feature**.");
  expect(html).toContain('<dfn id="term-feature">feature</dfn>');
  expect(html).toMatch(/<button[^>]* popoverTarget="note-feature"/i);
  expect(html).toMatch(
    /<span popover="auto" id="note-feature" role="note"[^>]*><b>Feature<\/b> A quantity worked/,
  );
});

test("another form of a term has the same definition, under its name", async () => {
  const html = await drawn("Its **features**.");
  expect(html).toContain('<dfn id="term-feature">features</dfn>');
  expect(html).toContain("<b>Feature</b>");
});

test("a source is cited with publisher, title and date, and leads to the list", async () => {
  const html = await drawn("As was shown. [](source:cybenko1989)");
  expect(html).toContain(
    '<a href="#source-cybenko1989">Cybenko, <cite>Approximation by Superpositions of a Sigmoidal Function, </cite>1989</a>',
  );
});

test("no line begins with what ends a sentence: its full stop, or its source", async () => {
  // Between the two are the sign and the definition, of which neither holds a line together.
  expect(await drawn("It is a **feature**.")).toMatch(
    /<\/span>\u2060<span .*\u2060\.<\/p>/,
  );
  expect(await drawn("It was shown. [](source:cybenko1989)")).toContain(
    "shown.\u00a0<span",
  );
});
