// A class whose learners and questions are known: what a report should find in its answers.
import { type FirstAnswer, itemCount } from "@/content/items/item-report";
import type { ItemReport } from "@/content/items/item-shape";
import type { VotePair } from "@/content/items/vote-report";
import { seeded } from "@/content/quiz/kinds/draw";
import type { Question } from "@/content/quiz/question";
import { parseQuestions } from "@/content/quiz/question-file";

/** A question with four options, of which `a` is right. */
export const askedAs = (id: string, more = ""): string => `
- id: ${id}
  kind: one
  idea: features
  asks: What is ${id}?${more}
  options:
    - { id: a, text: Right of ${id}, why: Yes., right: true }
    - { id: b, text: Wrong of ${id}, why: No. }
    - { id: c, text: Wronger of ${id}, why: No. }
    - { id: d, text: Wrongest of ${id}, why: No. }
`;

export const questionsOf = (...texts: string[]): Question[] =>
  parseQuestions(texts.join(""), "test.yaml");

/** An answer of somebody who is right by `a`. */
export const answerOf = (
  learner: string,
  question: string,
  option: string,
  part: Partial<FirstAnswer> = {},
): FirstAnswer => ({
  ...{ learner, question, first: `:${option}`, firstRight: option === "a" },
  took: null,
  ...part,
});

/** The reports of answers and votes that are there all at once. */
export function reportsOf(
  questions: readonly Question[],
  answers: readonly FirstAnswer[],
  votes: readonly VotePair[] = [],
): ItemReport[] {
  const count = itemCount(questions);
  count.addAnswers(answers);
  count.addVotes(votes);
  return [...count.reports()].flat();
}

/**
 * How a question is answered: with the logistic chance of `slope` times the distance of the
 * learner's ability (normal, 0 ± 1) from `difficulty`.
 */
export type Item = { id: string; difficulty: number; slope: number };

/** Answers of so many learners to every item, drawn from a seed. */
export function simulated(
  items: readonly Item[],
  learners: number,
  seed: number,
): FirstAnswer[] {
  const draw = seeded("simulated class", seed);
  const uniform = () => (draw(1_000_000) + 0.5) / 1_000_000;
  const normal = () =>
    Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: learners }, (_, at) => ({ at, ability: normal() })).flatMap(
    ({ at, ability }) =>
      items.map(({ id, difficulty, slope }) => {
        const chance = 1 / (1 + Math.exp(-slope * (ability - difficulty)));
        const option = uniform() < chance ? "a" : (["b", "c", "d"][draw(3)] ?? "b");
        return answerOf(`learner ${at}`, id, option);
      }),
  );
}
