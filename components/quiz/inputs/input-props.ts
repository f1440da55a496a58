import type { Answer } from "@/content/quiz/kinds/kind";
import type { Feedback, Posed } from "@/content/quiz/question";

/** What the input of a posed question is given; all positions are those shown. */
export type InputProps<Kind extends Posed["kind"] = Posed["kind"]> = {
  posed: Extract<Posed, { kind: Kind }>;
  answer: Answer;
  /** Null until the answer is judged; in graded use always. */
  feedback: Feedback | null;
  /** The answer may not be changed now. */
  locked: boolean;
  /** Begins the ids, and ties radio buttons together. */
  name: string;
  onAnswer(answer: Answer): void;
};
