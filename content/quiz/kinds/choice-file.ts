// Kinds with options, in files: one choice, several, a place to point at, a prediction.
import type { GIFTQuestion, MultipleChoice, TextChoice, TrueFalse } from "gift-pegjs";
import * as z from "zod";
import {
  asksIn,
  feedbackText,
  giftAnswers,
  giftHtml,
  giftLine,
  plainText,
  shares,
} from "@/content/markup/gift-text";
import type { ChoiceQuestion, Option } from "./choice";
import { qti, qti12, type WithOptions } from "./choice-qti";
import {
  claimedRun,
  claimText,
  type FiledKind,
  type GiftDraft,
  head,
  isRepeated,
  partId,
  type Tell,
  text,
  whyOf,
  withIds,
  writtenIds,
} from "./filed-kind";
import type { PointQuestion } from "./point";
import type { PredictQuestion } from "./predict";

const option = z.strictObject({
  id: partId,
  text,
  right: z.boolean().default(false),
  why: text,
  refuted: claimedRun.nullable().default(null),
});

const listed = <T extends typeof option>(one: T) =>
  z.array(one).min(2, "needs two options or more").max(12);

/** Gives options their ids; throws where they are none to choose from. */
function checked<
  Q extends { options: readonly (Omit<Option, "id"> & { id?: string | undefined })[] },
>(question: Q, many = false) {
  const options: (Q["options"][number] & { id: string })[] = withIds(question.options);
  if (isRepeated(options)) throw new Error("two options are the same");
  const right = options.filter((one) => one.right);
  if (right.length < 1) throw new Error("needs a right answer");
  if (right.length > 1 && !many) throw new Error("has more than one right answer");
  if (right.some(({ refuted }) => refuted)) {
    throw new Error("a right option cannot be refuted");
  }
  return { ...question, options };
}

/** Options as an author writes them: nothing is said that goes without saying. */
function written<O extends Option, M extends object>(
  options: readonly O[],
  more: (option: O) => M,
) {
  const ids = writtenIds(options);
  return options.map((option, at) => {
    const { text, right, why, refuted } = option;
    return {
      ...ids[at],
      text,
      ...(right ? { right } : {}),
      why,
      ...(refuted ? { refuted: claimText(refuted) } : {}),
      ...more(option),
    };
  });
}

const singleGift = ({ options }: WithOptions, asks: string) =>
  giftAnswers(
    asks,
    options.map(({ text, right, why }) =>
      giftLine(right ? "=" : "~", giftHtml(text), why),
    ),
  );

/** Ticking everything gives nothing, as ticking nothing does. */
function manyGift({ options }: WithOptions, asks: string) {
  const right = shares(options.filter((option) => option.right).length);
  const wrong = shares(options.filter((option) => !option.right).length);
  const answers = options.map((option) => {
    const share = option.right ? right.shift() : `-${wrong.shift()}`;
    return giftLine(`~%${share}%`, giftHtml(option.text), option.why);
  });
  return giftAnswers(asks, answers);
}

function optionsOf({ choices }: MultipleChoice, isRight: (one: TextChoice) => boolean) {
  if (!choices.some(isRight)) throw new Error("no answer of it is right");
  return choices.map((one) => ({
    text: plainText(one.text),
    right: isRight(one),
    why: whyOf(feedbackText(one.feedback), isRight(one)),
  }));
}

const weightsLost = "Its weights are not kept: an answer here is right or wrong.";

/** The first feedback is said of the wrong answer, as in Moodle, whatever its name. */
function truth({ stem, isTrue, trueFeedback, falseFeedback }: TrueFalse): GiftDraft {
  const option = (text: string, right: boolean) => {
    const why = whyOf(feedbackText(right ? falseFeedback : trueFeedback), right);
    return { text, right, why };
  };
  const options = [option("True", isTrue), option("False", !isTrue)];
  return { kind: "one", asks: asksIn(stem).asks, options };
}

