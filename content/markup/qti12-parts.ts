// The parts that every QTI 1.2 item is made of, in the two forms that are written: as Canvas
// writes its quizzes (https://github.com/instructure/canvas-lms, lib/cc/qti/qti_items.rb, read
// in November 2026), and by the profile of a Common Cartridge, which has few of the types and
// conditions: https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_infov1p2.html and
// https://www.imsglobal.org/cc/ccv1p3/imscc_profilev1p3-Implementation.html
import { element, htmlOf, xmlText } from "./markup";

/** What the file is for. */
export type Qti12Form = "canvas" | "cartridge";

/** The parts of an item that depend on its kind. */
export type Qti12Parts = {
  /** Its type: a name of Canvas's, or of the profile's. */
  type: string;
  /** HTML behind the question; left out: none. */
  more?: string;
  /** Stands under the question. */
  responses: string;
  /** Read from the first on; one that holds and says so is the last. SCORE is 100 at most. */
  conditions: readonly string[];
  /** Texts, by the names that conditions show them by. */
  words: readonly (readonly [ident: string, html: string])[];
};

/** Names that Canvas knows: said of a right answer, of a wrong one, and of any. */
export const said = {
  right: "correct_fb",
  wrong: "general_incorrect_fb",
  always: "general_fb",
} as const;

/** The one response of most kinds. */
export const theResponse = "response1";

/** HTML as the text of an element: importers unpack it. */
export const material = (html: string) =>
  element("material", {}, element("mattext", { texttype: "text/html" }, xmlText(html)));

/** Text that stands in a list to choose from. */
export const plainMaterial = (text: string) =>
  element("material", {}, element("mattext", { texttype: "text/plain" }, xmlText(text)));

/** Something to choose; `inner` is its material. */
export const label = (ident: string, inner: string) =>
  element("response_label", { ident }, inner);

/** A box for what is typed. */
export const typedResponse = (fibtype: "String" | "Decimal") =>
  element(
    "response_str",
    { ident: theResponse, rcardinality: "Single" },
    element("render_fib", { fibtype }, label("answer1", "")),
  );

/** The condition of a response that is, or holds, a value. */
export const isValue = (value: string, respident = theResponse) =>
  element("varequal", { respident, case: "No" }, xmlText(value));

/** The condition of a response at all, where those before it did not hold. */
export const isAnswered = (form: Qti12Form, respident = theResponse) =>
  form === "cartridge"
    ? element("other", {})
    : element("not", {}, element("unanswered", { respident }));

type Effects = {
  /** Points, of 100. */
  points?: { action: "Set" | "Add"; value: number };
  /** The name of a text that is shown. */
  shows?: string;
  /** No condition after it is read. */
  last?: boolean;
};

/** A condition and what comes of it. */
export const when = (condition: string, { points, shows, last = false }: Effects) =>
  element(
    "respcondition",
    { continue: last ? "No" : "Yes" },
    element("conditionvar", {}, condition) +
      (points
        ? element(
            "setvar",
            { varname: "SCORE", action: points.action },
            String(points.value),
          )
        : "") +
      (shows
        ? element("displayfeedback", { feedbacktype: "Response", linkrefid: shows })
        : ""),
  );

const whole = { points: { action: "Set", value: 100 }, last: true } as const;

/** All the points for what is right. */
export const right = (condition: string, shows?: string) =>
  when(condition, { ...whole, ...(shows === undefined ? {} : { shows }) });

/** What is typed: each of the conditions is right, and what is said then or else. */
export const typedParts = (
  form: Qti12Form,
  conditions: readonly string[],
  words: { right: string; wrong: string },
) => ({
  conditions: [
    ...conditions.map((condition) => right(condition, said.right)),
    when(isAnswered(form), { shows: said.wrong, last: true }),
  ],
  words: [
    [said.right, htmlOf(words.right)],
    [said.wrong, htmlOf(words.wrong)],
  ] as const,
});

/** Left-hand sides, each with a list of right-hand sides to choose from. */
export function matchParts(
  pairs: readonly { text: string; to: string }[],
  targets: readonly string[],
  whys: string,
): Qti12Parts {
  const name = (at: number) => `response_${at + 1}`;
  const labels = targets.map((target, at) => label(`${at + 1}`, plainMaterial(target)));
  const choice = element("render_choice", {}, labels.join(""));
  const value = Math.ceil(1e12 / pairs.length) / 1e10;
  const conditions = pairs.map(({ to }, at) =>
    when(isValue(`${targets.indexOf(to) + 1}`, name(at)), {
      points: { action: "Add", value },
    }),
  );
  return {
    type: "matching_question",
    responses: pairs
      .map(({ text }, at) =>
        element("response_lid", { ident: name(at) }, material(htmlOf(text)) + choice),
      )
      .join(""),
    conditions: [
      ...conditions,
      when(isAnswered("canvas", name(0)), { shows: said.always }),
    ],
    words: [[said.always, whys]],
  };
}
