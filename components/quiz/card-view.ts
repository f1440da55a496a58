// The state that a question's card shows, told from what is kept and from the turn at hand.
import type { Entry } from "@/content/quiz/answer-book";
import type { Answer } from "@/content/quiz/kinds/kind";
import {
  type Feedback,
  feedbackOn,
  type Kind,
  kinds,
  type Presented,
  present,
  type Question,
  readAnswer,
} from "@/content/quiz/question";

/** An answer that was judged. */
type ExplainedAnswer = { answer: Answer; feedback: Feedback };

/** An answer that is being made. */
export type Turn = {
  seed: number;
  /** Null before the first move. */
  answer: Answer | null;
  /** The wrong answer that it starts from, for kinds that keep what was right. */
  from: ExplainedAnswer | null;
};

type CardView = {
  presented: Presented;
  answer: Answer;
  /** While an answer is made: of what it keeps from the one before. */
  feedback: Feedback | null;
  judged: boolean;
};

/** Feedback on the parts that were right and still stand where they stood. */
function stillRight(
  kind: Kind,
  { answer: before, feedback }: ExplainedAnswer,
  answer: Answer,
) {
  const { standing } = kinds[kind];
  const parts = [...feedback.parts].filter(
    ([id, { right }]) => right && standing?.(before, id) === standing?.(answer, id),
  );
  return { right: false, says: "", parts: new Map(parts) };
}

/** The kept answer, shown with the numbers that it was given to; or else the turn. */
export function cardView(
  question: Question,
  seed: number,
  kept: Entry | null,
  turn: Turn | null,
): CardView {
  const latest = turn || !kept ? null : readAnswer(question, kept.latest);
  const own = latest?.kind === "typed" ? (latest.seed ?? 0) : seed;
  const presented = present(question, turn?.seed ?? own);
  const { empty, fits } = kinds[question.kind];
  if (latest && fits(presented, latest)) {
    const feedback = feedbackOn(question, latest);
    return { presented, answer: latest, feedback, judged: true };
  }
  const answer = turn?.answer ?? empty(presented);
  const feedback = turn?.from ? stillRight(question.kind, turn.from, answer) : null;
  return { presented, answer, feedback, judged: false };
}

/** The turn after a wrong answer: of some kinds it keeps some of it. */
export function turnAfter({ presented, answer, feedback }: CardView): Turn {
  const { seed, kind } = presented;
  const next = feedback && kinds[kind].retry?.(answer, feedback);
  return next
    ? { seed, answer: next, from: { answer, feedback } }
    : { seed, answer: null, from: null };
}

/** The next seed after one whose numbers differ from those shown. */
export function otherSeed(question: Question, seed: number): number {
  const now = present(question, seed).asks;
  const next = Array.from({ length: 30 }, (_, at) => seed + 1 + at);
  return next.find((one) => present(question, one).asks !== now) ?? seed + 1;
}

const ordinals = ["second", "third", "fourth", "fifth", "sixth"];

const firstCounts = "Your first answer is what the statistics count.";

/** The verdict on the latest answer to a question, in a sentence or two. */
export function verdictText(kind: Kind, { firstRight, right, tries }: Entry): string {
  if (!right) return kinds[kind].notYet ?? "Not right yet.";
  const helped = tries.at(-1)?.grade === "helped";
  if (firstRight) return helped ? "Right, with a hint." : "Right.";
  const ordinal = ordinals[tries.length - 2];
  const when = ordinal ? `at the ${ordinal} try` : "this time";
  return `Right, ${when}. ${firstCounts}`;
}
