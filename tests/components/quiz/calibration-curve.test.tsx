import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CalibrationCurve } from "@/components/quiz/calibration-curve";
import { type AnswerBook, record } from "@/content/quiz/answer-book";

/** So many answers given with a chance, and how many of them were right. */
const bookOf = (sure: number, count: number, right: number) =>
  Array.from({ length: count }).reduce<AnswerBook>((book, _, at) => {
    const answer = { kind: "ticked", options: ["any"] } as const;
    return record(book, `q-${at}`, { answer, right: at < right, at, sure });
  }, {});

const shown = (book: AnswerBook) =>
  renderToStaticMarkup(<CalibrationCurve book={book} />);

test("the curve says how sure and how right its reader was, in words, a drawing and a table", () => {
  const html = shown(bookOf(90, 10, 7));
  expect(html).toContain("10 answers: 90 % sure, 70 % right; surer than you are right.");
  expect(html).toMatch(/Log loss 0\.76, where always saying 50 % costs 0\.69/);
  expect(html).toMatch(/role="img" aria-label="[^"]*90 to 100 %, 70 %/);
  expect(html).toMatch(
    /<th scope="row">90 to 100 %<\/th><td>10<\/td><td>70 %<\/td><\/tr><\/tbody>/,
  );
});

test.each([
  [70, "you know what you know"],
  [55, "more often right than you think"],
])("of seven in ten right, %i %% sure is “%s”", (sure, words) => {
  expect(shown(bookOf(sure, 10, 7))).toContain(words);
});

test("without a chance said, it tells how to come by a curve, and draws none", () => {
  const html = shown({});
  expect(html).toContain("Say how sure you are before you check an answer");
  expect(html).not.toContain("<svg");
});
