import type { FirstAnswer } from "@/content/items/item-report";
import type { ClassStore } from "./class-store";
import { numberIn, numberOrNull, type Row, type Transaction, textIn } from "./database";
import type { GrowingDatabase } from "./growth";
import { holdLearner } from "./sql-learners";
import type { MeasuredAnswer, StoredAnswer } from "./stored-rows";

/** An answer from all columns. */
export const answerIn = (row: Row): StoredAnswer & { learner: string } => ({
  learner: textIn(row, "learner_id"),
  question: textIn(row, "question"),
  first: textIn(row, "first_text"),
  firstRight: numberIn(row, "first_right") === 1,
  latest: textIn(row, "latest_text"),
  right: numberIn(row, "latest_right") === 1,
  at: numberIn(row, "answered"),
  took: numberOrNull(row, "first_took"),
  ...(row.second_wording === 1 ? { wording: "second" } : {}),
});

const firstColumns =
  "learner_id, question, first_text, first_right, first_took, first_sure, second_wording";

function firstIn(row: Row): FirstAnswer {
  const sure = numberOrNull(row, "first_sure");
  return {
    learner: textIn(row, "learner_id"),
    question: textIn(row, "question"),
    first: textIn(row, "first_text"),
    firstRight: numberIn(row, "first_right") === 1,
    took: numberOrNull(row, "first_took"),
    ...(sure !== null && { sure }),
    ...(row.second_wording === 1 && { wording: "second" }),
  };
}

/** Keeps an answer, unless there is a later one. */
export const insertAnswer = (
  { query }: Pick<Transaction, "query">,
  learner: string,
  { question, first, firstRight, latest, right, at, took, ...more }: MeasuredAnswer,
) =>
  query(
    `INSERT INTO answer (learner_id, question, first_text, first_right,
      latest_text, latest_right, answered, first_took, first_sure, second_wording)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (learner_id, question) DO UPDATE SET
      latest_text = excluded.latest_text,
      latest_right = excluded.latest_right,
      answered = excluded.answered
    WHERE answer.answered < excluded.answered`,
    ...[learner, question, first, firstRight ? 1 : 0, latest, right ? 1 : 0, at, took],
    ...[more.sure ?? null, more.wording === "second" ? 1 : 0],
  );

/** So many learners' answers are read at once: some milliseconds of SQLite. */
const together = 4;

/** Answers to the course's questions. */
export function sqlAnswers(database: GrowingDatabase) {
  return {
    putAnswers: (classId, learner, answers, most) =>
      database.grow(async (transaction) => {
        const { query } = transaction;
        if (!(await holdLearner(transaction, classId, learner))) return false;
        const rows = await query(
          "SELECT question, answered FROM answer WHERE learner_id = $1",
          learner,
        );
        const kept = new Map(
          rows.map((row) => [textIn(row, "question"), numberIn(row, "answered")]),
        );
        const all = new Set([...kept.keys(), ...answers.map(({ question }) => question)]);
        if (all.size > most) return false;
        for (const answer of answers) {
          const latest = kept.get(answer.question) ?? Number.NEGATIVE_INFINITY;
          if (answer.at > latest) await insertAnswer(transaction, learner, answer);
        }
        return true;
      }),

    async answersOf(classId) {
      const [rows = []] = await database.read([
        `SELECT answer.* FROM answer JOIN learner ON learner.id = answer.learner_id
        WHERE learner.class_id = $1 ORDER BY answer.answered`,
        classId,
      ]);
      return rows.map(answerIn);
    },

    async *measuredAnswers(classId) {
      const [learners = []] = await database.read([
        "SELECT id FROM learner WHERE class_id = $1 AND declines = 0",
        classId,
      ]);
      for (let at = 0; at < learners.length; at += together) {
        // Whoever declines meanwhile is left out, too.
        const statements = learners.slice(at, at + together).map(
          (row) =>
            [
              `SELECT ${firstColumns} FROM answer
                JOIN learner ON learner.id = answer.learner_id WHERE learner.id = $1 AND learner.declines = 0`,
              textIn(row, "id"),
            ] as const,
        );
        yield (await database.read(...statements)).flat().map(firstIn);
      }
    },

    async declines(classId, learner) {
      const [rows = []] = await database.read([
        "SELECT id FROM learner WHERE class_id = $1 AND id = $2 AND declines = 1",
        ...[classId, learner],
      ]);
      return rows.length > 0;
    },

    setDeclines: (classId, learner, declines) =>
      database.change(async ({ query }) => {
        const changed = await query(
          `UPDATE learner SET declines = $3 WHERE class_id = $1 AND id = $2
          RETURNING id`,
          ...[classId, learner, declines ? 1 : 0],
        );
        if (changed.length === 0 || !declines) return;
        await query("UPDATE answer SET first_sure = NULL WHERE learner_id = $1", learner);
      }),
  } satisfies Partial<ClassStore>;
}
