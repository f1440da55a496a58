import {
  giftHtml,
  giftText,
  giftTyped,
  plainNumber,
  shares,
} from "@/content/markup/gift-text";
import { htmlOf } from "@/content/markup/markup";
import { drawn, type Option, type Question } from "@/content/quiz/question";

// Questions as GIFT, the text that Moodle and others import.

/** Every text is HTML, said once where the question begins; short answers are plain. */
const format = "[html]";

/** What Moodle cannot file with a question as it is: tags bring it back. */
function comment({ id, kind, idea, section }: Question) {
  const tags = [
    `kind:${kind}`,
    `idea:${idea}`,
    ...(section ? [`section:${section}`] : []),
  ];
  const kept = tags.filter((tag) => /^[^\p{Cc}\]]+$/u.test(tag));
  return `// [id:${id}] ${kept.map((tag) => `[tag:${tag}]`).join(" ")}`;
}

const line = (mark: string, text: string, why: string) =>
  `\t${mark}${text}#${giftHtml(why)}\n`;

function single(options: readonly Option[]) {
  return options.map(({ text, right, why }) =>
    line(right ? "=" : "~", giftHtml(text), why),
  );
}

/** Ticking everything gives nothing, as ticking nothing does. */
function several(options: readonly Option[]) {
  const right = shares(options.filter((option) => option.right).length);
  const wrong = shares(options.filter((option) => !option.right).length);
  return options.map((option) => {
    const share = option.right ? right.shift() : `-${wrong.shift()}`;
    return line(`~%${share}%`, giftHtml(option.text), option.why);
  });
}

/** GIFT has no feedback for each match: a list in that of the whole question holds them. */
function whys(parts: readonly { text: string; why: string }[]) {
  const items = parts.map(({ text, why }) => {
    return `<li><b>${htmlOf(text)}</b> ${htmlOf(why)}</li>`;
  });
  return `\t####${giftText(`<ol>${items.join("")}</ol>`)}\n`;
}

const matches = (parts: readonly { text: string; to: string; why: string }[]) => [
  ...parts.map(({ text, to }) => `\t=${giftHtml(text)} -> ${giftText(to)}\n`),
  whys(parts),
];

/** The text before and after the blank: only one space may touch its braces unmarked. */
function aroundBlank(asks: string): [before: string, after: string] {
  const [before = "", ...rest] = asks.split("___");
  const after = rest.join("___");
  return [
    /\p{L} $/u.test(before) ? giftHtml(before) : `${giftHtml(before)}<wbr/>`,
    /^ \p{L}/u.test(after) ? giftText(htmlOf(after)) : `<wbr/>${giftText(htmlOf(after))}`,
  ];
}

function blank(question: Extract<Question, { kind: "blank" }>) {
  const { accepts, misses, right, wrong } = question;
  const answer = (share: number, text: string, why: string) =>
    `=%${share}%${text}#${giftHtml(why)} `;
  const answers = [
    ...accepts.map((text) => answer(100, giftTyped(text), right)),
    ...misses.map(({ text, why }) => answer(0, giftTyped(text), why)),
    answer(0, "*", wrong),
  ];
  const [before, after] = aroundBlank(question.asks);
  return `${before}{${answers.join("").trim()}}${after}`;
}

function body(question: Question, place: string | null): string {
  const see = place && ` <a href="${place}">See it in the lesson.</a>`;
  const asks = `${giftHtml(question.asks)}${giftText(see ?? "")}`;
  const listed = (answers: readonly string[]) => `${asks}{\n${answers.join("")}}`;
  switch (question.kind) {
    case "number": {
      const unit = question.unit && ` <small>(in ${htmlOf(question.unit)})</small>`;
      const key = `${plainNumber(question.answer)}:${plainNumber(question.within)}`;
      const right = line("=", key, question.right);
      return `${asks}${giftText(unit)}{#\n${right}${line("~", "", question.wrong)}}`;
    }
    case "blank":
      return blank(question);
    case "order": {
      const places = question.items.map((item, at) => ({ ...item, to: String(at + 1) }));
      return listed(matches(places));
    }
    case "match":
      return listed(matches(question.pairs));
    case "several":
      return listed(several(question.options));
    default:
      return listed(single(question.options));
  }
}

/** UTF-8 text. Hints, refuting runs and the drawing of numbers have no place in it. */
export function giftOf(questions: readonly Question[], exported: Exported): string {
  const { title, seed, placeOf } = exported;
  // A slash would begin a category inside the category.
  const category = title.replace(/\s+/g, " ").replaceAll("/", "//");
  const written = questions.map((question) => {
    const asked = drawn(question, seed);
    const seen = question.kind === "point" || question.kind === "predict";
    const place = seen ? placeOf(question) : null;
    return `${comment(asked)}\n::${asked.id}::${format}${body(asked, place)}\n`;
  });
  return `$CATEGORY: $course$/top/${category}\n\n${written.join("\n")}`;
}

/** What is said of the questions that leave for another system. */
export type Exported = {
  /** Of the lesson, or of the course. */
  title: string;
  /** Draws the numbers, and the order of what is to be ordered or matched. */
  seed: number;
  /** The address of the lesson that asks the question, for what only it can show. */
  placeOf(question: Question): string | null;
};
