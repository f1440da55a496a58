// @vitest-environment happy-dom
// Files that a reader hands in, of whatever kind: nothing that is kept is lost over them.
import { beforeEach, expect, test, vi } from "vitest";
import { formatAnswerBook, parseAnswerBook, record } from "@/content/quiz/answer-book";

const course = { ids: ["first", "second"], claims: ["loss/falls", "gpu/slow"] };
const answer = { kind: "typed", text: "5" } as const;
const book = record({}, "first", { answer, right: true, at: 5 });

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
});

/** Hands in a file of some text, as to a page just opened. */
async function handIn(text: string, name = "mine.json") {
  const { takeIn } = await import("@/components/progress/answers-file");
  return takeIn(new File([text], name), course);
}

const withClaims = (claims: unknown) =>
  JSON.stringify({ ...JSON.parse(formatAnswerBook(book)), claims });

const keptClaims = () => JSON.parse(localStorage.getItem("next-pass-claims") ?? "null");
const keptAnswers = () =>
  parseAnswerBook(localStorage.getItem("next-pass-answers") ?? "");

test("only what the course asks and claims is taken in, and the rest is told", async () => {
  const says = await handIn(withClaims(["loss/falls", "loss/gone", "a/b"]));
  expect(says).toBe(
    "Took in 1 answer and 1 claim from “mine.json”. 2 belong to nothing that this course asks or claims.",
  );
  expect(keptClaims()).toEqual(["loss/falls"]);
  expect(keptAnswers()).toEqual(book);
});

test("files of many odd claims, one after the other, cost no claim that was seen", async () => {
  localStorage.setItem("next-pass-claims", '["gpu/slow"]');
  const names = (from: number) =>
    Array.from({ length: 900 }, (_, at) => `a/b${from + at}`);
  await handIn(withClaims(names(0)));
  await handIn(withClaims(names(900)));
  await handIn(withClaims(["loss/falls"]));
  // As another page reads it.
  vi.resetModules();
  const { keepHeld } = await import("@/components/lab/training/held-store");
  keepHeld("loss", { late: { held: true, saw: "" } });
  expect(keptClaims()).toEqual(["gpu/slow", "loss/falls", "loss/late"]);
});

test("a file that is broken, foreign, huge, hostile or not to be read changes nothing", async () => {
  localStorage.setItem("next-pass-answers", formatAnswerBook(book));
  const whole = formatAnswerBook(book);
  const entry = JSON.parse(whole).answers.first;
  const hostile = [
    ...["", "null", "[]", "{}", '"', whole.slice(0, -1), `${whole}${whole}`],
    JSON.stringify({ version: 4, answers: {} }),
    JSON.stringify({ version: "3", answers: {} }),
    JSON.stringify({ version: 3, answers: [] }),
    `{"version":3,"answers":{"__proto__":${JSON.stringify(entry)}}}`,
    JSON.stringify({ version: 3, answers: { second: { ...entry, at: -1 } } }),
    JSON.stringify({ version: 3, answers: { second: { ...entry, tries: [[1, 9]] } } }),
    JSON.stringify({ version: 3, answers: { second: { ...entry, tries: [[1, 2, 7]] } } }),
    `{"version":3,"answers":{"second":${"[".repeat(5000)}${"]".repeat(5000)}}}`,
  ];
  for (const text of hostile) {
    expect(await handIn(text), text.slice(0, 80)).toMatch(/is not a file of answers/);
  }
  const { takeIn } = await import("@/components/progress/answers-file");
  const gone = new File([whole], "gone.json");
  gone.arrayBuffer = () => Promise.reject(new Error("NotReadableError"));
  expect(await takeIn(gone, course)).toBe(
    "The file “gone.json” could not be read. Nothing changed.",
  );
  expect(await handIn(whole.padEnd(2_000_001))).toMatch(
    /has 2 MB: at most 2 MB is read\. Nothing changed\.$/,
  );
  expect(keptAnswers()).toEqual(book);
  expect(Object.prototype).not.toHaveProperty("first");
});

test("a file that another program saved as UTF-16 is read as it was", async () => {
  const whole = formatAnswerBook(book);
  const bytes = new Uint8Array(Buffer.from(`\ufeff${whole}`, "utf16le"));
  const { takeIn } = await import("@/components/progress/answers-file");
  const says = await takeIn(new File([bytes], "mine.json"), course);
  expect(says).toBe("Took in 1 answer from “mine.json”.");
  expect(keptAnswers()).toEqual(book);
});

test("a file taken in twice changes nothing the second time", async () => {
  await handIn(withClaims(["loss/falls"]));
  const once = { ...localStorage };
  await handIn(withClaims(["loss/falls", "loss/falls"]));
  expect({ ...localStorage }).toEqual(once);
});
