// Questions as GIFT, the text that Moodle and others import.
import { giftHtml, giftText } from "@/content/markup/gift-text";
import { drawn, type Question } from "@/content/quiz/question";
import { filedKinds } from "@/content/quiz/question-file";

/** The particulars of an export of questions to another system. */
export type Exported = {
  /** Of the lesson, or of the course. */
  title: string;
  /** Draws the numbers, and the order of items and pairs. */
  seed: number;
  /** The address of the lesson that asks the question, for what only it can show. */
  placeOf(question: Question): string | null;
};

/** Every text is HTML, said once where the question begins; short answers are plain. */
const format = "[html]";

/** Moodle cannot file all of a question as it is: tags bring the rest back. */
function comment({ id, kind, idea, section }: Question) {
  const tags = [
    `kind:${kind}`,
    `idea:${idea}`,
    ...(section ? [`section:${section}`] : []),
  ];
  const kept = tags.filter((tag) => /^[^\p{Cc}\]]+$/u.test(tag));
  return `// [id:${id}] ${kept.map((tag) => `[tag:${tag}]`).join(" ")}`;
}

/** UTF-8 text. Hints, refuting runs and the drawing of numbers have no place in it. */
export function giftOf(questions: readonly Question[], exported: Exported): string {
  const { title, seed, placeOf } = exported;
  // A slash would begin a category inside the category.
  const category = title.replace(/\s+/g, " ").replaceAll("/", "//");
  const written = questions.map((question) => {
    const asked = drawn(question, seed);
    const { gift, shownHereAlone } = filedKinds[asked.kind];
    const place = shownHereAlone ? placeOf(question) : null;
    const see = place ? ` <a href="${place}">See it in the lesson.</a>` : "";
    const asks = `${giftHtml(asked.asks)}${giftText(see)}`;
    return `${comment(asked)}\n::${asked.id}::${format}${gift(asked, asks)}\n`;
  });
  return `$CATEGORY: $course$/top/${category}\n\n${written.join("\n")}`;
}
