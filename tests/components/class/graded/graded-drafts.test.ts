// @vitest-environment happy-dom
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import {
  draftAt,
  dropDraft,
  type GradedDraft,
  keepDraft,
  mostDrafts,
  parseDrafts,
  quizKey,
  useDrafts,
  withDraft,
  withoutDraft,
} from "@/components/class/graded/graded-drafts";

const quiz = quizKey("class", "assignment", "learner");
const draft = (question: string, text: string): GradedDraft => ({
  ...{ quiz, question, text },
  ...{ try: 1, took: null },
});

test("drafts come back from the browser's storage unchanged", () => {
  const drafts = [draft("a", "=3,5"), { ...draft("b", ">1-0"), took: 4000 }];
  expect(parseDrafts(JSON.stringify(drafts))).toEqual(drafts);
});

test.each([
  "",
  "{}",
  "[1]",
  '[{"quiz":"q"}]',
  JSON.stringify([{ ...draft("a", "0"), took: "1" }]),
  JSON.stringify([{ ...draft("a", "0"), try: "1" }]),
])("what is no list of drafts is none: %s", (text) => {
  expect(parseDrafts(text)).toBe(null);
});

test("a question of a quiz has one draft, the latest", () => {
  const drafts = withDraft(
    withDraft([draft("a", "0")], draft("b", "1")),
    draft("a", "2"),
  );
  expect(drafts).toHaveLength(2);
  expect(draftAt(drafts, { quiz, question: "a" })?.text).toBe("2");
  expect(draftAt(drafts, { quiz: "other", question: "a" })).toBe(null);
  expect(withoutDraft(drafts, { quiz, question: "a" })).toEqual([draft("b", "1")]);
});

test("the oldest drafts go when there are too many", () => {
  let drafts: readonly GradedDraft[] = [];
  for (let at = 0; at <= mostDrafts; at += 1)
    drafts = withDraft(drafts, draft(`q${at}`, ""));
  expect(drafts).toHaveLength(mostDrafts);
  expect(draftAt(drafts, { quiz, question: "q0" })).toBe(null);
});

test("of more drafts than are kept the latest are read", () => {
  const drafts = Array.from({ length: mostDrafts + 5 }, (_, at) => draft(`q${at}`, ""));
  expect(parseDrafts(JSON.stringify(drafts))).toEqual(drafts.slice(0, mostDrafts));
});

test("quizzes of another class, assignment or learner are others", () => {
  const keys = [
    quiz,
    quizKey("other", "assignment", "learner"),
    quizKey("class", "other", "learner"),
    quizKey("class", "assignment", "other"),
  ];
  expect(new Set(keys).size).toBe(4);
  const drafts = keys.map((quiz) => ({ ...draft("a", quiz), quiz }));
  for (const quiz of keys)
    expect(draftAt(drafts, { quiz, question: "a" })?.text).toBe(quiz);
});

test("the page shows the drafts that the browser keeps, and drops one when told to", () => {
  const root = createRoot(document.createElement("div"));
  onTestFinished(() => root.unmount());
  let shown: readonly GradedDraft[] | null = null;
  function Shown() {
    shown = useDrafts();
    return null;
  }
  flushSync(() => root.render(createElement(Shown)));
  expect(shown).toEqual([]);
  flushSync(() => keepDraft(draft("a", "0")));
  flushSync(() => keepDraft(draft("b", "1")));
  flushSync(() => keepDraft(draft("a", "2")));
  expect(shown).toEqual([draft("a", "2"), draft("b", "1")]);
  const stored = () => parseDrafts(localStorage.getItem("next-pass-graded") ?? "");
  expect(stored()).toEqual(shown);
  flushSync(() => dropDraft({ quiz, question: "a" }));
  expect(shown).toEqual([draft("b", "1")]);
  expect(stored()).toEqual(shown);
});
