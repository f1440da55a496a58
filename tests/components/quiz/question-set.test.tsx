// @vitest-environment happy-dom
// A set of questions in a page: one at a time, its dots, and its end.
import { act } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { QuestionSet } from "@/components/quiz/question-set";
import { parseQuestions } from "@/content/quiz/question-file";
import { wordingFor } from "@/content/quiz/second-wording";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

/** The reader's book is read once by a page: each test is another page. */
let Questions: typeof QuestionSet;
beforeEach(async () => {
  vi.resetModules();
  ({ QuestionSet: Questions } = await import("@/components/quiz/question-set"));
});
afterEach(() => localStorage.clear());

const pool = parseQuestions(
  Array.from(
    { length: 7 },
    (_, at) => `
- { id: q-${at}, kind: one, idea: features, asks: "Which of ${at}?", section: part-${at},
    options: [{ text: This, why: No. }, { text: That, why: Yes., right: true }] }`,
  ).join(""),
  "pool.yaml",
);
const sections = { "part-0": "The first part", "part-1": "The second" };
const wayOn = { href: "/lessons/next", label: "Next lesson: What follows" };
const props = { pool, sections, wayOn };

async function show(asked = pool) {
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  await act(() => root.render(<Questions {...props} pool={asked} />));
  onTestFinished(async () => {
    await act(() => root.unmount());
    place.remove();
  });
  const all = <E extends HTMLElement>(selector: string) => [
    ...place.querySelectorAll<E>(selector),
  ];
  const shown = () =>
    all("[data-shown=true] article").map(({ dataset }) => dataset.question);
  const press = async (name: string) => {
    const inSight = all("button").filter(
      (one) => !one.closest("[data-shown=false]") || one.closest("ol"),
    );
    const named = inSight.find(
      (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
    );
    if (!named) throw new Error(`no button “${name}”`);
    await act(() => named.click());
  };
  return {
    all,
    shown,
    press,
    dots: () => all("ol[aria-label] button").map((one) => one.getAttribute("aria-label")),
    text: () => place.textContent ?? "",
    /** Answers the question in sight. */
    async answer(isRight: boolean) {
      const [card] = all("[data-shown=true]");
      await act(() => card?.querySelectorAll("input")[isRight ? 1 : 0]?.click());
      await press("Check");
    },
  };
}

test("a page without scripts holds every question of the set, and names all others", () => {
  const html = renderToString(<Questions {...props} />);
  expect(html.match(/<article/g)).toHaveLength(4);
  const [, others = ""] = /<noscript>(.*?)<\/noscript>/.exec(html) ?? [];
  expect(others.match(/<li>/g)).toHaveLength(3);
  expect(others).toContain("Which of 6?");
});

test("one question is in sight; its own button leads on, and every dot leads anywhere", async () => {
  const set = await show();
  expect(set.shown()).toEqual(["q-0"]);
  await set.answer(true);
  expect(set.shown()).toEqual(["q-0"]);
  await set.press("Next question");
  expect(set.shown()).toEqual(["q-1"]);
  expect(document.activeElement?.id).toBe("question-q-1");
  await set.answer(false);
  expect(set.dots()).toEqual([
    "Question 1 of 4: right",
    "Question 2 of 4: not right yet",
    "Question 3 of 4: not answered",
    "Question 4 of 4: not answered",
    "How it went",
  ]);
  const shapes = set.all<HTMLElement>("ol svg").map(({ dataset }) => dataset.shape);
  expect(new Set(shapes).size).toBe(4);
  await set.press("Question 4 of 4: not answered");
  expect(set.shown()).toEqual(["q-3"]);
  await set.press("Question 1 of 4: right");
  expect(set.shown()).toEqual(["q-0"]);
  expect(set.text()).toContain("2 of 4 answered, 1 right at the first try");
});

test("the end tells the score, what to look at again and where it is told, and leads on", async () => {
  // It names a question as the reader was asked it.
  const two = pool.map((one) => ({ ...one, reworded: `Or ${one.asks}` }));
  const second = two.find(({ id }) => id === "q-1");
  if (!second) throw new Error("The pool has it.");
  const seeds = Array.from({ length: 50 }, (_, at) => at);
  const seed = seeds.find((at) => wordingFor(second, at) === "second");
  localStorage.setItem("next-pass-wordings", String(seed));
  const set = await show(two);
  for (const isRight of [true, false, true]) {
    await set.answer(isRight);
    await set.press("Next question");
  }
  await set.press("Skip this one");
  expect(set.shown()).toEqual([]);
  expect(document.activeElement?.id).toBe("questions-end");
  const [end] = set.all("#questions-end");
  expect(end?.querySelector("h3")?.textContent).toBe("2 of 4 right at the first try");
  expect(set.all("[data-again]").map(({ dataset }) => dataset.again)).toEqual([
    "q-1",
    "q-3",
  ]);
  const links = [...(end?.querySelectorAll("a") ?? [])].map((link) => [
    link.getAttribute("href"),
    link.textContent,
  ]);
  expect(links).toEqual([
    ["#part-1", "The second"],
    ["/lessons/next", "Next lesson: What follows"],
  ]);
  await set.press("Or Which of 1?");
  expect(set.shown()).toEqual(["q-1"]);
  await set.press("How it went");
  await set.press("Ask me other questions");
  expect(set.shown()).toEqual(["q-4"]);
  expect(document.activeElement?.id).toBe("questions-of-this-lesson");
});

test("a reader who comes back is shown the first question not answered, or the end", async () => {
  const entry = { first: ":that", firstRight: true, latest: ":that", right: true, at: 1 };
  const keep = (...ids: string[]) => {
    const answers = ids.map((id) => [id, { ...entry, tries: [[1, 2]] }]);
    const book = { version: 3, answers: Object.fromEntries(answers) };
    localStorage.setItem("next-pass-answers", JSON.stringify(book));
  };
  keep("q-0", "q-1");
  expect((await show()).shown()).toEqual(["q-2"]);
  const reload = async (...ids: string[]) => {
    keep(...ids);
    vi.resetModules();
    ({ QuestionSet: Questions } = await import("@/components/quiz/question-set"));
    return show();
  };
  const back = await reload("q-0", "q-1", "q-2", "q-3");
  expect(back.shown()).toEqual([]);
  expect(back.all("[data-again]")).toEqual([]);
  expect(back.text()).toContain("There is nothing to look at again.");
  const first = ["q-0", "q-1", "q-2", "q-3"];
  const second = await reload(...first, "q-4");
  expect(second.shown()).toEqual(["q-5"]);
  expect(second.text()).toContain("set 2 of 2");
  expect((await reload("q-0", "q-4")).shown()).toEqual(["q-1"]);
  const all = await reload(...first, "q-4", "q-5", "q-6");
  expect(all.text()).toContain("3 of 3 right at the first try");
});

test("a link to a question shows it, in whatever set it is asked", async () => {
  location.hash = "#question-q-5";
  onTestFinished(() => {
    location.hash = "";
  });
  const set = await show();
  expect(set.shown()).toEqual(["q-5"]);
  expect(document.activeElement?.id).toBe("question-q-5");
});
