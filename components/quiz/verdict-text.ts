import type { Entry } from "@/content/quiz/answer-book";
import type { Kind } from "@/content/quiz/question";

const ordinals = ["second", "third", "fourth", "fifth", "sixth"];

const wrongly: Partial<Record<Kind, string>> = {
  several: "Not quite: some ticks differ.",
  order: "Not in order yet.",
  match: "Not quite: some belong elsewhere.",
  predict: "Your run came out otherwise.",
};

const firstCounts = "Your first answer is what the statistics count.";

/** What is said of the latest answer to a question, in a sentence or two. */
export function verdictText(kind: Kind, { firstRight, right, tries }: Entry): string {
  if (!right) return wrongly[kind] ?? "Not right yet.";
  const helped = tries.at(-1)?.grade === "helped";
  if (firstRight) return helped ? "Right, with a hint." : "Right.";
  const ordinal = ordinals[tries.length - 2];
  const when = ordinal ? `at the ${ordinal} try` : "this time";
  return `Right, ${when}. ${firstCounts}`;
}
