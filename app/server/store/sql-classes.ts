import { createHash } from "node:crypto";
import type { ClassStore, StoredClass } from "./class-store";
import {
  type Database,
  numberIn,
  type Row,
  run,
  type Transaction,
  textIn,
} from "./database";

const columns = "id, name, code, created, expires";

const classIn = (row: Row): StoredClass => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  code: textIn(row, "code"),
  created: numberIn(row, "created"),
  expires: numberIn(row, "expires"),
});

const digestOf = (link: string) => createHash("sha256").update(link).digest("hex");

/** Whether a class that has not expired has an assignment. */
export async function hasAssignment(
  { query }: Transaction,
  classId: string,
  assignment: string,
  now: number,
): Promise<boolean> {
  const found = await query(
    `SELECT assignment.id FROM assignment JOIN class ON class.id = assignment.class_id
    WHERE assignment.id = $1 AND class.id = $2 AND class.expires > $3`,
    ...[assignment, classId, now],
  );
  return found.length > 0;
}

/** Classes and their assignments. */
export function sqlClasses(database: Database) {
  async function found(condition: string, ...values: (string | number)[]) {
    const sql = `SELECT ${columns} FROM class WHERE ${condition}`;
    const [rows] = await database.read([sql, ...values]);
    return rows?.[0] ? classIn(rows[0]) : null;
  }

  return {
    openClass: ({ id, name, code, teacherHash, created, expires }) =>
      database.change(async ({ query }) => {
        await query("DELETE FROM class WHERE code = $1 AND expires <= $2", code, created);
        await query(
          `INSERT INTO class (id, name, code, teacher_hash, created, expires)
          VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
          ...[id, name, code, teacherHash, created, expires],
        );
        // Also true where an earlier try was kept and its answer lost.
        const mine = await query(
          "SELECT id FROM class WHERE id = $1 AND code = $2 AND teacher_hash = $3",
          ...[id, code, teacherHash],
        );
        return mine.length > 0;
      }),

    classOf: (id, now) => found("id = $1 AND expires > $2", id, now),

    classByCode: (code, now) => found("code = $1 AND expires > $2", code, now),

    classOfTeacher: (id, teacherHash, now) =>
      found("id = $1 AND teacher_hash = $2 AND expires > $3", id, teacherHash, now),

    renewTeacher: (id, teacherHash) =>
      database.change(async ({ query }) => {
        const sql = "UPDATE class SET teacher_hash = $2 WHERE id = $1 RETURNING id";
        return (await query(sql, id, teacherHash)).length > 0;
      }),

    deleteClass: (id) => run(database, "DELETE FROM class WHERE id = $1", id),

    deleteExpired: (now) =>
      database.change(async ({ query }) => {
        const gone = await query(
          "DELETE FROM class WHERE expires <= $1 RETURNING id",
          now,
        );
        return gone.length;
      }),

    addAssignment: (classId, { id, link, created }, most) =>
      database.change(async ({ query, hold }) => {
        // Holding the row they count under keeps two requests from passing a limit together.
        await hold("SELECT id FROM class WHERE id = $1", classId);
        const digest = digestOf(link);
        const [there] = await query(
          "SELECT id FROM assignment WHERE class_id = $1 AND link_digest = $2",
          ...[classId, digest],
        );
        // The same id: an earlier try was kept, and its answer lost.
        if (there) return there.id === id ? "added" : "there";
        const added = await query(
          `INSERT INTO assignment (id, class_id, link, link_digest, created)
          SELECT CAST($1 AS TEXT), class.id, CAST($3 AS TEXT), CAST($4 AS TEXT),
            CAST($5 AS BIGINT)
          FROM class WHERE class.id = $2 AND class.expires > CAST($5 AS BIGINT)
            AND (SELECT COUNT(*) FROM assignment WHERE class_id = $2) < CAST($6 AS BIGINT)
          RETURNING id`,
          ...[id, classId, link, digest, created, most],
        );
        return added.length > 0 ? "added" : "full";
      }),

    deleteAssignment: (classId, id) => {
      const sql = "DELETE FROM assignment WHERE class_id = $1 AND id = $2";
      return run(database, sql, classId, id);
    },
  } satisfies Partial<ClassStore>;
}
