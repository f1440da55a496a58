// The store of classes: their learners, assignments, receipts and answers. It knows rows and
// nothing of labs: links, receipts and outcomes are texts to it. open-store.ts opens it.

/** When something happened: milliseconds since 1970. */
export type Moment = number;

/** A class without its teacher's secret. */
export type StoredClass = {
  id: string;
  name: string;
  /** Learners type it to join: upper case, unique among all classes. */
  code: string;
  created: Moment;
  expires: Moment;
};

/** An assignment of a class. */
export type StoredAssignment = {
  id: string;
  /** As `linkOf` writes it: path and query. */
  link: string;
  created: Moment;
};

/** A learner of a class, without their token. */
export type StoredLearner = { id: string; name: string; joined: Moment };

/** A receipt without its text. */
export type StoredReceipt = {
  id: string;
  assignment: string;
  learner: string;
  received: Moment;
  /** When the row was last written: received, or checked. */
  changed: Moment;
  /** The outcome of its check, as JSON; null until it was checked. */
  outcome: string | null;
};

/** A receipt that waits for its check, with all that the check needs. */
export type Unchecked = {
  id: string;
  packed: string;
  /** The link of the assignment it was handed in for. */
  link: string;
  /** The learner who handed it in. */
  name: string;
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
};

/** A learner's start of the graded quiz of an assignment. */
export type StoredQuizStart = { learner: string; assignment: string; started: Moment };

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
 * as it was judged then. "other": the try was used for another text; "over": the time has
 * run out; "spent": right already, or no tries left; "early": not the next try; "closed":
 * the quiz was not started; "gone": no such assignment or learner is in the class.
 */
export type TryKept =
  | { kind: "kept"; right: boolean }
  | { kind: "other" | "over" | "spent" | "early" | "closed" | "gone" };

/** All of a class but the texts of its receipts. */
export type StoredBoard = {
  assignments: readonly StoredAssignment[];
  learners: readonly StoredLearner[];
  receipts: readonly StoredReceipt[];
};

/**
 * Each call is one transaction, durable once its promise resolves, and repeated by itself
 * where the database was busy, away or could not serialise it. Ids, hashes and moments
 * come from the caller; texts hold no NUL, which PostgreSQL cannot keep. A class past its
 * expiry is as if it were not there. Rejects with a StoreFault.
 */
export type ClassStore = {
  /** False where the code is another class's. */
  openClass(opened: StoredClass & { teacherHash: string }): Promise<boolean>;
  classOf(id: string, now: Moment): Promise<StoredClass | null>;
  classByCode(code: string, now: Moment): Promise<StoredClass | null>;
  /** The class, where `teacherHash` is its teacher's. */
  classOfTeacher(
    id: string,
    teacherHash: string,
    now: Moment,
  ): Promise<StoredClass | null>;
  /** From now on only `teacherHash` is the teacher's. False where there is no class. */
  renewTeacher(id: string, teacherHash: string): Promise<boolean>;
  /** With all that is in it. */
  deleteClass(id: string): Promise<void>;
  /** Deletes the classes past their expiry; gives how many there were. */
  deleteExpired(now: Moment): Promise<number>;

  /**
   * "there": the class has one with this link, of another id, already; "full": it takes
   * no more, or is gone.
   */
  addAssignment(
    classId: string,
    assignment: StoredAssignment,
    most: number,
  ): Promise<"added" | "there" | "full">;
  /** With the receipts handed in for it, and its quizzes. */
  deleteAssignment(classId: string, id: string): Promise<void>;

  /**
   * "joined": also where the name was there and its learner was let in again; then the
   * learner keeps id and receipts, and `id` of the answer is the old one. "full": the
   * class takes no more, or is gone. A repeated `tokenHash` is the same joining, repeated.
   */
  join(
    classId: string,
    learner: StoredLearner & { tokenHash: string },
    most: number,
  ): Promise<{ kind: "joined"; id: string } | { kind: "name taken" } | { kind: "full" }>;
  /** The learner of a class with this token. */
  learnerOf(classId: string, tokenHash: string): Promise<StoredLearner | null>;
  /** Lets whoever next joins with the learner's name go on as that learner, once. */
  letInAgain(classId: string, learner: string): Promise<void>;
  /** With receipts, answers and quizzes. */
  deleteLearner(classId: string, learner: string): Promise<void>;

  /**
   * Takes a receipt in, exactly once for each `key` of a learner. "there": it was taken
   * before (its old id is given); "other": the key was used for another text; "full": the
   * learner has handed in `most` for this assignment; "gone": no such assignment or
   * learner is in the class.
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
    },
    most: number,
  ): Promise<
    { kind: "taken" | "there"; id: string } | { kind: "other" | "full" | "gone" }
  >;
  /** The text of a receipt; of any learner, or of `learner` alone. */
  packedOf(classId: string, id: string, learner?: string): Promise<string | null>;
  /** At most `most` receipts from before `before` that have no outcome, oldest first. */
  unchecked(before: Moment, most: number): Promise<readonly Unchecked[]>;
  /** Writes what a check found, unless something was found before. */
  setOutcome(id: string, outcome: string, now: Moment): Promise<void>;

  /**
   * Receipts changed at `since` or later; assignments and learners always all. A change
   * is seen some time after its moment, once it is durable: whoever asks again and again
   * should begin some seconds before the latest that they saw.
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
    answers: readonly StoredAnswer[],
    most: number,
  ): Promise<boolean>;
  answersOf(classId: string): Promise<readonly (StoredAnswer & { learner: string })[]>;

  /**
   * Starts a learner's quiz, unless it was started: the first start and its secret stay.
   * Null where no such assignment or learner is in the class.
   */
  startQuiz(
    classId: string,
    start: StoredQuizStart & { secret: string },
  ): Promise<{ started: Moment; secret: string } | null>;
  /** A learner's quiz, its tries in order; null where it was not started. */
  quizOf(
    classId: string,
    assignment: string,
    learner: string,
  ): Promise<{ started: Moment; secret: string; tries: readonly StoredTry[] } | null>;
  /**
   * Keeps one try, in order and within `tries`, no later than `longest` milliseconds after
   * the start (null: whenever).
   */
  putTry(
    classId: string,
    tried: StoredTry & { assignment: string; learner: string },
    rules: { tries: number; longest: number | null },
  ): Promise<TryKept>;
  /** All quizzes of a class: starts and tries in their order. */
  quizzesOf(classId: string): Promise<{
    starts: readonly StoredQuizStart[];
    tries: readonly (StoredTry & { assignment: string; learner: string })[];
  }>;

  close(): Promise<void>;
};
