// Blanks to fill, in files.
import type { GIFTQuestion } from "gift-pegjs";
import * as z from "zod";
import {
  feedbackText,
  giftHtml,
  giftText,
  giftTyped,
  typedText,
  withBlank,
} from "@/content/markup/gift-text";
import { cleanText, element, htmlOf } from "@/content/markup/markup";
import {
  base,
  decide,
  declaration,
  mapping,
  named,
  paragraph,
  response,
  scoredBy,
  set,
} from "@/content/markup/qti-parts";
import { isValue, typedParts, typedResponse } from "@/content/markup/qti12-parts";
import { type BlankQuestion, blankText } from "./blank";
import { type FiledKind, head, type Tell, text, whyOf } from "./filed-kind";

const withGap = text.includes("___", "must hold the blank, written ___");

const form = z.strictObject({
  ...head,
  kind: z.literal("blank"),
  asks: withGap,
  reworded: withGap.exactOptional(),
  accepts: z.array(text).min(1, "needs a right text").max(20),
  misses: z
    .array(z.strictObject({ text, why: text }))
    .max(20)
    .default([]),
  right: text,
  wrong: text,
});

/** The text before and after the blank: only one space may touch its braces unmarked. */
function aroundBlank(asks: string): [before: string, after: string] {
  const [before = "", ...rest] = asks.split("___");
  const after = rest.join("___");
  return [
    /\p{L} $/u.test(before) ? giftHtml(before) : `${giftHtml(before)}<wbr/>`,
    /^ \p{L}/u.test(after) ? giftText(htmlOf(after)) : `<wbr/>${giftText(htmlOf(after))}`,
  ];
}

function fromGift(read: GIFTQuestion, tell: Tell) {
  if (read.type !== "Short") return null;
  const { choices } = read;
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
      misses.push({ text: typed, why: whyOf(why, false) });
    }
  }
  const first = choices.find(({ weight }) => weight === null || weight > 0);
  const right = whyOf(feedbackText(first?.feedback), true);
  const asks = withBlank(read.stem, read.hasEmbeddedAnswers);
  return { kind: "blank", asks, accepts, misses, right, wrong: whyOf(wrong, false) };
}

/** The forms of one character that a blank takes for the same. */
function sameCharacters(character: string): string {
  const cases = [character, character.toLowerCase(), character.toUpperCase()];
  const forms = [...cases, "'", "’", "‘"]
    .flatMap((form) => [form, form.normalize("NFD")])
    .filter((form) => blankText(form) === blankText(character));
  const written = [...new Set(forms)].map((form) =>
    // A dollar sign ends a line for some, and cannot be marked for others.
    form.replace(/[\\|.?*+(){}[\]^]/g, "\\$&").replaceAll("$", "[$]"),
  );
  return written.length > 1 ? `(${written.join("|")})` : (written[0] ?? "");
}

/**
 * The condition of a text that a blank takes for this one, whatever its case and spaces, as a
 * regular expression of XML Schema: https://www.w3.org/TR/xmlschema-2/#regexs
 */
function isTyped(text: string): string {
  const pattern = (form: string) =>
    form
      .trim()
      .split(/\s+/u)
      .map((word) => [...word].map(sameCharacters).join(""))
      .join("\\s+");
  const forms = [
    ...new Set([text.normalize("NFKC"), text].map((form) => pattern(cleanText(form)))),
  ];
  const whole = forms.length > 1 ? `(${forms.join("|")})` : forms.join("");
  return element("patternMatch", { pattern: `\\s*${whole}\\s*` }, response);
}

const oneWord = { as: "one explanation of all wrong texts" };

/** A blank, in files. */
export const blankFile: FiledKind<BlankQuestion, z.infer<typeof form>> = {
  form,
  read: (written) => written,
  write: ({ accepts, misses, right, wrong }) => ({
    accepts,
    ...(misses.length > 0 ? { misses } : {}),
    ...{ right, wrong },
  }),
  gift({ asks, accepts, misses, right, wrong }) {
    const answer = (share: number, text: string, why: string) =>
      `=%${share}%${text}#${giftHtml(why)} `;
    const answers = [
      ...accepts.map((text) => answer(100, giftTyped(text), right)),
      ...misses.map(({ text, why }) => answer(0, giftTyped(text), why)),
      answer(0, "*", wrong),
    ];
    const [before, after] = aroundBlank(asks);
    return `${before}{${answers.join("").trim()}}${after}`;
  },
  fromGift,
  qti({ asks, accepts, misses, right, wrong }) {
    const [before = "", ...rest] = asks.split("___");
    const length = Math.max(...accepts.map((text) => text.length));
    const box = { responseIdentifier: "RESPONSE", expectedLength: length };
    const entry = element("textEntryInteraction", box);
    const said = (identifier: string) => set("FEEDBACK", base("identifier", identifier));
    const isRight = element("or", {}, accepts.map(isTyped).join(""));
    const missed = misses.map(({ text }, at): [string, string] => [
      isTyped(text),
      said(named("MISS", at)),
    ]);
    const key = mapping(
      accepts.map((text) => [text, 1]),
      true,
    );
    return {
      declaration: declaration("single", "string", accepts.slice(0, 1), key),
      body: element("p", {}, `${htmlOf(before)}${entry}${htmlOf(rest.join("___"))}`),
      scoring: scoredBy(isRight),
      cardinality: "single",
      feedback: decide([[isRight, said("RIGHT")], ...missed], said("WRONG")),
      words: [
        ["RIGHT", paragraph(right)],
        ["WRONG", paragraph(wrong)],
        ...misses.map(({ why }, at) => [named("MISS", at), paragraph(why)] as const),
      ],
    };
  },
  qti12({ accepts, right, wrong }, _, form) {
    const types = { canvas: "short_answer_question", cartridge: "cc.fib.v0p1" };
    return {
      type: types[form],
      responses: typedResponse("String"),
      ...typedParts(
        form,
        accepts.map((text) => isValue(text)),
        { right, wrong },
      ),
    };
  },
  fates: { canvas: oneWord, cartridge: oneWord },
};
