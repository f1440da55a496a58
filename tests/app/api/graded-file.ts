// A bank of graded questions: each text that tells an answer bears the marker.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseQuestions } from "@/content/quiz/question-file";

/** In every text that no learner may see. */
export const marker = "KEPT-BACK";

export const bankYaml = `
- id: bank-one
  kind: one
  idea: features
  asks: Which?
  hints: [${marker} hint]
  options:
    - { text: This, why: ${marker} no }
    - { text: That, why: ${marker} yes, right: true }
    - { text: Neither, why: ${marker} no, refuted: loss/squared-falls }
- id: bank-number
  kind: number
  idea: counting-weights
  asks: "How many are {{a}} times {{b}}?"
  draws: { a: { from: 2, to: 9, step: 1 }, b: { from: 11, to: 99, step: 1 } }
  answer: a * b
  within: 0
  unit: weights
  right: ${marker} {{a * b}}
  wrong: ${marker} wrong
- id: bank-blank
  kind: blank
  idea: passes
  asks: One look at all examples is a ___.
  accepts: [${marker} pass]
  misses: [{ text: ${marker} step, why: ${marker} steps }]
  right: ${marker} right
  wrong: ${marker} wrong
- id: bank-order
  kind: order
  idea: gradient-step
  asks: In which order?
  items:
    - { text: Apple, why: ${marker} 1 }
    - { text: Pear, why: ${marker} 2 }
    - { text: Plum, why: ${marker} 3 }
    - { text: Quince, why: ${marker} 4 }
- id: bank-match
  kind: match
  idea: loss-functions
  asks: What belongs together?
  pairs:
    - { text: squared, to: steep, why: ${marker} a }
    - { text: absolute, to: straight, why: ${marker} b }
    - { text: hinge, to: straight, why: ${marker} c }
- id: bank-predict
  kind: predict
  idea: reading-curves
  asks: What will come of it?
  run: loss/squared-falls
  options:
    - { text: It falls, why: ${marker} did, when: trainLoss < 0.5, right: true }
    - { text: It stays, why: ${marker} not, when: trainLoss >= 0.5 }
`;

export const bank = parseQuestions(bankYaml, "bank.yaml");

/** Writes a file of the bank of the site in a folder. */
export function writeBank(folder: string, name = "bank.yaml", yaml = bankYaml) {
  mkdirSync(path.join(folder, "graded"), { recursive: true });
  writeFileSync(path.join(folder, "graded", name), yaml);
}
