// @vitest-environment happy-dom
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MatchInput } from "@/components/quiz/inputs/match-input";
import { present } from "@/content/quiz/question";
import { parseQuestions } from "@/content/quiz/question-file";

/** The input of a matching of so many pairs, with these right-hand sides. */
function shown(targets: readonly string[]) {
  const pairs = targets.map((to, at) => ({ text: `Left ${at}`, to, why: "So." }));
  const yaml = JSON.stringify([
    { id: "m", kind: "match", idea: "passes", asks: "What goes where?", pairs },
  ]);
  const [question] = parseQuestions(yaml, "here");
  if (!question) throw new Error("no question");
  const presented = present(question, 0);
  document.body.innerHTML = renderToStaticMarkup(
    <MatchInput
      {...{ presented, feedback: null, locked: false, name: "m", onAnswer: () => {} }}
      answer={{ kind: "matched", to: new Map() }}
    />,
  );
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { presented, listed: texts("ol > li"), options: texts("li:first-child option") };
}

test("long texts to choose from stand whole above, and lists name them by letters", () => {
  const long = Array.from(
    { length: 12 },
    (_, at) => `${"a long right-hand side ".repeat(9)}\`${at}\``,
  );
  const { presented, listed, options } = shown(long);
  const texts = presented.targets.map(({ text }) => text.replaceAll("`", ""));
  expect(listed).toEqual(texts);
  const [choose, ...others] = options;
  expect(choose).toBe("Choose…");
  expect(others).toEqual(texts.map((text, at) => `${"ABCDEFGHIJKL"[at]}: ${text}`));
});

test("short ones stand in the lists alone", () => {
  const { presented, listed, options } = shown(["steep", "straight", "round"]);
  expect(listed).toEqual([]);
  expect(options.slice(1)).toEqual(presented.targets.map(({ text }) => text));
});
