import type { ClassStore, StoredTry } from "./class-store";
import {
  type Database,
  numberIn,
  numberOrNull,
  type Row,
  type Transaction,
  textIn,
} from "./database";

export const tryIn = (row: Row): StoredTry => ({
  question: textIn(row, "question"),
  try: numberIn(row, "try_number"),
  text: textIn(row, "answer_text"),
  right: numberIn(row, "is_right") === 1,
  at: numberIn(row, "answered"),
  took: numberOrNull(row, "took"),
});

/**
 * Whether a learner and an assignment are in a class. Holds the learner, so that what one
 * of them does is done in turn.
 */
export async function holdQuiz(
  { query, hold }: Transaction,
  classId: string,
  { learner, assignment }: { learner: string; assignment: string },
  now: number,
): Promise<boolean> {
  const held = await hold(
    "SELECT id FROM learner WHERE class_id = $1 AND id = $2",
    ...[classId, learner],
  );
  const asked = await query(
    `SELECT assignment.id FROM assignment JOIN class ON class.id = assignment.class_id
    WHERE assignment.id = $1 AND class.id = $2 AND class.expires > $3`,
    ...[assignment, classId, now],
  );
  return held.length > 0 && asked.length > 0;
}

/** The part of the store that takes answers of graded quizzes in. */
export function sqlTries(database: Database): Pick<ClassStore, "putTry"> {
  return {
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
  };
}
