// What a question's card shows, told from what is kept and from the turn at hand.

import type { Entry } from "@/content/quiz/answer-book";
import type { Answer } from "@/content/quiz/kinds/kind";
import {
  type Feedback,
  feedbackOn,
  type Posed,
  posed,
  type Question,
  shown,
} from "@/content/quiz/question";
import { emptyAnswer, fits } from "./empty-answer";

/** An answer that was judged: positions as shown. */
type Judged = { answer: Answer; feedback: Feedback };

/** An answer that is being made. */
export type Turn = {
  seed: number;
  /** In positions as shown; null before the first move. */
  answer: Answer | null;
  /** The wrong answer that it starts from, for kinds that keep what was right. */
  from: Judged | null;
};

export type CardView = {
  seed: number;
  posed: Posed;
  answer: Answer;
  /** While an answer is made: of what it keeps from the one before. */
  feedback: Feedback | null;
  judged: boolean;
};

/** Where a part of an answer stands: its place in an order, its target in a matching. */
function standingOf(answer: Answer, part: number): number | null {
  if (answer.kind === "ordered") return answer.items.indexOf(part);
  return answer.kind === "matched" ? (answer.to[part] ?? null) : null;
}

/** What was said of the parts that were right and still stand where they stood. */
function stillRight({ answer: before, feedback }: Judged, answer: Answer): Feedback {
  const parts = feedback.parts.map((part, at) =>
    part?.right && standingOf(before, at) === standingOf(answer, at) ? part : null,
  );
  return { right: false, says: "", parts };
}

/** The kept answer, shown with the numbers that it was given to; or else the turn. */
export function cardView(
  question: Question,
  seed: number,
  kept: Entry | null,
  turn: Turn | null,
): CardView {
  const latest = turn ? null : (kept?.latest ?? null);
  const own = latest?.kind === "typed" ? (latest.seed ?? 0) : seed;
  const drawnBy = turn?.seed ?? own;
  const asked = posed(question, drawnBy);
  const answer = latest && shown(question, drawnBy, latest);
  if (latest && answer && fits(asked, answer)) {
    const feedback = feedbackOn(question, drawnBy, latest);
    return { seed: drawnBy, posed: asked, answer, feedback, judged: true };
  }
  const draft = turn?.answer ?? emptyAnswer(asked);
  const feedback = turn?.from ? stillRight(turn.from, draft) : null;
  return { seed: drawnBy, posed: asked, answer: draft, feedback, judged: false };
}

/**
 * The turn after a wrong answer. An order stays as it was, a matching keeps what was
 * right; everything else starts empty.
 */
export function turnAfter({ seed, answer, feedback }: CardView): Turn {
  if (!feedback || (answer.kind !== "ordered" && answer.kind !== "matched")) {
    return { seed, answer: null, from: null };
  }
  const from = { answer, feedback };
  if (answer.kind === "ordered") return { seed, answer, from };
  const to = answer.to.map((target, at) => (feedback.parts[at]?.right ? target : null));
  return { seed, answer: { kind: "matched", to }, from };
}

/** The next seed after one whose numbers differ from those shown. */
export function otherSeed(question: Question, seed: number): number {
  const now = posed(question, seed).asks;
  const next = Array.from({ length: 30 }, (_, at) => seed + 1 + at);
  return next.find((one) => posed(question, one).asks !== now) ?? seed + 1;
}
