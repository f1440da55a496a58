import type { Question } from "@/content/quiz/question";

/** Every text of a question that somebody reads. */
export function wordsOf(question: Question): string[] {
  const parts = (): string[] => {
    switch (question.kind) {
      case "number":
        return [question.right, question.wrong, question.unit];
      case "blank":
        return [
          ...[question.right, question.wrong, ...question.accepts],
          ...question.misses.flatMap(({ text, why }) => [text, why]),
        ];
      case "order":
        return question.items.flatMap(({ text, why }) => [text, why]);
      case "match":
        return question.pairs.flatMap(({ text, to, why }) => [text, to, why]);
      default:
        return [
          ...(question.kind === "predict" ? [question.look] : []),
          ...question.options.flatMap(({ text, why }) => [text, why]),
        ];
    }
  };
  const reworded = question.reworded === undefined ? [] : [question.reworded];
  return [question.asks, ...reworded, ...question.hints, ...parts()];
}
