// The store of classes: their teachers, learners, assignments, receipts and answers, as rows
// (stored-rows.ts). open-store.ts opens it.
import type { FirstAnswer } from "@/content/items/item-report";
import type { BallotStore } from "./ballot-store";
import type {
  ClassLine,
  MeasuredAnswer,
  Moment,
  NewClass,
  ReceiptToCheck,
  RosterLearner,
  StoredAnswer,
  StoredAssignment,
  StoredBoard,
  StoredClass,
  StoredExtension,
  StoredGrants,
  StoredLearner,
  StoredMark,
  StoredQuizStart,
  StoredReceipt,
  StoredTeacher,
  StoredTry,
  TaughtClass,
  TryKept,
  Unchecked,
} from "./stored-rows";

/** A learner's work for an assignment of the class. */
type Work = { assignment: string; learner: string };

/**
 * Each call is one transaction, durable once its promise resolves, and repeated by itself
 * where the database was busy, away or could not serialise it. Ids, hashes and moments
 * come from the caller; texts hold no NUL, which PostgreSQL cannot keep. A class past its
 * expiry is as if it were not there. Rejects with a StoreFault.
 */
export type ClassStore = BallotStore & {
  /** Rejects where the database is not there at present; costs next to nothing. */
  reach(): Promise<void>;
  /** False where the code is another class's. */
  openClass(opened: NewClass): Promise<boolean>;
  /** Gives the class, or null. One no more measured forgets how sure its learners were. */
  changeClass(
    id: string,
    change: Partial<
      Pick<StoredClass, "name" | "door" | "approval" | "expires" | "measured">
    >,
    now: Moment,
  ): Promise<StoredClass | null>;
  classOf(id: string, now: Moment): Promise<StoredClass | null>;
  classByCode(code: string, now: Moment): Promise<StoredClass | null>;
  /** The class, where the hash is that of a teacher's link or browser. */
  classOfTeacher(id: string, hash: string, now: Moment): Promise<TaughtClass | null>;
  /**
   * From now on only `next` is the private link. False where `old` is not, or no longer: of two
   * who renew at once one is told so. The same again is the same renewal, repeated.
   */
  renewTeacher(id: string, old: string, next: string): Promise<boolean>;
  /** Likewise of the recovery code. */
  renewRecovery(id: string, old: string | null, next: string): Promise<boolean>;
  /**
   * Gives the class of a recovery code to `next`: both secrets before are void. Null where
   * the code is no class's, or no longer. The same again is the same recovery, repeated.
   */
  recover(
    recoveryHash: string,
    next: { teacherHash: string; recoveryHash: string },
    now: Moment,
  ): Promise<StoredClass | null>;
  /** The teachers beside the owner. */
  teachersOf(classId: string): Promise<readonly StoredTeacher[]>;
  /** "full": the class takes no more, or is gone. */
  addTeacher(
    classId: string,
    teacher: StoredTeacher & { secretHash: string },
    most: number,
  ): Promise<"added" | "full">;
  deleteTeacher(classId: string, id: string): Promise<void>;
  /** With all that is in it. */
  deleteClass(id: string): Promise<void>;
  /**
   * Deletes the classes past their expiry, and those that were still empty after two
   * months; gives how many there were.
   */
  deleteExpired(now: Moment): Promise<number>;
  /**
   * Opens a class with the assignments of another, none of them closed. False where the
   * code is another class's.
   */
  copyClass(from: string, opened: NewClass, newId: () => string): Promise<boolean>;
  /** All of a class; what is deleted meanwhile may be left out. */
  exportClass(classId: string): AsyncIterable<ClassLine>;
  /**
   * Opens a class with all of an exported one; learners keep ids and codes, and decline
   * (see `setDeclines`) until they say otherwise. "code":
   * the code is another class's; "there": some of it is on this site already.
   */
  restoreClass(
    opened: NewClass,
    lines: readonly ClassLine[],
  ): Promise<"restored" | "code" | "there">;

  /**
   * "there": the class has one with this link, of another id, already; "full": it takes
   * no more, or is gone.
   */
  addAssignment(
    classId: string,
    assignment: StoredAssignment,
    most: number,
  ): Promise<"added" | "there" | "full">;
  /**
   * With another link all that was handed in is to be checked anew. "there": another
   * assignment of the class has this link; "gone": there is no such assignment.
   */
  changeAssignment(
    classId: string,
    id: string,
    change: Partial<Pick<StoredAssignment, "link" | "closes">>,
    now: Moment,
  ): Promise<
    | { kind: "changed"; assignment: StoredAssignment }
    | { kind: "there" }
    | { kind: "gone" }
  >;
  /** With the receipts handed in for it, and its quizzes. */
  deleteAssignment(classId: string, id: string): Promise<void>;
  /** Null ends the extension. False where no such assignment or learner is in the class. */
  extend(
    classId: string,
    extension: Work & { due: StoredExtension["due"] | null },
    now: Moment,
  ): Promise<boolean>;
  /** Instead of the mark before. False where no such assignment or learner is there. */
  mark(classId: string, mark: StoredMark): Promise<boolean>;
  unmark(classId: string, work: Work, now: Moment): Promise<void>;
  /** Of all learners, or of one. */
  grantsOf(classId: string, learner?: string): Promise<StoredGrants>;

  /**
   * A new learner, who gets this code. "name taken": whoever has it comes in with a code
   * of their own; "full": the class takes no more, or is gone. A repeated `tokenHash` is
   * the same joining, repeated, and gives the id of then.
   */
  join(
    classId: string,
    learner: Pick<StoredLearner, "id" | "name" | "joined"> & {
      tokenHash: string;
      codeHash: string;
    },
    rules: { most: number; waiting: boolean },
  ): Promise<{ kind: "joined"; id: string } | { kind: "name taken" } | { kind: "full" }>;
  /**
   * Lets one more browser in as the learner of a code. A learner has ten at most: the
   * oldest goes.
   */
  joinByCode(
    codeHash: string,
    tokenHash: string,
    now: Moment,
  ): Promise<{ schoolClass: StoredClass; learner: StoredLearner } | null>;
  /** Takes each learner in who can be, in turn; gives what became of each. */
  addLearners(
    classId: string,
    learners: readonly RosterLearner[],
    most: number,
  ): Promise<readonly ("added" | "name taken" | "full")[]>;
  /** The learner of a class with this token. */
  learnerOf(classId: string, tokenHash: string): Promise<StoredLearner | null>;
  /**
   * Gives learners another code; `ends`: browsers that were let in before are so no more.
   * Gives those who are in the class.
   */
  renewCodes(
    classId: string,
    codes: readonly { learner: string; codeHash: string }[],
    ends: boolean,
  ): Promise<readonly StoredLearner[]>;
  /** Gives the learner as they are then; null where there is none. */
  changeLearner(
    classId: string,
    learner: string,
    change: Partial<Pick<StoredLearner, "section" | "studentId" | "waiting">>,
  ): Promise<StoredLearner | null>;
  /** The browser with this token is the learner's no more. */
  leave(classId: string, tokenHash: string): Promise<void>;
  /** With receipts, answers and quizzes. */
  deleteLearners(classId: string, learners: readonly string[]): Promise<void>;

  /**
   * Takes a receipt in, exactly once for each `key` of a learner. "there": it was taken
   * before (its old id is given); "other": the key was used for another text; "full": the
   * learner has handed in `most` for this assignment; "heavy": the texts of the learner, or
   * of the class, would be longer than `room`, in characters; "gone": no such assignment or
   * learner is in the class, or the learner waits.
   */
  handIn(
    classId: string,
    receipt: {
      id: string;
      key: string;
      assignment: string;
      learner: string;
      packed: string;
      received: Moment;
      /** How much its replay computes; null: nobody has counted. */
      work: number | null;
    },
    most: number,
    room?: { learner: number; class: number },
  ): Promise<
    | { kind: "taken" | "there"; id: string }
    | { kind: "other" | "full" | "heavy" | "gone" }
  >;
  /** The text of a receipt; of any learner, or of `learner` alone. */
  packedOf(classId: string, id: string, learner?: string): Promise<string | null>;
  /**
   * At most `most` receipts from before `before` that have no outcome: of each learner the
   * first, then of each the second; among these, of each class the first.
   */
  unchecked(before: Moment, most: number): Promise<readonly Unchecked[]>;
  /** Null where the receipt is gone, or has an outcome. */
  receiptToCheck(id: string): Promise<ReceiptToCheck | null>;
  /**
   * Writes what a check found, unless something was found before, or the assignment's link
   * is not `link` any more. Gives whether it was written.
   */
  setOutcome(id: string, outcome: string, now: Moment, link: string): Promise<boolean>;

  /**
   * Receipts changed at `since` or later; all else always all. A change is seen some time
   * after its moment, once it is durable: whoever asks again and again should begin some
   * seconds before the latest that they saw.
   */
  board(classId: string, since: Moment): Promise<StoredBoard>;
  /** A learner's own receipts, latest first. */
  receiptsOf(classId: string, learner: string): Promise<readonly StoredReceipt[]>;

  /**
   * Keeps answers: of each question the first ever handed in, and the latest by `at`.
   * Handing in the same again changes nothing. At most `most` questions a learner; gives
   * false, and keeps nothing, where there would be more.
   */
  putAnswers(
    classId: string,
    learner: string,
    answers: readonly MeasuredAnswer[],
    most: number,
  ): Promise<boolean>;
  answersOf(classId: string): Promise<readonly (StoredAnswer & { learner: string })[]>;
  /**
   * The first answers of those who do not decline: a few learners at a time, since reading
   * all of a large class at once would hold up everybody else.
   */
  measuredAnswers(classId: string): AsyncIterable<readonly FirstAnswer[]>;
  /** Whether a learner's answers are left out where the class is measured. */
  declines(classId: string, learner: string): Promise<boolean>;
  /** Who declines has nothing kept of how sure they were. */
  setDeclines(classId: string, learner: string, declines: boolean): Promise<void>;

  /**
   * Starts a learner's quiz, unless it was started: the first start and its secret stay.
   * Null where no such assignment or learner is in the class.
   */
  startQuiz(
    classId: string,
    start: Omit<StoredQuizStart, "handed"> & { secret: string },
  ): Promise<{ started: Moment; secret: string; handed: Moment | null } | null>;
  /** A learner's quiz, its tries in order; null where it was not started. */
  quizOf(
    classId: string,
    assignment: string,
    learner: string,
  ): Promise<{
    started: Moment;
    secret: string;
    handed: Moment | null;
    tries: readonly StoredTry[];
  } | null>;
  /**
   * Keeps one try, in order and within `tries`, no later than `longest` milliseconds after
   * the start (null: whenever). `again`: also after a right one, because nobody told.
   */
  putTry(
    classId: string,
    tried: StoredTry & Work,
    rules: { tries: number; longest: number | null; again: boolean },
  ): Promise<TryKept>;
  /** The first hand-in stays. Null where the quiz was not started. */
  handInQuiz(
    classId: string,
    handed: Work & { at: Moment },
  ): Promise<{ handed: Moment } | null>;
  /** All quizzes of a class, or of one learner: starts, and tries in their order. */
  quizzesOf(
    classId: string,
    learner?: string,
  ): Promise<{
    starts: readonly StoredQuizStart[];
    tries: readonly (StoredTry & Work)[];
  }>;

  close(): Promise<void>;
};
