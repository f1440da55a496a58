// How a class's voters chose before and after they argued: of those who voted both times,
// like with like.
import type { Question } from "@/content/quiz/question";
import { counted, fixedText, shareText } from "@/labs/arithmetic/number-text";
import { cellOf, fewest, type ItemReport } from "./item-shape";

/** What one learner chose in both votes of a ballot: the ids of options. */
export type VotePair = {
  learner: string;
  question: string;
  before: string;
  after: string;
};

type Votes = NonNullable<ItemReport["votes"]>;

/** Counts the voters of one question; of a learner the first pair. */
export function voteCount(question: Question) {
  const options = "options" in question ? question.options : [];
  const right = new Map(options.map((option) => [option.id, option.right]));
  const seen = new Set<string>();
  const counts = { stayed: 0, toRight: 0, toWrong: 0, wrong: 0 };
  return {
    add({ learner, before, after }: VotePair) {
      const [was, is] = [right.get(before), right.get(after)];
      // The option of an earlier version of the question tells nothing of this one.
      if (was === undefined || is === undefined || seen.has(learner)) return;
      seen.add(learner);
      counts[was ? (is ? "stayed" : "toWrong") : is ? "toRight" : "wrong"] += 1;
    },
    /** Null where nobody voted both times. */
    report(): ItemReport["votes"] {
      const { stayed, toRight, toWrong } = counts;
      if (seen.size === 0) return null;
      const twice = cellOf(seen.size);
      if (twice === null) return { twice, right: null, changed: null };
      const told = ![toRight, toWrong].map(cellOf).includes(null);
      return {
        twice,
        right: { before: stayed + toWrong, after: stayed + toRight },
        // Either one would tell the other, beside those who were right.
        changed: told ? { toRight, toWrong } : null,
      };
    },
  };
}

/** The votes of several classes as one; those with fewer than five voters are left out. */
export function pooledVotes(all: readonly ItemReport["votes"][]): Votes | null {
  const told = all.flatMap((votes) => (votes?.twice && votes.right ? [votes] : []));
  if (told.length === 0) return null;
  const sum = (of: (votes: Votes) => number | undefined) =>
    told.reduce((total, votes) => total + (of(votes) ?? 0), 0);
  return {
    twice: sum(({ twice }) => twice ?? 0),
    right: {
      before: sum(({ right }) => right?.before),
      after: sum(({ right }) => right?.after),
    },
    changed: told.every(({ changed }) => changed)
      ? {
          toRight: sum(({ changed }) => changed?.toRight),
          toWrong: sum(({ changed }) => changed?.toWrong),
        }
      : null,
  };
}

/**
 * The normalised gain, of those wrong before the share that is right more after: (after −
 * before) ÷ (all − before). Null of fewer than 20, where all were right before, and for a
 * loss, of which it is not defined. Hake, American Journal of Physics 66 (1998) 64–74.
 */
export function normalisedGain({ twice, right }: Votes): number | null {
  if (twice === null || twice < fewest.learners || !right) return null;
  const { before, after } = right;
  return before === twice || after < before ? null : (after - before) / (twice - before);
}

/** Both votes in a line: counts, and shares of twenty and more. */
export function votesText(votes: Votes): string {
  const { twice, right, changed } = votes;
  if (twice === null || !right) return "1 to 4 voted both times";
  const share = (count: number) =>
    twice < fewest.learners ? "" : ` (${shareText(count / twice)})`;
  const gain = normalisedGain(votes);
  return [
    `${counted(twice, "learner")} voted both times`,
    `right before ${right.before}${share(right.before)}, after ${right.after}${share(right.after)}`,
    ...(changed
      ? [`${changed.toRight} changed to right, ${changed.toWrong} away from it`]
      : []),
    ...(gain === null ? [] : [`normalised gain ${fixedText(gain, 2)}`]),
  ].join("; ");
}
