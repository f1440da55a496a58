// What is told of how a class answered a question the first time, and from how many on.
import * as z from "zod";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** How many there must be before a report tells what. */
export const fewest = {
  /** Learners, before there is any share, coefficient, time or chance of theirs. */
  learners: 20,
  /** In a cell: 1 to 4 are told as such, since so few might be known by name. */
  cell: 5,
  /** A learner's other answers, before they tell how well that learner does. */
  others: 5,
} as const;

/** Whoever gives this chance or a higher one, in percent, counts as sure. */
export const surelyFrom = 80;

const count = z.int().min(0);

/** How many there are; null: 1 to 4, which is not told more exactly. */
const cell = count.nullable();

/** How many there are; null: 1 to 4, which is not told more exactly. */
export type Cell = z.infer<typeof cell>;

/** A count as it is told. */
export const cellOf = (count: number): Cell =>
  count > 0 && count < fewest.cell ? null : count;

const halves = z.object({ upper: count, lower: count }).nullable();

const within = (low: number, high: number) => z.number().min(low).max(high);

const pull = z.object({
  /** The option's id. */
  option: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Null also where it would tell the cell of another option. */
  drew: cell,
  /** Null also where one of the cells into which this parts them is. */
  halves,
});

/** How many first answers a wrong option drew, of all and of either half of the learners. */
export type Pull = z.infer<typeof pull>;

const votes = z
  .object({
    /** Who voted before and after arguing; all else is of these. */
    twice: cell,
    /** Null where these are 1 to 4. */
    right: z.object({ before: count, after: count }).nullable(),
    /** Who came to the right option, and who left it; null where either are 1 to 4. */
    changed: z.object({ toRight: count, toWrong: count }).nullable(),
  })
  .refine(({ twice, right, changed }) => {
    if (!right) return changed === null;
    const { before, after } = right;
    const sums = !changed || changed.toRight - changed.toWrong === after - before;
    return sums && Math.max(before, after) <= (twice ?? 0);
  });

/** The form of an `ItemReport`, also for texts from outside. */
export const itemShape = z
  .object({
    question: z.string().regex(/^[a-z0-9-]{1,80}$/),
    /** "both": however it was worded; each of two wordings may stand beside it. */
    wording: z.enum(["both", "first", "second"]),
    answered: cell,
    /** Right at the first try; null where too few answered. */
    right: cell,
    /**
     * Corrected item-rest correlation (point-biserial), with the share right among the same
     * learner's other questions; null of fewer than 20, and where a side does not vary.
     */
    discrimination: z
      .object({
        r: within(-1, 1),
        low: within(-1, 1),
        high: within(-1, 1),
        learners: count,
      })
      .nullable(),
    /** To the first answer, in whole seconds; null of fewer than 20. */
    time: z
      .object({ lower: count, median: count, upper: count, known: count })
      .nullable(),
    /** Null where fewer than 20 said how sure they were. */
    sure: z
      .object({
        said: count,
        /** Of the chances that were given, in percent. */
        mean: within(0, 100),
        right: count,
        /** Who gave 80 % or more, and was wrong; null where these are fewer than 20. */
        surely: z.object({ count, wrong: cell }).nullable(),
      })
      .nullable(),
    /** Learners in the half that did better on the other questions, and in the other. */
    halves,
    /** Of the wrong options, in their order; none of fewer than 20 learners. */
    pulls: z.array(pull).readonly(),
    /** Of the question on the wall; null where nobody voted both times. */
    votes: votes.nullable(),
  })
  .refine(({ answered, right }) => (right ?? 0) <= (answered ?? 0));

/** One question, as a class answered it the first time. */
export type ItemReport = z.infer<typeof itemShape>;
