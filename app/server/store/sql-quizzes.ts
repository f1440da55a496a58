import type { ClassStore } from "./class-store";
import {
  type Database,
  numberIn,
  numberOrNull,
  type Row,
  type Transaction,
  textIn,
} from "./database";
import { hasAssignment } from "./sql-assignments";
import { gradeChanged } from "./sql-grade-changed";
import { holdLearner } from "./sql-learners";
import type { StoredQuizStart, StoredTry } from "./stored-rows";

/** Whose quiz a row is of, and of which assignment. */
const ownerIn = (row: Row) => ({
  learner: textIn(row, "learner_id"),
  assignment: textIn(row, "assignment_id"),
});

const clockIn = (row: Row) => ({
  started: numberIn(row, "started"),
  secret: textIn(row, "secret"),
  handed: numberOrNull(row, "handed"),
});

/** A start, without its secret, from all columns. */
export const startIn = (row: Row): StoredQuizStart => ({
  ...ownerIn(row),
  started: numberIn(row, "started"),
  handed: numberOrNull(row, "handed"),
});

/** A try from all columns. */
export const tryIn = (row: Row): StoredTry => ({
  question: textIn(row, "question"),
  try: numberIn(row, "try_number"),
  text: textIn(row, "answer_text"),
  right: numberIn(row, "is_right") === 1,
  at: numberIn(row, "answered"),
  took: numberOrNull(row, "took"),
});

/** Whether a learner and an assignment are in a class; holds the learner. */
async function holdQuiz(
  transaction: Transaction,
  classId: string,
  { learner, assignment }: Whose,
  now: number,
): Promise<boolean> {
  const held = await holdLearner(transaction, classId, learner);
  return held && hasAssignment(transaction, classId, assignment, now);
}

type Whose = { assignment: string; learner: string };

/** A start, unless there is one; gives a row where it is new. */
export const insertQuiz = (
  { query }: Transaction,
  { assignment, learner, started, secret, handed }: StoredQuizStart & { secret: string },
) =>
  query(
    `INSERT INTO quiz_start (assignment_id, learner_id, started, secret, handed)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING started`,
    ...[assignment, learner, started, secret, handed],
  );

/** A new try. */
export const insertTry = ({ query }: Transaction, tried: StoredTry & Whose) =>
  query(
    `INSERT INTO quiz_try (assignment_id, learner_id, question, try_number,
      answer_text, is_right, answered, took)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    ...[tried.assignment, tried.learner, tried.question, tried.try, tried.text],
    ...[tried.right ? 1 : 0, tried.at, tried.took],
  );

/** Graded quizzes: their starts, and the tries at their questions. */
export function sqlQuizzes(database: Database) {
  return {
    startQuiz: (classId, start) =>
      database.change(async (transaction) => {
        const { assignment, learner, started } = start;
        if (!(await holdQuiz(transaction, classId, start, started))) return null;
        const begun = await insertQuiz(transaction, { ...start, handed: null });
        if (begun.length > 0) {
          await gradeChanged(transaction, assignment, learner, started);
        }
        const [row] = await transaction.query(
          `SELECT started, secret, handed FROM quiz_start
          WHERE assignment_id = $1 AND learner_id = $2`,
          ...[assignment, learner],
        );
        return row ? clockIn(row) : null;
      }),

    async quizOf(classId, assignment, learner) {
      const [starts, tries = []] = await database.read(
        [
          `SELECT quiz_start.* FROM quiz_start
          JOIN assignment ON assignment.id = quiz_start.assignment_id
          WHERE assignment.class_id = $1 AND assignment.id = $2
            AND quiz_start.learner_id = $3`,
          ...[classId, assignment, learner],
        ],
        [
          `SELECT * FROM quiz_try WHERE assignment_id = $1 AND learner_id = $2
          ORDER BY answered, question, try_number`,
          ...[assignment, learner],
        ],
      );
      const row = starts?.[0];
      return row ? { ...clockIn(row), tries: tries.map(tryIn) } : null;
    },

    async quizzesOf(classId, learner) {
      const mine = learner === undefined ? "" : "AND learner_id = $2";
      const values = learner === undefined ? [classId] : [classId, learner];
      const [starts = [], tries = []] = await database.read(
        [
          `SELECT quiz_start.* FROM quiz_start
          JOIN assignment ON assignment.id = quiz_start.assignment_id
          WHERE assignment.class_id = $1 ${mine} ORDER BY started, learner_id`,
          ...values,
        ],
        [
          `SELECT quiz_try.* FROM quiz_try
          JOIN assignment ON assignment.id = quiz_try.assignment_id
          WHERE assignment.class_id = $1 ${mine}
          ORDER BY answered, learner_id, question, try_number`,
          ...values,
        ],
      );
      return {
        starts: starts.map(startIn),
        tries: tries.map((row) => ({ ...ownerIn(row), ...tryIn(row) })),
      };
    },

    handInQuiz: (classId, { assignment, learner, at }) =>
      database.change(async (transaction) => {
        const quiz = { assignment, learner };
        if (!(await holdQuiz(transaction, classId, quiz, at))) return null;
        const [row] = await transaction.query(
          `UPDATE quiz_start SET handed = COALESCE(handed, $3)
          WHERE assignment_id = $1 AND learner_id = $2 RETURNING handed`,
          ...[assignment, learner, at],
        );
        if (row?.handed === at) await gradeChanged(transaction, assignment, learner, at);
        return row ? { handed: numberIn(row, "handed") } : null;
      }),

    putTry: (classId, tried, { tries, longest, again }) =>
      database.change(async (transaction) => {
        const { query } = transaction;
        const { assignment, learner, question, text, at } = tried;
        if (!(await holdQuiz(transaction, classId, tried, at))) return { kind: "gone" };
        const [start] = await query(
          `SELECT started, handed FROM quiz_start
          WHERE assignment_id = $1 AND learner_id = $2`,
          ...[assignment, learner],
        );
        if (!start) return { kind: "closed" };
        const rows = await query(
          `SELECT * FROM quiz_try
          WHERE assignment_id = $1 AND learner_id = $2 AND question = $3`,
          ...[assignment, learner, question],
        );
        const before = rows.map(tryIn);
        const same = before.find((one) => one.try === tried.try);
        if (same) {
          const repeated = same.text === text;
          return repeated ? { kind: "kept", right: same.right } : { kind: "other" };
        }
        if (start.handed !== null) return { kind: "handed" };
        const over = longest !== null && at > numberIn(start, "started") + longest;
        if (over) return { kind: "over" };
        const known = !again && before.some((one) => one.right);
        if (known || before.length >= tries) return { kind: "spent" };
        if (tried.try !== before.length + 1) return { kind: "early" };
        await insertTry(transaction, tried);
        await gradeChanged(transaction, assignment, learner, at);
        return { kind: "kept", right: tried.right };
      }),
  } satisfies Partial<ClassStore>;
}
