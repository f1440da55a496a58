import { expect, test } from "vitest";
import { formatProgress, parseProgress } from "@/components/progress/answers-file";
import { formatAnswerBook, parseAnswerBook, record } from "@/content/quiz/answer-book";
import { noneHeld } from "@/labs/claim/held-claims";

const answer = { kind: "typed", text: "5" } as const;
const answers = record({}, "one-question", { answer, right: true, at: 5 });
const held = new Set(["network/straight-line", "loss/outlier"]);

test("a file of answers and claims reads back as what it was", () => {
  expect(parseProgress(formatProgress({ answers, held }))).toEqual({ answers, held });
});

test("versions without claims read such a file, and theirs is read here", () => {
  expect(parseAnswerBook(formatProgress({ answers, held }))).toEqual(answers);
  const earlier = parseProgress(formatAnswerBook(answers));
  expect(earlier).toEqual({ answers, held: noneHeld });
});

test("odd claims are left out, and a file that holds no answers is none", () => {
  const fields = JSON.parse(formatAnswerBook(answers));
  const read = (claims: unknown) =>
    parseProgress(JSON.stringify({ ...fields, claims }))?.held;
  const odd = ["", "network", "../x", "a/b/c", "A/b", 1, null, "a/".padEnd(200, "b")];
  expect(read([...odd, "a/b", "a/b"])).toEqual(new Set(["a/b"]));
  for (const none of [null, "a/b", { a: "b" }, Array(1001).fill("a/b")]) {
    expect(read(none)).toEqual(noneHeld);
  }
  expect(parseProgress('{"claims":["a/b"]}')).toBeNull();
  expect(parseProgress("{")).toBeNull();
});
