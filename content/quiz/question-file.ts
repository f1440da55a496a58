import { parse } from "yaml";
import * as z from "zod";
import { isIdea } from "@/content/ideas";
import { evaluated } from "./kinds/expression";
import { countOf, drawnNumber, type Variants } from "./kinds/number";
import { type Question, targetsOf } from "./question";

// Reads questions from YAML, as an author writes them. A mistake names itself.

/** What the shape alone does not say. */
function problemOf(question: Question): string | null {
  const repeated = (texts: readonly string[]) => new Set(texts).size < texts.length;
  if (question.kind === "order") {
    return repeated(question.items.map((item) => item.text))
      ? "two items are the same"
      : null;
  }
  if (question.kind === "match") {
    if (repeated(question.pairs.map((pair) => pair.text))) return "two pairs begin alike";
    return targetsOf(question).length < 2 ? "all pairs lead to the same" : null;
  }
  if (question.kind === "number" && !(question.within >= 0)) {
    return '"within" must be a number, 0 or above';
  }
  if (!("options" in question)) return null;
  const { kind } = question;
  if (repeated(question.options.map((one) => one.text)))
    return "two options are the same";
  const right = question.options.filter((one) => one.right).length;
  if (right < 1) return "needs a right answer";
  if (right > 1 && kind !== "several") return "has more than one right answer";
  return question.options.some((one) => one.right && one.refuted)
    ? "a right option cannot be refuted"
    : null;
}

/** The most values that a number is drawn from: from endless ones, drawing has no end. */
const mostValues = 1_000_000;

/** Numbers as the question of seed 0 has them. */
function withNumbers(question: Extract<Written, { kind: "number" }>): Question {
  const { draws, answer, within, asks, right, wrong, ...rest } = question;
  if (Object.keys(draws).length === 0) {
    const value = (from: number | string) =>
      typeof from === "number" ? from : evaluated(from, {});
    return {
      ...rest,
      ...{ asks, right, wrong },
      answer: value(answer),
      within: value(within),
      variants: null,
    };
  }
  const variants: Variants = {
    draws,
    ...{ asks, right, wrong },
    answer: String(answer),
    within: String(within),
  };
  if (Object.values(draws).some((range) => countOf(range) < 1)) {
    throw new Error("a number is drawn from nothing");
  }
  if (Object.values(draws).some((range) => !(countOf(range) <= mostValues))) {
    throw new Error("a number is drawn from more than a million values");
  }
  return { ...rest, ...drawnNumber(rest.id, variants, 0), variants };
}

function asQuestion(question: Written): Question {
  if (question.kind === "number") return withNumbers(question);
  if (question.kind !== "predict") return question;
  const { run, ...rest } = question;
  return { ...rest, ...run };
}

/** What an author wrote, by its id or its place, in a path such as "options 2, why". */
function placeOf(value: unknown, at: number, path: readonly PropertyKey[]): string {
  const id =
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string"
      ? value.id.slice(0, 80)
      : `question ${at + 1}`;
  const inside = path.map((key) =>
    typeof key === "number" ? key + 1 : `"${String(key)}"`,
  );
  return [id, ...(inside.length > 0 ? [inside.join(" ")] : [])].join(", ");
}

function readQuestion(value: unknown, at: number, where: string): Question {
  const read = written.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const path = issue?.path ?? [];
    throw new Error(`${where}, ${placeOf(value, at, path)}: ${issue?.message ?? "odd"}`);
  }
  const place = `${where}, ${read.data.id}`;
  let question: Question;
  try {
    question = asQuestion(read.data);
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : error}`);
  }
  const problem = problemOf(question);
  if (problem) throw new Error(`${place}: ${problem}`);
  return question;
}

/** Reads the questions in a YAML text. Throws an Error that names what is wrong. */
export function parseQuestions(yaml: string, where: string): Question[] {
  const listed: unknown = parse(yaml);
  if (!Array.isArray(listed)) throw new Error(`${where}: not a list of questions`);
  return listed.map((value, at) => readQuestion(value, at, where));
}

// The form of a question in YAML. What a shape cannot say, question-file.ts tells.

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

const text = z
  .string("must be text")
  .trim()
  .min(1, "must be text")
  .max(2000, "is longer than 2000 characters");

/** `loss/squared-falls`: a lab, and one of its claims. */
const claimedRun = z
  .string("must be text")
  .regex(
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
    "must be a lab and a claim, as in loss/squared-falls",
  )
  .transform((run) => {
    const [lab = "", claim = ""] = run.split("/");
    return { lab, claim };
  });

const option = z.strictObject({
  text,
  right: z.boolean().default(false),
  why: text,
  refuted: claimedRun.nullable().default(null),
});

const options = <T extends typeof option>(one: T) =>
  z.array(one).min(2, "needs two options or more").max(12);

const head = {
  id: z
    .string("must be text")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not kebab-case")
    .max(80),
  asks: text,
  idea: z.string("must be text").refine(isIdea, "is none of the course’s ideas"),
  section: z.string().default(""),
  hints: z.array(text).max(4).default([]),
};

const number = z.number("must be a number");
const computed = z.union([number, text], "must be a number, or an expression");

const kinds = {
  one: z.strictObject({ ...head, kind: z.literal("one"), options: options(option) }),
  several: z.strictObject({
    ...head,
    kind: z.literal("several"),
    options: options(option),
  }),
  point: z.strictObject({
    ...head,
    kind: z.literal("point"),
    figure: text,
    options: options(option.extend({ spot: text })),
  }),
  predict: z.strictObject({
    ...head,
    kind: z.literal("predict"),
    run: claimedRun,
    look: z.string().trim().default(""),
    options: options(option.extend({ when: text })),
  }),
  number: z.strictObject({
    ...head,
    kind: z.literal("number"),
    draws: z
      .record(
        z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
        z.union([
          z.strictObject({ from: number, to: number, step: number.positive() }),
          z.strictObject({ of: z.array(number).min(1).max(1000) }),
        ]),
      )
      .default({}),
    answer: computed,
    within: computed.default(0),
    unit: z.string().default(""),
    right: text,
    wrong: text,
  }),
  blank: z.strictObject({
    ...head,
    kind: z.literal("blank"),
    asks: text.includes("___", "must hold the blank, written ___"),
    accepts: z.array(text).min(1, "needs a right text").max(20),
    misses: z
      .array(z.strictObject({ text, why: text }))
      .max(20)
      .default([]),
    right: text,
    wrong: text,
  }),
  order: z.strictObject({
    ...head,
    kind: z.literal("order"),
    items: z
      .array(z.strictObject({ text, why: text }))
      .min(2, "needs two items or more")
      .max(12),
  }),
  match: z.strictObject({
    ...head,
    kind: z.literal("match"),
    pairs: z
      .array(z.strictObject({ text, to: text, why: text }))
      .min(2, "needs two pairs or more")
      .max(12),
  }),
};

/** A question as its author writes it. */
const written = z.discriminatedUnion("kind", [
  kinds.one,
  kinds.several,
  kinds.point,
  kinds.predict,
  kinds.number,
  kinds.blank,
  kinds.order,
  kinds.match,
]);

type Written = z.infer<typeof written>;
