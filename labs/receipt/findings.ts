import type { Assignment } from "@/labs/assignment/assignment";
import type { Opened } from "./packed";

// The lines of a check's report.

/** One line of a check's report. */
export type Finding = {
  about:
    | "learner"
    | "seed"
    | "settings"
    | "weights"
    | "curve"
    | "replay"
    | "goal"
    | "answer";
  /** "unsure" is no accusation: it could be either, and the sentence says why. */
  verdict: "good" | "bad" | "unsure";
  /** One sentence for the reader. */
  says: string;
};

/** A finding that leaves no doubt. */
export const finding = (
  about: Finding["about"],
  good: boolean,
  says: string,
): Finding => ({ about, verdict: good ? "good" : "bad", says });

/** A finding that accuses nobody. */
export const unsure = (about: Finding["about"], says: string): Finding => ({
  about,
  verdict: "unsure",
  says,
});

/**
 * "confirmed": all goals are met, and the replay gives the receipt's numbers; "not met": it
 * does, and a goal is not met; "unconfirmed": nothing speaks against it, yet no replay
 * speaks for it; "contradicted": something in it cannot be.
 */
export type Verdict = "confirmed" | "not met" | "unconfirmed" | "contradicted";

/** The finding that decides, and what it decides. The order of `findings` does not count. */
export function verdictOf(findings: readonly Finding[]): {
  verdict: Verdict;
  decided: Finding | null;
} {
  const first = (test: (finding: Finding) => boolean) => findings.find(test) ?? null;
  const wrong = first(({ about, verdict }) => verdict === "bad" && about !== "goal");
  if (wrong) return { verdict: "contradicted", decided: wrong };
  const unmet = first(({ verdict }) => verdict === "bad");
  if (unmet) return { verdict: "not met", decided: unmet };
  const unsure = first(({ verdict }) => verdict === "unsure");
  if (unsure) return { verdict: "unconfirmed", decided: unsure };
  return { verdict: "confirmed", decided: first(({ about }) => about === "replay") };
}

/** Who and what a receipt is checked for. */
export type Expected = {
  /** The assignment that it must be of, and is judged by; null: the one that it names. */
  assignment: Assignment | null;
  /** The learner of a class who handed it in; null where no class has it. */
  learner: { id: string; name: string } | null;
};

/** A receipt as it came, from whoever it is. */
export const anyReceipt: Expected = { assignment: null, learner: null };

/** An opened receipt; its `assignment` is the one that it is judged by. */
export type Judged = Opened & {
  learner: Expected["learner"];
  /** The assignment that the receipt itself names. */
  named: Assignment;
};

/** Judges an answer to a question of the course; "unknown" where it has no such question. */
export type JudgeAnswer = (
  question: string,
  answer: string,
) => "right" | "wrong" | "unknown";
