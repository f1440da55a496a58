// One question as gift-pegjs reads it, in the kinds that the course has.
import type {
  GIFTQuestion,
  Matching,
  MultipleChoice,
  Numerical,
  ShortAnswer,
  TextChoice,
  TrueFalse,
} from "gift-pegjs";
import {
  asked,
  feedbackText,
  listedWhys,
  matchText,
  plainText,
  typedText,
  withBlank,
} from "../markup/gift-text";
import type {
  Blank,
  Choice,
  Matching as Match,
  Ordering,
  Question,
} from "../quiz/question";

type Head = "id" | "idea" | "section" | "hints";

/** A question but for its head. */
export type Draft = Question extends infer Q
  ? Q extends Question
    ? Omit<Q, Head>
    : never
  : never;

/** Takes down what is lost, in sentences. */
export type Tell = (says: string) => void;

const says = (why: string, right: boolean) =>
  why || (right ? "This is right." : "This is not right.");

function choice({ choices }: MultipleChoice, tell: Tell): Choice {
  const several = !choices.some(({ isCorrect }) => isCorrect);
  const isRight = ({ isCorrect, weight }: TextChoice) =>
    several ? (weight ?? 0) > 0 : isCorrect;
  const right = choices.filter(isRight);
  if (right.length === 0) throw new Error("no answer of it is right");
  if (!several && right.length > 1) {
    throw new Error("one of several right answers is enough, which no kind here allows");
  }
  const partly = several
    ? new Set(right.map(({ weight }) => weight)).size > 1
    : choices.some(({ isCorrect, weight }) => !isCorrect && (weight ?? 0) > 0);
  if (partly) tell("Its weights are not kept: an answer here is right or wrong.");
  const options = choices.map((one) => ({
    text: plainText(one.text),
    right: isRight(one),
    why: says(feedbackText(one.feedback), isRight(one)),
    refuted: null,
  }));
  return { kind: several ? "several" : "one", options };
}

/** The first feedback is said of the wrong answer, as in Moodle, whatever its name. */
function truth({ isTrue, trueFeedback, falseFeedback }: TrueFalse): Choice {
  const option = (text: string, right: boolean) => {
    const why = says(feedbackText(right ? falseFeedback : trueFeedback), right);
    return { text, right, why, refuted: null };
  };
  return { kind: "one", options: [option("True", isTrue), option("False", !isTrue)] };
}

function blank({ choices }: ShortAnswer, tell: Tell): Blank {
  const accepts: string[] = [];
  const misses: { text: string; why: string }[] = [];
  let wrong = "";
  for (const { text, weight, feedback } of choices) {
    const why = feedbackText(feedback);
    const typed = typedText(text.text);
    if (text.text === "*" && weight === 0) wrong = why;
    else if (typed === null)
      tell(`“${text.text}” stands for many texts, and is left out.`);
    else if (weight === null || weight === 100) accepts.push(typed);
    else {
      if (weight > 0) tell(`“${typed}” was partly right, and is wrong here.`);
      misses.push({ text: typed, why: says(why, false) });
    }
  }
  const first = choices.find(({ weight }) => weight === null || weight > 0);
  const right = says(feedbackText(first?.feedback), true);
  return { kind: "blank", accepts, misses, right, wrong: says(wrong, false) };
}

function number({ choices }: Numerical, tell: Tell) {
  const listed = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const [key, ...more] = listed.filter((one) => one.isCorrect && one.weight !== 0);
  if (!key || key.text.type === undefined) throw new Error("no number is its answer");
  if (more.length > 0) throw new Error("more than one number is right");
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
    kind: "number" as const,
    answer: between ? clean((low + high) / 2) : at,
    within: between ? clean(Math.abs(high - low) / 2) : range,
    right: says(feedbackText(key.feedback), true),
    wrong: says(feedbackText(listed.find((one) => !one.isCorrect)?.feedback), false),
    variants: null,
  };
}

function matching(question: Matching, ordered: boolean, tell: Tell): Match | Ordering {
  const { matchPairs, globalFeedback } = question;
  const whole = matchPairs.filter(({ subquestion }) => subquestion.text !== "");
  if (whole.length < matchPairs.length) tell("Answers that match nothing are left out.");
  const whys = listedWhys(globalFeedback, whole.length);
  const pairs = whole.map(({ subquestion, subanswer }, at) => ({
    text: plainText(subquestion),
    to: matchText(subanswer),
    why: says(whys[at] ?? "", true),
  }));
  const places = pairs.map(({ to }) => Number(to)).sort((one, other) => one - other);
  if (!ordered || places.some((place, at) => place !== at + 1)) {
    return { kind: "match", pairs };
  }
  const sorted = pairs.toSorted((one, other) => Number(one.to) - Number(other.to));
  return { kind: "order", items: sorted.map(({ text, why }) => ({ text, why })) };
}

/** Throws an Error that says why where the course has no such kind. */
export function draftOf(question: GIFTQuestion, tell: Tell): Draft {
  const kept = question.type === "Matching" || question.type === "Category";
  if (!kept && "globalFeedback" in question && question.globalFeedback) {
    tell("Its general feedback is left out.");
  }
  switch (question.type) {
    case "MC":
      return { asks: asked(question.stem).asks, ...choice(question, tell) };
    case "TF":
      return { asks: asked(question.stem).asks, ...truth(question) };
    case "Short": {
      const asks = withBlank(question.stem, question.hasEmbeddedAnswers);
      return { asks, ...blank(question, tell) };
    }
    case "Numerical":
      return { ...asked(question.stem), ...number(question, tell) };
    case "Matching": {
      const ordered = question.tags?.includes("kind:order") ?? false;
      return { asks: asked(question.stem).asks, ...matching(question, ordered, tell) };
    }
    case "Essay":
      throw new Error("it asks for an essay, which nobody here would read");
    default:
      throw new Error("it asks nothing: it only describes");
  }
}
