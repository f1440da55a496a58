// What a learner handed in and a class may not have yet, as the browser keeps it.
import { isFields } from "@/content/fields";
import { hash32 } from "@/labs/random";

export type GivenAnswer = {
  question: string;
  /** Texts of answers: see `answerText`. */
  first: string;
  latest: string;
  at: number;
  /** How long the first answer took, in milliseconds; left out where nobody knows. */
  took?: number;
};

/** What goes in: a receipt for an assignment, or answers to questions. */
export type HandedIn =
  | { kind: "receipt"; assignment: string; packed: string }
  | { kind: "answers"; answers: readonly GivenAnswer[] };

export type Entry = {
  /** See `keyOf`. */
  key: string;
  classId: string;
  className: string;
  /** Whose it is: an id and a name of the class. */
  learner: string;
  name: string;
  /** When it was handed in: milliseconds since 1970. */
  at: number;
  what: HandedIn;
  /** Why the class will not take it, in a sentence; null while it may. */
  refused: string | null;
};

/**
 * The key that makes an entry count once: the same for the same thing of the same learner,
 * in every tab and after any reload. 124 bits in base 36.
 */
export function keyOf(entry: Pick<Entry, "classId" | "learner" | "what">): string {
  const { classId, learner, what } = entry;
  const thing =
    what.kind === "receipt"
      ? [what.assignment, what.packed]
      : what.answers.map(({ question, first, latest, at, took }) => [
          ...[question, first, latest, at],
          // Older entries are without it, and keep their keys.
          ...(took === undefined ? [] : [took]),
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

function answerFrom(value: unknown): GivenAnswer | null {
  if (!isFields(value)) return null;
  const { question, first, latest, at, took } = value;
  if (typeof question !== "string" || typeof at !== "number") return null;
  if (typeof first !== "string" || typeof latest !== "string") return null;
  const timed = typeof took === "number" && { took };
  return { question, first, latest, at, ...timed };
}

function handedInFrom(value: unknown): HandedIn | null {
  if (!isFields(value)) return null;
  const { kind, assignment, packed, answers } = value;
  if (kind === "receipt") {
    const whole = typeof assignment === "string" && typeof packed === "string";
    return whole ? { kind, assignment, packed } : null;
  }
  if (kind !== "answers" || !Array.isArray(answers)) return null;
  const read = answers.map(answerFrom).filter((answer) => answer !== null);
  return read.length < answers.length ? null : { kind, answers: read };
}

/** Reads what JSON made of an entry; null for anything else. */
export function parseEntry(text: string): Entry | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!isFields(found)) return null;
    const { key, classId, className, learner, name, at, refused } = found;
    const what = handedInFrom(found.what);
    if (typeof key !== "string" || typeof at !== "number" || !what) return null;
    if (typeof classId !== "string" || typeof className !== "string") return null;
    if (typeof learner !== "string" || typeof name !== "string") return null;
    if (refused !== null && typeof refused !== "string") return null;
    return { key, classId, className, learner, name, at, what, refused };
  } catch {
    return null;
  }
}
