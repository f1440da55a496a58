import type { ClassStore, StoredTry } from "./class-store";
import {
  type Database,
  numberIn,
  numberOrNull,
  type Row,
  type Transaction,
  textIn,
} from "./database";
import { hasAssignment } from "./sql-classes";
import { holdLearner } from "./sql-learners";

/** Whose quiz a row is of, and of which assignment. */
const ownerIn = (row: Row) => ({
  learner: textIn(row, "learner_id"),
  assignment: textIn(row, "assignment_id"),
});

const clockIn = (row: Row) => ({
  started: numberIn(row, "started"),
  secret: textIn(row, "secret"),
});

const tryIn = (row: Row): StoredTry => ({
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
  { learner, assignment }: { learner: string; assignment: string },
  now: number,
): Promise<boolean> {
  const held = await holdLearner(transaction, classId, learner);
  return held && hasAssignment(transaction, classId, assignment, now);
}

/** Graded quizzes: their starts, and the tries at their questions. */
export function sqlQuizzes(database: Database) {
  return {
    startQuiz: (classId, start) =>
      database.change(async (transaction) => {
        const { assignment, learner, started, secret } = start;
        if (!(await holdQuiz(transaction, classId, start, started))) return null;
        await transaction.query(
          `INSERT INTO quiz_start (assignment_id, learner_id, started, secret)
          VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
          ...[assignment, learner, started, secret],
        );
        const [row] = await transaction.query(
          `SELECT started, secret FROM quiz_start
          WHERE assignment_id = $1 AND learner_id = $2`,
          ...[assignment, learner],
        );
        return row ? clockIn(row) : null;
      }),

    async quizOf(classId, assignment, learner) {
      const [starts, tries = []] = await database.read(
        [
          `SELECT quiz_start.started, quiz_start.secret FROM quiz_start
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

    async quizzesOf(classId) {
      const [starts = [], tries = []] = await database.read(
        [
          `SELECT quiz_start.* FROM quiz_start
          JOIN assignment ON assignment.id = quiz_start.assignment_id
          WHERE assignment.class_id = $1 ORDER BY started, learner_id`,
          classId,
        ],
        [
          `SELECT quiz_try.* FROM quiz_try
          JOIN assignment ON assignment.id = quiz_try.assignment_id
          WHERE assignment.class_id = $1
          ORDER BY answered, learner_id, question, try_number`,
          classId,
        ],
      );
      return {
        starts: starts.map((row) => ({
          ...ownerIn(row),
          started: numberIn(row, "started"),
        })),
        tries: tries.map((row) => ({ ...ownerIn(row), ...tryIn(row) })),
      };
    },

    putTry: (classId, tried, { tries, longest }) =>
      database.change(async (transaction) => {
        const { query } = transaction;
        const { assignment, learner, question, text, right, at, took } = tried;
        if (!(await holdQuiz(transaction, classId, tried, at))) return { kind: "gone" };
        const [start] = await query(
          "SELECT started FROM quiz_start WHERE assignment_id = $1 AND learner_id = $2",
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
        const over = longest !== null && at > numberIn(start, "started") + longest;
        if (over) return { kind: "over" };
        const spent = before.length >= tries || before.some((one) => one.right);
        if (spent) return { kind: "spent" };
        if (tried.try !== before.length + 1) return { kind: "early" };
        await query(
          `INSERT INTO quiz_try (assignment_id, learner_id, question, try_number,
            answer_text, is_right, answered, took)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          ...[assignment, learner, question, tried.try, text, right ? 1 : 0, at, took],
        );
        return { kind: "kept", right };
      }),
  } satisfies Partial<ClassStore>;
}
