import type { ClassStore } from "./class-store";
import { type Database, numberIn, type Row, textIn } from "./database";
import { holdQuiz, tryIn } from "./sql-tries";

type Part = Pick<ClassStore, "startQuiz" | "quizOf" | "quizzesOf">;

/** Whose quiz a row is of, and of which assignment. */
const ownerIn = (row: Row) => ({
  learner: textIn(row, "learner_id"),
  assignment: textIn(row, "assignment_id"),
});

const clockIn = (row: Row) => ({
  started: numberIn(row, "started"),
  secret: textIn(row, "secret"),
});

/** The part of the store that starts graded quizzes and tells of them. */
export function sqlQuiz(database: Database): Part {
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
  };
}
