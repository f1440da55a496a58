import type { Answer } from "@/content/answer";
import type { Feedback } from "@/content/feedback";
import type { Posed } from "@/content/posed";

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
