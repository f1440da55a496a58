import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Num, signsOf, withSigns } from "@/components/kit/reader-numbers";

const written = (text: string, language: string) => withSigns(text, signsOf(language));

test("numbers are written with the signs of a language", () => {
  expect(written("−0.031", "de")).toBe("−0,031");
  expect(written("1,797 of 12,345.5", "de")).toBe("1.797 of 12.345,5");
  expect(written("12,345.5", "fr")).toBe("12\u202F345,5");
  expect(written("12,345.5", "sv")).toBe("12\u00A0345,5");
  expect(written("0.5", "ar-EG")).toMatch(/^0[.,٫]5$/);
});

test("English stays as it is, whole numbers and lists too", () => {
  for (const language of ["en", "en-US", "en-GB", "ja"]) {
    expect(written("1,797 at 0.5, 1e−7", language)).toBe("1,797 at 0.5, 1e−7");
  }
  expect(written("seeds 1, 2,3 and 30000", "de")).toBe("seeds 1, 2,3 and 30000");
});

test("a number is nobody’s to translate, and has its minus at its left", () => {
  expect(renderToStaticMarkup(createElement(Num, null, "−0.25"))).toBe(
    '<span translate="no" dir="ltr">−0.25</span>',
  );
});
