// The questions of the course: enough of them, of many kinds, every key reachable.
import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { course } from "@/content/course";
import { ideas } from "@/content/ideas";
import { lessonText } from "@/content/lesson/lesson";
import { headingOf, placedQuestions } from "@/content/lesson/lesson-syntax";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import {
  asKept,
  drawn,
  feedbackOn,
  isRight,
  kinds,
  present,
} from "@/content/quiz/question";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { keyOf } from "./key-of";
import { wordsOf } from "./words-of";

const all = await readAllQuestions();
const questions = all.flatMap((lesson) => lesson.questions);

/** The claim that a question names; throws where there is none, or its link is illegal. */
function runOf({ lab: id, claim: claimId }: { lab: string; claim: string }) {
  const lab: Lab | undefined = Object.entries(labs).find(([name]) => name === id)?.[1];
  const claim = lab?.claims.find((one) => one.id === claimId);
  if (!lab || !claim) throw new Error(`no claim ${id}/${claimId}`);
  return claimedRun(claim, lab.start);
}

test.each(all)(
  "$slug: a pool of ten questions and more, of five kinds",
  async (lesson) => {
    const placed = placedQuestions(await lessonText(lesson.slug));
    const pool = lesson.questions.filter(({ id }) => !placed.includes(id));
    expect(pool.length).toBeGreaterThanOrEqual(10);
    expect(new Set(pool.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    for (const id of placed) {
      expect(lesson.questions.map((question) => question.id)).toContain(id);
    }
  },
);

/**
 * Questions whose answer stands in the lesson as a sentence, so that remembering it is
 * enough. A new question of that sort is listed here, too.
 */
const recalling = [
  "goal-of-machine-learning",
  "why-a-separate-test",
  "quantity-worked-out",
  "ring-features",
  "who-picks-features",
  "traditional-and-deep",
  "folding-layers",
  "between-two-layers",
  "what-is-promised",
  "why-hidden",
  "name-for-handing-back",
  "after-a-disappointment",
  "against-learning-by-heart",
  "honest-order",
  "which-tool-tells",
  "raw-sound-by-heart",
  "too-narrow",
  "piece-of-birdsong",
  "shuffled-months",
  "why-next-pass-lower",
  "loss-runs-away",
  "same-rate-other-loss",
  "low-train-high-test",
  "losses-of-two-kinds",
  "no-staircase",
  "name-for-parting-curves",
  "knows-nothing",
  "why-sharing-needs-fewer-examples",
  "order-through-a-convolution",
  "what-to-keep-of-a-pretrained-model",
  "why-gpus-for-deep-learning",
  "whole-set-batch",
  "what-must-wait",
  "more-arithmetic",
  "when-a-gpu-does-not-help",
  "longer-steps",
  "out-of-gpu-memory",
  "what-the-dsvm-provides",
  "what-older-texts-say",
  "edition-and-size",
  "a-limit-of-zero",
  "two-programs-agree",
  "unmanaged-image",
  "whole-or-part",
  "jupyterhub-refuses",
  "old-advice-today",
];

test("the course asks 200 questions and more, a dozen of every kind, of every idea", () => {
  expect(questions.length).toBeGreaterThanOrEqual(200);
  for (const kind of Object.keys(kinds)) {
    const many = questions.filter((question) => question.kind === kind).length;
    expect([kind, many >= 12]).toEqual([kind, true]);
  }
  expect(new Set(questions.map(({ idea }) => idea))).toEqual(new Set(Object.keys(ideas)));
});

test("at most a fifth of the questions ask for what the lesson says as it is", () => {
  const ids = questions.map(({ id }) => id);
  expect(recalling.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(recalling).size).toBeLessThanOrEqual(questions.length / 5);
});

test("the ids of questions are unique in the course", () => {
  const ids = questions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(all)("$slug: each question names a heading of its lesson", async (lesson) => {
  const slugger = new GithubSlugger();
  const headings = [...(await lessonText(lesson.slug)).matchAll(/^#{2,3} (.+)$/gm)];
  const ids = headings.map(([, heading = ""]) => {
    const { title, id } = headingOf(heading);
    return id ?? slugger.slug(title);
  });
  for (const { id, section } of lesson.questions) {
    expect([id, ids.includes(section)]).toEqual([id, true]);
  }
});

test.each([
  "What is the goal of machine learning?",
  "How does traditional machine learning differ from deep learning?",
  "Why are GPUs often used for deep learning?",
  "What does the DSVM provide?",
])("the course asks: %s", (asks) => {
  expect(questions.map((question) => question.asks)).toContain(asks);
});

test("every key can be given on the page and is right, for a hundred seeds", () => {
  for (const question of questions) {
    for (let seed = 0; seed < 100; seed += 1) {
      const key = keyOf(drawn(question, seed));
      const asked = present(question, seed);
      const given = asKept(key, seed);
      expect(kinds[question.kind].fits(asked, given)).toBe(true);
      expect([question.id, seed, isRight(question, given)]).toEqual([
        question.id,
        seed,
        true,
      ]);
      expect(feedbackOn(question, given).right).toBe(true);
      expect(asked.asks).not.toMatch(/\{\{|undefined|NaN/);
    }
  }
});

test("every number can be computed, typed, and read, for each of a hundred seeds", () => {
  const numeric = questions.filter(({ kind }) => kind === "number");
  const varied = numeric.filter((one) => one.kind === "number" && one.variants);
  expect(varied.length).toBeGreaterThanOrEqual(course.length);
  for (const question of numeric) {
    const seen = new Set<string>();
    for (let seed = 0; seed < 100; seed += 1) {
      const asked = drawn(question, seed);
      if (asked.kind !== "number") throw new Error("another kind");
      expect(Number.isFinite(asked.answer) && asked.within >= 0).toBe(true);
      // Its decimals may be rounded, to three significant digits or within the tolerance.
      const typed = (value: number) =>
        ({ kind: "typed", text: String(value), seed }) as const;
      expect(isRight(question, typed(asked.answer + asked.within))).toBe(true);
      const off = 1.01 * asked.within + 0.01 * Math.max(1, Math.abs(asked.answer));
      expect(isRight(question, typed(asked.answer + off))).toBe(false);
      expect(`${asked.right} ${asked.wrong}`).not.toMatch(/\{\{|undefined|NaN/);
      seen.add(asked.asks);
    }
    if (question.kind === "number" && question.variants) {
      expect([question.id, seen.size >= 5]).toEqual([question.id, true]);
    } else expect(seen.size).toBe(1);
  }
});

test("every wrong tick of a choice is wrong", () => {
  for (const question of questions) {
    if (question.kind !== "one" && question.kind !== "several") continue;
    const key = question.options.flatMap(({ id, right }) => (right ? [id] : []));
    for (let bits = 0; bits < 2 ** question.options.length; bits += 1) {
      const options = question.options.flatMap(({ id }, at) =>
        (bits >> at) & 1 ? [id] : [],
      );
      const right = options.join() === key.join();
      expect(isRight(question, { kind: "ticked", options })).toBe(right);
    }
  }
});

test("each run that a question names is a claim of its lab, with a legal link", () => {
  const named = questions.flatMap((question) => {
    const refuting = "options" in question ? question.options : [];
    const runs = refuting.flatMap(({ refuted }) => refuted ?? []);
    return question.kind === "predict" ? [question, ...runs] : runs;
  });
  expect(named.length).toBeGreaterThanOrEqual(30);
  for (const run of named) {
    expect(runOf(run)).toBeDefined();
    if ("at" in run) expect(run.at).toBeLessThanOrEqual(runOf(run).passes);
  }
});

test("the right option is not always first, nor always the longest", () => {
  const single = questions.flatMap((question) =>
    question.kind === "one" ? [question] : [],
  );
  const first = single.filter(({ options }) => options[0]?.right).length;
  const longest = single.filter(({ options }) => {
    const most = Math.max(...options.map(({ text }) => text.length));
    return options.find(({ text }) => text.length === most)?.right;
  }).length;
  expect(first).toBeLessThan(single.length / 2);
  expect(longest).toBeLessThan(single.length / 2);
});

test("a third of the questions have hints, and no text holds markup or stray spaces", () => {
  const hinted = questions.filter(({ hints }) => hints.length > 0);
  expect(hinted.length).toBeGreaterThanOrEqual(questions.length / 3);
  for (const text of questions.flatMap(wordsOf)) {
    expect(text).not.toMatch(/<\w|\*\*|\$|\]\(| {2}|\n/);
    expect(text.split("`").length % 2).toBe(1);
  }
});
