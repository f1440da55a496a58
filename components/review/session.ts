// One sitting of the review: which questions are asked, and what came of each.
import type { CourseQuestion } from "@/components/quiz/course-questions";
import type { Entry } from "@/content/quiz/answer-book";

/** A question as it is asked this time. */
export type Asked = CourseQuestion & {
  /** Draws its numbers and its order. */
  seed: number;
};

export type Outcome = "right" | "wrong" | "skipped";

export type Session = {
  /** Of the questions left behind, in the order in which they were asked. */
  outcomes: readonly Outcome[];
  /** What came of the question at hand; null until it is answered. */
  judged: "right" | "wrong" | null;
};

export const begun: Session = { outcomes: [], judged: null };

/** The first answer to a question counts; another one only teaches. */
export function afterStep(
  { outcomes, judged }: Session,
  step: "next" | "right" | "wrong",
): Session {
  return step === "next"
    ? { outcomes: [...outcomes, judged ?? "skipped"], judged: null }
    : { outcomes, judged: judged ?? step };
}

/** Another seed for each repetition, and the same until there is an answer to it. */
export const seedAfter = (entry: Entry | undefined): number =>
  entry ? 1 + (Math.floor(entry.at / 1000) % 2_000_000_000) : 0;
