import type { Answer } from "@/content/quiz/kinds/kind";
import type { Posed } from "@/content/quiz/question";

/** The answer to a posed question before anything is chosen, moved or typed. */
export function emptyAnswer(posed: Posed): Answer {
  switch (posed.kind) {
    case "number":
    case "blank":
      return { kind: "typed", text: "" };
    case "order":
      return { kind: "ordered", items: posed.items.map((_, at) => at) };
    case "match":
      return { kind: "matched", to: posed.items.map(() => null) };
    default:
      return { kind: "ticked", options: [] };
  }
}

/**
 * Whether an answer can be shown in a posed question: one that was kept before the
 * question was rewritten may not.
 */
export function fits(posed: Posed, answer: Answer): boolean {
  switch (answer.kind) {
    case "typed":
      return posed.kind === "number" || posed.kind === "blank";
    case "ordered":
      return (
        posed.kind === "order" &&
        posed.items.every((_, at) => answer.items.includes(at)) &&
        answer.items.length === posed.items.length
      );
    case "matched":
      return (
        posed.kind === "match" &&
        answer.to.length === posed.items.length &&
        answer.to.every((target) => target === null || target in posed.targets)
      );
    case "ticked":
      return "options" in posed && answer.options.every((at) => at in posed.options);
    case "predicted":
      return posed.kind === "predict" && answer.option in posed.options;
  }
}
