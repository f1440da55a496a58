// How a class answered each question.

export type AnswerCount = {
  question: string;
  /** Learners who answered it. */
  answered: number;
  /** Of those, who were right at the first try, and who are right by now. */
  firstRight: number;
  right: number;
};

type Judged = { question: string; firstRight: boolean; right: boolean };

/** Counts a class's answers, one for each learner and question, by question. */
export function answerCounts(answers: readonly Judged[]): AnswerCount[] {
  const counts = new Map<string, AnswerCount>();
  for (const { question, firstRight, right } of answers) {
    const count = counts.get(question) ?? {
      question,
      answered: 0,
      firstRight: 0,
      right: 0,
    };
    count.answered += 1;
    count.firstRight += Number(firstRight);
    count.right += Number(right);
    counts.set(question, count);
  }
  return [...counts.values()];
}

/** Fewer than this are told as a count alone: a share of them would say too much. */
const fewest = 10;

/** A count out of all who answered: "7 of 9", "12 of 20 (60 %)". */
export function countOf(count: number, answered: number): string {
  const share = answered < fewest ? "" : ` (${Math.round((100 * count) / answered)} %)`;
  return `${count} of ${answered}${share}`;
}
