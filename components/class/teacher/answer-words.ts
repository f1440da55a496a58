// What somebody answered, in words for their teacher.

import { parseAnswerText } from "@/content/quiz/answer-text";
import type { Answer } from "@/content/quiz/kinds/kind";
import { type Question, targetsOf } from "@/content/quiz/question";

const gone = "an option that is no longer there";

/** The texts of a question's options or items. */
function textsOf(question: Question): readonly string[] {
  if ("options" in question) return question.options.map(({ text }) => text);
  if (question.kind === "order") return question.items.map(({ text }) => text);
  return question.kind === "match" ? question.pairs.map(({ text }) => text) : [];
}

function wordsOf(question: Question, answer: Answer): string {
  const texts = textsOf(question);
  const named = (at: number) => texts[at] ?? gone;
  switch (answer.kind) {
    case "ticked":
      return answer.options.length === 0
        ? "nothing chosen"
        : answer.options.map(named).join(" + ");
    case "typed": {
      const unit = question.kind === "number" && question.unit;
      return `“${answer.text.trim()}”${unit ? ` ${unit}` : ""}`;
    }
    case "ordered":
      return `order: ${answer.items.map(named).join(", ")}`;
    case "matched": {
      const targets = question.kind === "match" ? targetsOf(question) : [];
      const paired = answer.to.map((to, at) => {
        const target = to === null ? "nothing" : (targets[to] ?? gone);
        return `${named(at)} → ${target}`;
      });
      return paired.join("; ");
    }
    case "predicted":
      return named(answer.option);
  }
}

/** The answer that a text stands for; the text itself where the question is not known. */
export function answerWords(question: Question | undefined, text: string): string {
  const answer = question ? parseAnswerText(text) : null;
  return question && answer ? wordsOf(question, answer) : text;
}
