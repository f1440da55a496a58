import { nameKey } from "@/labs/assignment/name-key";
import type { ClassStore } from "./class-store";
import {
  numberIn,
  type Row,
  run,
  type Transaction,
  textIn,
  textOrNull,
} from "./database";
import type { GrowingDatabase } from "./growth";
import { classColumns, classIn } from "./sql-classes";
import type { StoredLearner } from "./stored-rows";

/** The columns of `learnerIn`. */
export const learnerColumns = `learner.id, learner.name, learner.joined, learner.section,
  learner.student_id, learner.waiting, CASE WHEN EXISTS
    (SELECT 1 FROM learner_token WHERE learner_token.learner_id = learner.id)
  THEN 1 ELSE 0 END AS came`;

/** A learner from `learnerColumns`. */
export const learnerIn = (row: Row): StoredLearner => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  joined: numberIn(row, "joined"),
  section: textOrNull(row, "section"),
  studentId: textOrNull(row, "student_id"),
  waiting: numberIn(row, "waiting") === 1,
  came: numberIn(row, "came") === 1,
});

/** How many browsers a learner, or a teacher, has at most: the oldest goes. */
const mostTokens = 10;

/** Adds a browser of a learner, or of a teacher, who is held. */
export async function putToken(
  { query }: Transaction,
  person: string,
  tokenHash: string,
  now: number,
  role: "learner" | "teacher" = "learner",
) {
  const [table, id] = [`${role}_token`, `${role}_id`];
  await query(
    `INSERT INTO ${table} (${id}, token_hash, added) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING`,
    ...[person, tokenHash, now],
  );
  await query(
    `DELETE FROM ${table} WHERE ${id} = $1 AND token_hash <> $2
      AND token_hash NOT IN (SELECT token_hash FROM ${table}
        WHERE ${id} = $1 AND token_hash <> $2
        ORDER BY added DESC, token_hash LIMIT ${mostTokens - 1})`,
    ...[person, tokenHash],
  );
}

/** A new row, with its key of the name: see `nameKey`. */
export const insertLearner = (
  { query }: Transaction,
  classId: string,
  learner: Omit<StoredLearner, "came"> & {
    key: string;
    codeHash: string | null;
    /** See `setDeclines`; left out: not. */
    declines?: boolean;
  },
) =>
  query(
    `INSERT INTO learner (id, class_id, name, name_key, joined, section, student_id,
      waiting, code_hash, declines)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT DO NOTHING RETURNING id`,
    ...[learner.id, classId, learner.name, learner.key, learner.joined],
    ...[learner.section, learner.studentId, learner.waiting ? 1 : 0, learner.codeHash],
    learner.declines ? 1 : 0,
  );

