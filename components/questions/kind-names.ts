import type { Kind, Question } from "@/content/quiz/question";

const names: Readonly<Record<Kind, string>> = {
  one: "one choice",
  several: "several choices",
  point: "point at the figure",
  predict: "predict and run",
  number: "number",
  blank: "fill a blank",
  order: "put in order",
  match: "match pairs",
};

export const kindName = (kind: Kind) => names[kind];

/** How many there are of each kind, as in “number 3, match pairs 1”. */
export function kindsText(questions: readonly Pick<Question, "kind">[]): string {
  const counted = Object.entries(names).map(([kind, name]) => {
    return { name, count: questions.filter((one) => one.kind === kind).length };
  });
  const some = counted.filter(({ count }) => count > 0);
  return some.map(({ name, count }) => `${name} ${count}`).join(", ");
}
