// Numbers to type, in files.
import type { GIFTQuestion } from "gift-pegjs";
import * as z from "zod";
import {
  asksIn,
  feedbackText,
  giftLine,
  giftText,
  plainNumber,
} from "@/content/markup/gift-text";
import { element, htmlOf } from "@/content/markup/markup";
import {
  base,
  declaration,
  paragraph,
  response,
  scoredBy,
  twoWords,
} from "@/content/markup/qti-parts";
import {
  isValue,
  theResponse,
  typedParts,
  typedResponse,
} from "@/content/markup/qti12-parts";
import { evaluated } from "./expression";
import { type FiledKind, head, type Tell, text, whyOf } from "./filed-kind";
import { countOf, drawnNumber, type NumberQuestion, type Variants } from "./number";

const number = z.number();
const computed = z.union([number, text], "must be a number, or an expression");

const form = z.strictObject({
  ...head,
  kind: z.literal("number"),
  draws: z
    .record(
      z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
      z.union(
        [
          z.strictObject({ from: number, to: number, step: number.positive() }),
          z.strictObject({ of: z.array(number).min(1).max(1000) }),
        ],
        "must hold numbers: “from”, “to” and a “step” above 0, or “of” and a list",
      ),
    )
    .default({}),
  answer: computed,
  within: computed.default(0),
  unit: z.string().default(""),
  right: text,
  wrong: text,
});

/** The most values that a number is drawn from: from endless ones, drawing has no end. */
const mostValues = 1_000_000;

/** Numbers as the question of seed 0 has them. */
function withNumbers(written: z.infer<typeof form>): NumberQuestion {
  const { draws, answer, within, asks, right, wrong, ...rest } = written;
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
  if (rest.reworded !== undefined) {
    throw new Error("its numbers are drawn, so that it cannot be reworded");
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

function fromGift(read: GIFTQuestion, tell: Tell) {
  if (read.type !== "Numerical") return null;
  const { choices } = read;
  const listed = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const earning = listed.filter((one) => one.isCorrect && one.weight !== 0);
  const whole = earning.filter(({ weight }) => (weight ?? 100) >= 100);
  const [key, ...more] = whole.length > 0 ? whole : earning;
  if (!key || key.text.type === undefined) throw new Error("no number is its answer");
  if (more.length > 0) throw new Error("more than one number is right");
  if (whole.length > 0 && earning.length > whole.length) {
    tell("Numbers that were partly right are wrong here.");
  }
  if ((key.weight ?? 100) < 100) tell("Its number was partly right, and is right here.");
  const {
    number: at = 0,
    range = 0,
    numberLow: low = 0,
    numberHigh: high = 0,
  } = key.text;
  const between = key.text.type === "high-low";
  const clean = (value: number) => Number(value.toPrecision(12));
  return {
    kind: "number",
    ...asksIn(read.stem),
    answer: between ? clean((low + high) / 2) : at,
    within: between ? clean(Math.abs(high - low) / 2) : range,
    right: whyOf(feedbackText(key.feedback), true),
    wrong: whyOf(feedbackText(listed.find((one) => !one.isCorrect)?.feedback), false),
  };
}

/** Whether no other number with as many decimals is right. */
function isWrittenOneWay(answer: number, within: number): boolean {
  const [, decimals = ""] = plainNumber(answer).split(".");
  return within < 10 ** -decimals.length;
}

/** The ways to write a number that are read here: `-1600.5` is also `-1,600.5` and `-1600,5`. */
function writings(plain: string): string[] {
  const [whole = "", part] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const forms = [
    plain,
    ...(part ? [`${whole},${part}`, `${grouped}.${part}`] : [grouped]),
  ];
  return [...new Set(forms.flatMap((form) => [form, form.replace("-", "−")]))];
}

/** A number, in files. */
export const numberFile: FiledKind<NumberQuestion, z.infer<typeof form>> = {
  form,
  read(written) {
    const question = withNumbers(written);
    if (question.within >= 0) return question;
    throw new Error('"within" must be a number, 0 or above');
  },
  write({ variants, answer, within, unit, right, wrong }) {
    const { draws, ...rest } = variants ?? {
      ...{ draws: undefined, answer, within, right, wrong },
    };
    return { ...(draws ? { draws } : {}), ...(unit ? { unit } : {}), ...rest };
  },
  gift(question, asks) {
    const unit = question.unit && ` <small>(in ${htmlOf(question.unit)})</small>`;
    const key = `${plainNumber(question.answer)}:${plainNumber(question.within)}`;
    const right = giftLine("=", key, question.right);
    return `${asks}${giftText(unit)}{#\n${right}${giftLine("~", "", question.wrong)}}`;
  },
  fromGift,
  qti(question, asks) {
    const { unit } = question;
    const { answer, within } = question;
    const bound = (name: string, value: number) =>
      element(name, {}, response + base("float", plainNumber(value)));
    // Bounds, since each reader would reckon them in its own way.
    const right = element(
      "and",
      {},
      bound("gte", answer - within) + bound("lte", answer + within),
    );
    const box = { responseIdentifier: "RESPONSE", expectedLength: 12 };
    const line = `${element("textEntryInteraction", box)}${unit && ` ${htmlOf(unit)}`}`;
    return {
      declaration: declaration("single", "float", [plainNumber(answer)]),
      body: paragraph(asks) + element("p", {}, line),
      scoring: scoredBy(right),
      ...twoWords(right, paragraph(question.right), paragraph(question.wrong)),
    };
  },
  qti12({ answer, within, unit, ...words }, _, form) {
    const key = plainNumber(answer);
    const more = unit && ` <small>(in ${htmlOf(unit)})</small>`;
    if (form === "cartridge") {
      if (!isWrittenOneWay(answer, within)) return null;
      return {
        ...{ type: "cc.fib.v0p1", more, responses: typedResponse("String") },
        ...typedParts(
          form,
          writings(key).map((text) => isValue(text)),
          words,
        ),
      };
    }
    const bound = (name: string, value: number) =>
      element(name, { respident: theResponse }, plainNumber(value));
    const range = bound("vargte", answer - within) + bound("varlte", answer + within);
    const near = element("or", {}, isValue(key) + element("and", {}, range));
    return {
      ...{ type: "numerical_question", more, responses: typedResponse("Decimal") },
      ...typedParts(form, [near], words),
    };
  },
  fates: {
    cartridge: {
      as: "right as it is written",
      leftOut: "left out where it may be rounded",
    },
  },
};
