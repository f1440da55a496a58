// Receipts and answers that a learner handed in, as the browser keeps them until their
// class has them.
import * as z from "zod";
import { readerOf } from "@/content/class/message-fields";
import { hash32 } from "@/labs/arithmetic/random";

const handedInAnswer = z.object({
  question: z.string(),
  /** Texts of answers: see `answerText`. */
  first: z.string(),
  latest: z.string(),
  at: z.number(),
  /** How long the first answer took, in milliseconds; left out where nobody knows. */
  took: z.number().optional().catch(undefined),
  /** How sure the reader was of it, in percent; only for a class that is measured. */
  sure: z.number().exactOptional(),
  /** How the question was worded then; left out: its first wording. */
  wording: z.literal("second").exactOptional(),
});

/** One question's first and latest answer, as a class takes them. */
export type HandedInAnswer = z.infer<typeof handedInAnswer>;

const handedIn = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("receipt"), assignment: z.string(), packed: z.string() }),
  z.object({ kind: z.literal("answers"), answers: z.array(handedInAnswer).readonly() }),
]);

const outboxEntry = z.object({
  /** See `keyOf`. */
  key: z.string(),
  classId: z.string(),
  className: z.string(),
  /** Whose it is: an id and a name of the class. */
  learner: z.string(),
  name: z.string(),
  /** When it was handed in: milliseconds since 1970. */
  at: z.number(),
  what: handedIn,
  /** Why the class will not take it, in a sentence; null while it may. */
  refused: z.string().nullable(),
});

/** A receipt or a set of answers on its way to a class. */
export type OutboxEntry = z.infer<typeof outboxEntry>;

/** Reads a stored entry; null for any other text. */
export const parseEntry = readerOf(outboxEntry);

/**
 * The key that makes an entry count once: the same for the same thing of the same learner,
 * in every tab and after any reload. 124 bits in base 36.
 */
export function keyOf(entry: Pick<OutboxEntry, "classId" | "learner" | "what">): string {
  const { classId, learner, what } = entry;
  const thing =
    what.kind === "receipt"
      ? [what.assignment, what.packed]
      : what.answers.map(({ question, first, latest, at, took, sure, wording }) => [
          ...[question, first, latest, at],
          // Older entries are without these, and keep their keys.
          ...[took, sure, wording].filter((one) => one !== undefined),
        ]);
  const text = JSON.stringify([classId, learner, what.kind, ...thing]);
  const lanes = [1, 2, 3, 4].map(hash32);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    for (let lane = 0; lane < lanes.length; lane += 1) {
      lanes[lane] = hash32((lanes[lane] ?? 0) ^ code);
    }
  }
  return lanes.map((lane) => lane.toString(36).padStart(7, "0")).join("");
}
