// Ballots as messages tell them, and the questions that can be put to a class.
import type { BallotHead, Counts, Round } from "@/content/class/ballot-messages";
import type { PredictQuestion } from "@/content/quiz/kinds/predict";
import { courseQuestions } from "./question-bank";
import type { StoredBallot, VoteCount } from "./store/stored-rows";

/** The prediction of the course with this id; null where there is none. */
export async function predictionOf(id: string): Promise<PredictQuestion | null> {
  const found = (await courseQuestions()).find((question) => question.id === id);
  return found?.kind === "predict" ? found : null;
}

/** A ballot for its class's teacher: who chose what is not told before the end. */
export function ballotHeadOf(
  ballot: StoredBallot,
  counts: readonly VoteCount[],
): BallotHead {
  const spreadOf = (round: Round): Counts =>
    Object.fromEntries(
      counts
        .filter((one) => one.ballot === ballot.id && one.round === round)
        .map(({ option, count }) => [option, count]),
    );
  const spread: [Counts, Counts] = [spreadOf(1), spreadOf(2)];
  const total = (one: Counts) =>
    Object.values(one).reduce((sum, votes) => sum + votes, 0);
  return {
    ...ballot,
    voted: [total(spread[0]), total(spread[1])],
    spread: ballot.phase === "ended" ? spread : null,
  };
}
