// The rows of the class store, as its calls give and take them. Links, receipts and
// outcomes are texts to it: it knows nothing of labs.
import type { Phase, Round } from "@/content/class/ballot-messages";
import type { Door } from "@/content/class/roster-messages";

/** When something happened: milliseconds since 1970. */
export type Moment = number;

/** A class without its teachers' secrets. */
export type StoredClass = {
  id: string;
  name: string;
  /** Learners type it to join: upper case, unique among all classes. */
  code: string;
  created: Moment;
  expires: Moment;
  door: Door;
  /** Whether who comes in by the class's code waits for the teacher. */
  approval: boolean;
  /** Whether its answers tell the course which questions to rewrite; not at first. */
  measured: boolean;
};

/** The hashes of a class's two secrets; classes of older sites have no recovery code. */
export type ClassSecrets = { teacherHash: string; recoveryHash: string | null };

/** A class that is opened, copied or restored. */
export type NewClass = Omit<StoredClass, "measured"> & ClassSecrets;

/** A class, and which of its teachers asks. */
export type TaughtClass = StoredClass &
  ClassSecrets & {
    /** The teacher beside the one who has the private link; null: who has it. */
    by: { id: string; name: string } | null;
    /**
     * Whether they may do all with it: who has the private link, and, for a day after a launch,
     * who teaches or administers its course in an LMS.
     */
    owns: boolean;
  };

/** A teacher beside the owner, without the secret. */
export type StoredTeacher = { id: string; name: string; created: Moment };

/** An assignment of a class. */
export type StoredAssignment = {
  id: string;
  /** As `linkOf` writes it: path and query. */
  link: string;
  created: Moment;
  /** When the class takes nothing more for it; null: never. */
  closes: Moment | null;
};

/** A learner of a class, without tokens and code. */
export type StoredLearner = {
  id: string;
  name: string;
  joined: Moment;
  section: string | null;
  studentId: string | null;
  /** Whether they wait for the teacher's approval. */
  waiting: boolean;
  /** Whether a browser is theirs. */
  came: boolean;
};

/** A learner on a roster, who has not come yet. */
export type RosterLearner = Omit<StoredLearner, "waiting" | "came"> & {
  codeHash: string;
};

/** Another due date of one learner, as `isDue` has it. */
export type StoredExtension = { assignment: string; learner: string; due: string };

/** A teacher's decision about one learner's work. */
export type StoredMark = {
  assignment: string;
  learner: string;
  points: number | null;
  verdict: "accepted" | "refused" | null;
  reason: string;
  comment: string;
  at: Moment;
  /** The co-teacher's name; empty: the owner. */
  by: string;
};

/** A receipt without its text. */
export type StoredReceipt = {
  id: string;
  assignment: string;
  learner: string;
  received: Moment;
  /** When the row was last written: received, checked, or to be checked anew. */
  changed: Moment;
  /** The outcome of its check, as JSON; null until it was checked. */
  outcome: string | null;
};

/** A receipt that waits for its check, without what the check needs. */
export type Unchecked = {
  id: string;
  classId: string;
  learner: string;
  /** How much its replay computes; null where nobody has counted. */
  work: number | null;
};

/** All that the check of a receipt needs. */
export type ReceiptToCheck = {
  packed: string;
  /** The link of its assignment, as it is at present. */
  link: string;
  learner: { id: string; name: string };
};

/** The first and the latest answer of a learner to one question, each as JSON. */
export type StoredAnswer = {
  question: string;
  first: string;
  firstRight: boolean;
  latest: string;
  right: boolean;
  at: Moment;
  /** How long the first answer took, in milliseconds; null where nobody knows. */
  took: number | null;
  /** How the question was worded then; left out: its first wording. */
  wording?: "second";
};

/** An answer, and what no teacher sees of it by name. */
export type MeasuredAnswer = StoredAnswer & {
  /** How sure the learner was of the first answer, in percent; left out where not said. */
  sure?: number;
};

/** A learner's start of the graded quiz of an assignment. */
export type StoredQuizStart = {
  learner: string;
  assignment: string;
  started: Moment;
  /** When they handed it in; null while they have not. */
  handed: Moment | null;
};

/** One try at a question of a graded quiz. */
export type StoredTry = {
  question: string;
  /** The first is 1. */
  try: number;
  text: string;
  right: boolean;
  /** When the server had it. */
  at: Moment;
  /** How long it took, as the browser says, in milliseconds; null where it does not. */
  took: number | null;
};

/**
 * "kept": also where the same try, with the same text, was kept before; then `right` is
 * as it was judged then. "other": the try was used for another text; "handed": the quiz
 * was handed in; "over": the time has run out; "spent": right already, or no tries left;
 * "early": not the next try; "closed": the quiz was not started; "gone": no such
 * assignment or learner is in the class.
 */
export type TryKept =
  | { kind: "kept"; right: boolean }
  | { kind: "other" | "handed" | "over" | "spent" | "early" | "closed" | "gone" };

/** A question of the course that a class votes on twice. */
export type StoredBallot = {
  id: string;
  question: string;
  phase: Phase;
  opened: Moment;
};

/** A learner's choice in one of the two votes of a ballot. */
export type StoredVote = {
  ballot: string;
  learner: string;
  round: Round;
  option: string;
  at: Moment;
};

/** How many chose an option in one vote of a ballot. */
export type VoteCount = Pick<StoredVote, "ballot" | "round" | "option"> & {
  count: number;
};

/** All that teachers granted and decided. */
export type StoredGrants = {
  extensions: readonly StoredExtension[];
  marks: readonly StoredMark[];
};

/** All of a class but the texts of its receipts. */
export type StoredBoard = StoredGrants & {
  assignments: readonly StoredAssignment[];
  learners: readonly StoredLearner[];
  receipts: readonly StoredReceipt[];
};

/** All of a class, one thing after another: what its file holds. */
export type ClassLine =
  | ({ is: "class" } & Omit<StoredClass, "id" | "code" | "measured">)
  | ({ is: "assignment" } & StoredAssignment)
  /** Of those that have ended alone, as with their votes: nobody sees them before. */
  | ({ is: "ballot" } & Omit<StoredBallot, "phase">)
  | ({ is: "learner"; codeHash: string | null } & Omit<StoredLearner, "came">)
  | ({ is: "extension" } & StoredExtension)
  | ({ is: "mark" } & StoredMark)
  | ({ is: "answer"; learner: string } & StoredAnswer)
  | ({ is: "quiz"; secret: string } & StoredQuizStart)
  | ({ is: "try"; assignment: string; learner: string } & StoredTry)
  | ({ is: "vote" } & StoredVote)
  | ({ is: "receipt"; key: string; packed: string; work: number | null } & Omit<
      StoredReceipt,
      "changed"
    >);