function singleFromGift(read: GIFTQuestion, tell: Tell): GiftDraft | null {
  if (read.type === "TF") return truth(read);
  if (read.type !== "MC" || !read.choices.some((one) => one.isCorrect)) return null;
  if (read.choices.filter((one) => one.isCorrect).length > 1) {
    throw new Error("one of several right answers is enough, which no kind here allows");
  }
  const options = optionsOf(read, (one) => one.isCorrect);
  if (read.choices.some(({ isCorrect, weight }) => !isCorrect && (weight ?? 0) > 0)) {
    tell(weightsLost);
  }
  return { kind: "one", asks: asksIn(read.stem).asks, options };
}

function manyFromGift(read: GIFTQuestion, tell: Tell): GiftDraft | null {
  if (read.type !== "MC" || read.choices.some((one) => one.isCorrect)) return null;
  const options = optionsOf(read, ({ weight }) => (weight ?? 0) > 0);
  const worths = read.choices.flatMap(({ weight }) =>
    (weight ?? 0) > 0 ? [weight] : [],
  );
  if (new Set(worths).size > 1) tell(weightsLost);
  return { kind: "several", asks: asksIn(read.stem).asks, options };
}

const asTexts = { as: "a choice of texts, with a link to the lesson" };

/** Of a kind that is shown here alone. */
const textsEverywhere = {
  gift: asTexts,
  qti: asTexts,
  canvas: asTexts,
  cartridge: asTexts,
};

const one = z.strictObject({ ...head, kind: z.literal("one"), options: listed(option) });

/** A choice of one, in files. */
export const oneFile: FiledKind<ChoiceQuestion, z.infer<typeof one>> = {
  form: one,
  read: (written) => checked(written),
  write: ({ options }) => ({ options: written(options, () => ({})) }),
  gift: singleGift,
  fromGift: singleFromGift,
  qti: qti(false),
  qti12: qti12(false),
  fates: {},
};

const several = z.strictObject({
  ...head,
  kind: z.literal("several"),
  options: listed(option),
});

/** A choice of several, in files. */
export const severalFile: FiledKind<ChoiceQuestion, z.infer<typeof several>> = {
  form: several,
  read: (written) => checked(written, true),
  write: ({ options }) => ({ options: written(options, () => ({})) }),
  gift: manyGift,
  fromGift: manyFromGift,
  qti: qti(true),
  qti12: qti12(true),
  fates: { gift: { inParts: true }, qti: { inParts: true } },
};

const point = z.strictObject({
  ...head,
  kind: z.literal("point"),
  figure: text,
  options: listed(option.extend({ spot: text })),
});

/** A place to point at, in files; in other systems it is a choice of texts. */
export const pointFile: FiledKind<PointQuestion, z.infer<typeof point>> = {
  form: point,
  read: (written) => checked(written),
  write: ({ figure, options }) => ({
    figure,
    options: written(options, ({ spot }) => ({ spot })),
  }),
  gift: singleGift,
  qti: qti(false),
  qti12: qti12(false),
  fates: textsEverywhere,
  shownHereAlone: "It asked about a figure, and comes back as a choice of texts.",
};

const predict = z.strictObject({
  ...head,
  kind: z.literal("predict"),
  run: claimedRun,
  look: z.string().trim().default(""),
  options: listed(option.extend({ when: text })),
});

/** A prediction, in files; in other systems it is a choice of texts. */
export const predictFile: FiledKind<PredictQuestion, z.infer<typeof predict>> = {
  form: predict,
  read(written) {
    const { run, ...rest } = checked(written);
    return { ...rest, ...run };
  },
  write: ({ look, options, ...run }) => ({
    run: claimText(run),
    ...(look ? { look } : {}),
    options: written(options, ({ when }) => ({ when })),
  }),
  gift: singleGift,
  qti: qti(false),
  qti12: qti12(false),
  fates: textsEverywhere,
  shownHereAlone: "It asked about a run, and comes back as a choice of texts.",
};
