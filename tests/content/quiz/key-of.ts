// The right answer to a question, told from what its file holds.
import type { Answer } from "@/content/quiz/kinds/kind";
import { type Question, targetsOf } from "@/content/quiz/question";

/** In positions of the file, for the numbers of seed 0. */
export function keyOf(question: Question): Answer {
  switch (question.kind) {
    case "number":
      return { kind: "typed", text: String(question.answer) };
    case "blank":
      return { kind: "typed", text: question.accepts[0] ?? "" };
    case "order":
      return { kind: "ordered", items: question.items.map((_, at) => at) };
    case "match": {
      const targets = targetsOf(question);
      return { kind: "matched", to: question.pairs.map(({ to }) => targets.indexOf(to)) };
    }
    default: {
      const options = question.options.flatMap(({ right }, at) => (right ? [at] : []));
      return { kind: "ticked", options };
    }
  }
}
