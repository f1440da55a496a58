// The form of a question in YAML. What a shape cannot say, question-file.ts tells.
import * as z from "zod";
import { isIdea } from "./ideas";

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
export const written = z.discriminatedUnion("kind", [
  kinds.one,
  kinds.several,
  kinds.point,
  kinds.predict,
  kinds.number,
  kinds.blank,
  kinds.order,
  kinds.match,
]);

export type Written = z.infer<typeof written>;
