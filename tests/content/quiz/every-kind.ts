// One question of every kind, as an author writes them.
import type { Kind, Question } from "@/content/quiz/question";
import { parseQuestions } from "@/content/quiz/question-file";

/** The questions as their author wrote them, without anything that goes without saying. */
export const everyKindText = `
- id: a-one
  kind: one
  idea: features
  asks: Which?
  hints: [Look closely., Look again.]
  options:
    - { text: This, why: No., refuted: loss/squared-falls }
    - { text: That, why: Yes., right: true }
    - { text: Neither, why: Not at all. }
- id: a-several
  kind: several
  idea: features
  asks: Which ones?
  options:
    - { text: This, why: Yes., right: true }
    - { text: That, why: No. }
    - { text: And this, why: Yes again., right: true }
- id: a-point
  kind: point
  idea: layers
  asks: Where?
  figure: network-parts
  options:
    - { text: Here, spot: input, why: No. }
    - { text: There, spot: output, why: Yes., right: true }
- id: a-predict
  kind: predict
  idea: reading-curves
  asks: What will come of it?
  run: loss/squared-falls
  look: The curve.
  options:
    - { text: It falls, why: It did., when: trainLoss < 0.5, right: true }
    - { text: It stays, why: It did not., when: trainLoss >= 0.5 }
- id: a-number
  kind: number
  idea: counting-weights
  asks: "How many are {{a}} times {{b}}?"
  draws: { a: { from: 2, to: 9, step: 1 }, b: { of: [10, 100, 20000] } }
  answer: a * b
  within: 0.01 * a
  unit: weights
  right: "{{a}} × {{b}} = {{a * b}}."
  wrong: Multiply.
- id: a-blank
  kind: blank
  idea: passes
  asks: One look at all examples is a ___ of the training.
  accepts: [pass, one pass]
  misses: [{ text: step, why: A pass holds many steps. }]
  right: So it is.
  wrong: Read again.
- id: an-order
  kind: order
  idea: gradient-step
  asks: In which order?
  items:
    - { text: First, why: It begins. }
    - { text: Second, why: It follows. }
    - { text: Third, why: It ends. }
- id: a-match
  kind: match
  idea: loss-functions
  asks: What belongs together?
  pairs:
    - { text: squared, to: steep, why: It grows. }
    - { text: absolute, to: straight, why: It does not bend. }
    - { text: hinge, to: straight, why: Nor does it. }
`;

export const everyKind = parseQuestions(everyKindText, "every-kind.yaml");

/** The one question of a kind. */
export function questionOf<K extends Kind>(kind: K): Extract<Question, { kind: K }> {
  const found = everyKind.find((question) => question.kind === kind);
  if (found?.kind !== kind) throw new Error(`no question of kind ${kind}`);
  return found as Extract<Question, { kind: K }>;
}
