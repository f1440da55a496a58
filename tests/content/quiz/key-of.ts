// The right answer to a question, told from what its file holds.
import type { Answer } from "@/content/quiz/kinds/kind";
import type { Question } from "@/content/quiz/question";

/** For the numbers of seed 0. */
export function keyOf(question: Question): Answer {
  switch (question.kind) {
    case "number":
      return { kind: "typed", text: String(question.answer) };
    case "blank":
      return { kind: "typed", text: question.accepts[0] ?? "" };
    case "order":
      return { kind: "ordered", items: question.items.map(({ id }) => id) };
    case "match": {
      const to = question.pairs.map(({ id, target }) => [id, target] as const);
      return { kind: "matched", to: new Map(to) };
    }
    default: {
      const options = question.options.flatMap(({ id, right }) => (right ? [id] : []));
      return { kind: "ticked", options };
    }
  }
}