/** The learners of a class. */
export function sqlLearners(database: GrowingDatabase) {
  /** The class is held, so that no two requests pass its limit together. */
  async function isFull(
    { query, hold }: Transaction,
    classId: string,
    most: number,
    now: number,
  ) {
    const sql = "SELECT id FROM class WHERE id = $1 AND expires > $2";
    if ((await hold(sql, classId, now)).length === 0) return true;
    const [row] = await query(
      "SELECT COUNT(*) AS there FROM learner WHERE class_id = $1",
      classId,
    );
    return !row || numberIn(row, "there") >= most;
  }

  const foundIn = async (
    { query }: Pick<Transaction, "query">,
    classId: string,
    learner: string,
  ) => {
    const sql = `SELECT ${learnerColumns} FROM learner WHERE class_id = $1 AND id = $2`;
    const [row] = await query(sql, classId, learner);
    return row ? learnerIn(row) : null;
  };

  return {
    join: (classId, { id, name, joined, tokenHash, codeHash }, { most, waiting }) =>
      database.grow(async (transaction) => {
        const full = await isFull(transaction, classId, most, joined);
        const key = nameKey(name);
        const [there] = await transaction.query(
          `SELECT learner.id, learner_token.token_hash FROM learner
          LEFT JOIN learner_token ON learner_token.learner_id = learner.id
            AND learner_token.token_hash = $3
          WHERE learner.class_id = $1 AND learner.name_key = $2`,
          ...[classId, key, tokenHash],
        );
        if (there) {
          // The same token: an earlier try was kept, and its answer lost.
          return there.token_hash === null
            ? { kind: "name taken" }
            : { kind: "joined", id: textIn(there, "id") };
        }
        if (full) return { kind: "full" };
        const row = { id, name, joined, section: null, studentId: null, waiting };
        await insertLearner(transaction, classId, { ...row, key, codeHash });
        await putToken(transaction, id, tokenHash, joined);
        return { kind: "joined", id };
      }),

    joinByCode: (codeHash, tokenHash, now) =>
      database.change(async (transaction) => {
        const { query, hold } = transaction;
        const [held] = await hold(
          "SELECT id, class_id FROM learner WHERE code_hash = $1",
          codeHash,
        );
        if (!held) return null;
        const classId = textIn(held, "class_id");
        const [row] = await query(
          `SELECT ${classColumns} FROM class WHERE id = $1 AND expires > $2`,
          ...[classId, now],
        );
        if (!row) return null;
        const id = textIn(held, "id");
        await putToken(transaction, id, tokenHash, now);
        const learner = await foundIn(transaction, classId, id);
        return learner ? { schoolClass: classIn(row), learner } : null;
      }),

    addLearners: (classId, learners, most) =>
      database.grow(async (transaction) => {
        const got: ("added" | "name taken" | "full")[] = [];
        for (const learner of learners) {
          const full = await isFull(transaction, classId, most, learner.joined);
          const key = nameKey(learner.name);
          const [there] = await transaction.query(
            "SELECT id, code_hash FROM learner WHERE class_id = $1 AND name_key = $2",
            ...[classId, key],
          );
          // The same code: an earlier try was kept, and its answer lost.
          const mine = there?.id === learner.id && there.code_hash === learner.codeHash;
          if (there || full) got.push(mine ? "added" : there ? "name taken" : "full");
          else {
            await insertLearner(transaction, classId, {
              ...learner,
              key,
              waiting: false,
            });
            got.push("added");
          }
        }
        return got;
      }),

    async learnerOf(classId, tokenHash) {
      const [rows] = await database.read([
        `SELECT ${learnerColumns} FROM learner
        JOIN learner_token AS own ON own.learner_id = learner.id
        WHERE learner.class_id = $1 AND own.token_hash = $2`,
        ...[classId, tokenHash],
      ]);
      return rows?.[0] ? learnerIn(rows[0]) : null;
    },

    renewCodes: (classId, codes, ends) =>
      database.change(async (transaction) => {
        const { query } = transaction;
        const got: StoredLearner[] = [];
        for (const { learner, codeHash } of codes) {
          const changed = await query(
            `UPDATE learner SET code_hash = $3 WHERE class_id = $1 AND id = $2
            RETURNING id`,
            ...[classId, learner, codeHash],
          );
          if (changed.length === 0) continue;
          const sql = "DELETE FROM learner_token WHERE learner_id = $1";
          if (ends) await query(sql, learner);
          const found = await foundIn(transaction, classId, learner);
          if (found) got.push(found);
        }
        return got;
      }),

    changeLearner: (classId, learner, change) =>
      database.change(async (transaction) => {
        const { query } = transaction;
        const put = (
          column: "section" | "student_id" | "waiting",
          value: string | number | null,
        ) =>
          query(
            `UPDATE learner SET ${column} = $3 WHERE class_id = $1 AND id = $2`,
            ...[classId, learner, value],
          );
        if (change.section !== undefined) await put("section", change.section);
        if (change.studentId !== undefined) await put("student_id", change.studentId);
        if (change.waiting !== undefined) await put("waiting", change.waiting ? 1 : 0);
        return foundIn(transaction, classId, learner);
      }),

    leave: (classId, tokenHash) =>
      run(
        database,
        `DELETE FROM learner_token WHERE token_hash = $2 AND learner_id IN
          (SELECT id FROM learner WHERE class_id = $1)`,
        ...[classId, tokenHash],
      ),

    deleteLearners: (classId, learners) =>
      database.change(async ({ query }) => {
        for (const learner of learners) {
          // Who came from a platform as a teacher as well is one still.
          await query(
            `UPDATE lti_user SET learner_id = NULL
            WHERE class_id = $1 AND learner_id = $2 AND teacher_id IS NOT NULL`,
            ...[classId, learner],
          );
          const sql = "DELETE FROM learner WHERE class_id = $1 AND id = $2";
          await query(sql, classId, learner);
        }
      }),
  } satisfies Partial<ClassStore>;
}

/**
 * Holds a learner's row, so that requests of one learner are done in turn. False where the
 * class has no such learner, or one who waits for approval.
 */
export async function holdLearner(
  { hold }: Transaction,
  classId: string,
  learner: string,
  who: "let in" | "waiting too" = "let in",
): Promise<boolean> {
  const sql = `SELECT id FROM learner WHERE class_id = $1 AND id = $2
    ${who === "let in" ? "AND waiting = 0" : ""}`;
  return (await hold(sql, classId, learner)).length > 0;
}
