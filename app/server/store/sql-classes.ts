import { createHash } from "node:crypto";
import type { ClassStore, StoredClass } from "./class-store";
import { type Database, numberIn, type Row, textIn } from "./database";

const columns = "id, name, code, created, expires";

const classIn = (row: Row): StoredClass => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  code: textIn(row, "code"),
  created: numberIn(row, "created"),
  expires: numberIn(row, "expires"),
});

type Part = Pick<
  ClassStore,
  | "openClass"
  | "classOf"
  | "classByCode"
  | "classOfTeacher"
  | "renewTeacher"
  | "deleteClass"
  | "deleteExpired"
>;

/** The part of the store that keeps the classes themselves. */
export function sqlClasses(database: Database): Part {
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

    deleteClass: (id) =>
      database.change(async ({ query }) => {
        await query("DELETE FROM class WHERE id = $1", id);
      }),

    deleteExpired: (now) =>
      database.change(async ({ query }) => {
        const gone = await query(
          "DELETE FROM class WHERE expires <= $1 RETURNING id",
          now,
        );
        return gone.length;
      }),
  };
}

type SqlAssignmentsPart = Pick<ClassStore, "addAssignment" | "deleteAssignment">;

const digestOf = (link: string) => createHash("sha256").update(link).digest("hex");

/** The part of the store that keeps what a class is asked to do. */
export function sqlAssignments(database: Database): SqlAssignmentsPart {
  return {
    addAssignment: (classId, { id, link, created }, most) =>
      database.change(async ({ query, hold }) => {
        // Whoever counts holds the row they count under, so that no two pass a limit.
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

    deleteAssignment: (classId, id) =>
      database.change(async ({ query }) => {
        await query(
          "DELETE FROM assignment WHERE class_id = $1 AND id = $2",
          classId,
          id,
        );
      }),
  };
}
