import { expect, test } from "vitest";
import {
  draftAt,
  type GradedDraft,
  mostDrafts,
  parseDrafts,
  quizKey,
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
