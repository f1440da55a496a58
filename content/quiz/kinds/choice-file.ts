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
import { element, htmlOf } from "@/content/markup/markup";
import {
  declaration,
  mapping,
  named,
  paragraph,
  prompt,
  response,
  scoredInParts,
  scoredWhole,
  set,
  share,
} from "@/content/markup/qti-parts";
import type { ChoiceQuestion, Option } from "./choice";
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
import type { Head, Parts } from "./kind";
import type { PointQuestion } from "./point";
import type { PredictQuestion } from "./predict";

type WithOptions = Head & { options: readonly Option[] };

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

const qti = (many: boolean) => (question: WithOptions, asks: string, shown: Parts) => {
  const { options } = question;
  const name = (at: number) => named("O", at);
  const right = options.flatMap((option, at) => (option.right ? [name(at)] : []));
  const worth = (option: Option) =>
    option.right ? share(right.length) : -share(options.length - right.length);
  const choices = shown.parts.map(({ id, text }) => {
    const at = options.findIndex((option) => option.id === id);
    return element("simpleChoice", { identifier: name(at) }, htmlOf(text));
  });
  const attributes = {
    responseIdentifier: "RESPONSE",
    shuffle: false,
    maxChoices: many ? 0 : 1,
  };
  const cardinality = many ? ("multiple" as const) : ("single" as const);
  const worths = options.map((one, at): [string, number] => [name(at), worth(one)]);
  return {
    declaration: declaration(
      cardinality,
      "identifier",
      right,
      many ? mapping(worths) : "",
    ),
    body: element("choiceInteraction", attributes, prompt(asks) + choices.join("")),
    scoring: many ? scoredInParts : scoredWhole,
    cardinality,
    feedback: set("FEEDBACK", response),
    words: options.map(({ why }, at) => [name(at), paragraph(why)] as const),
  };
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
  shownHereAlone: "It asked about a run, and comes back as a choice of texts.",
};
