// How well each idea is known, by the questions that ask about it.
import type { AnswerBook } from "@/content/quiz/answer-book";
import type { AskedWords } from "@/content/quiz/second-wording";

type Asked = AskedWords & { idea: string };

export type IdeaStanding = {
  idea: string;
  name: string;
  /** How many of its questions are right now, were answered, and there are. */
  right: number;
  answered: number;
  all: number;
  /** The question to answer next: one that went wrong, else one that is open. */
  next: (Asked & { slug: string; missed: boolean }) | null;
};

/** Of those answered, the share that is wrong; then how many are. */
const weakness = ({ right, answered }: IdeaStanding) =>
  answered === 0 ? -1 : 1 - right / answered;

/** Every idea that is asked about, the weakest first, those not yet asked last. */
export function ideaStandings(
  names: Readonly<Record<string, string>>,
  lessons: readonly { slug: string; questions: readonly Asked[] }[],
  answers: AnswerBook,
): IdeaStanding[] {
  const asked = lessons.flatMap(({ slug, questions }) =>
    questions.map((question) => ({ ...question, slug })),
  );
  return Object.entries(names)
    .flatMap(([idea, name]): IdeaStanding[] => {
      const questions = asked.filter((question) => question.idea === idea);
      if (questions.length === 0) return [];
      const missed = questions.filter(({ id }) => answers[id]?.right === false);
      const open = questions.filter(({ id }) => !answers[id]);
      const [next] = [...missed, ...open];
      return [
        {
          ...{ idea, name },
          right: questions.length - missed.length - open.length,
          answered: questions.length - open.length,
          all: questions.length,
          next: next ? { ...next, missed: missed.length > 0 } : null,
        },
      ];
    })
    .toSorted(
      (one, other) =>
        weakness(other) - weakness(one) ||
        other.answered - other.right - (one.answered - one.right),
    );
}
