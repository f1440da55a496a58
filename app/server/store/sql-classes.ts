import type { ClassStore } from "./class-store";
import {
  numberIn,
  numberOrNull,
  type Row,
  type Transaction,
  textIn,
  textOrNull,
} from "./database";
import type { GrowingDatabase } from "./growth";
import type { NewClass, StoredClass, StoredTeacher } from "./stored-rows";

/** The columns of `classIn`. */
export const classColumns = "id, name, code, created, expires, door, approval, measured";

const doors = { open: "open", roster: "roster", closed: "closed" } as const;

const doorIn = (row: Row) => {
  const door = textIn(row, "door");
  // A door that this version does not know is none.
  return door === "open" || door === "roster" ? doors[door] : doors.closed;
};

/** A class from `classColumns`. */
export const classIn = (row: Row): StoredClass => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  code: textIn(row, "code"),
  created: numberIn(row, "created"),
  expires: numberIn(row, "expires"),
  door: doorIn(row),
  approval: numberIn(row, "approval") === 1,
  measured: numberIn(row, "measured") === 1,
});

const teacherIn = (row: Row): StoredTeacher => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  created: numberIn(row, "created"),
});

/** How long a launch proves who somebody is in the course. */
const launchLasts = 24 * 60 * 60 * 1000;

/** Whether a teacher's browser came by a launch, not long ago, of who leads the course. */
const leadsNow = (row: Row, now: number) =>
  numberOrNull(row, "leads") === 1 &&
  numberOrNull(row, "gone") === null &&
  (numberOrNull(row, "added") ?? 0) > now - launchLasts;

/** Few enough for the room that is left on a full disk. */
const deletedAtOnce = 64;

/** A class in which nobody and nothing is after this time is deleted. */
const longestEmpty = 60 * 24 * 60 * 60 * 1000;

/**
 * Opens a class; gives "there" where an earlier try was kept and its answer lost, "code"
 * where the code, or the id, is another class's.
 */
export async function insertClass(
  { query }: Transaction,
  opened: NewClass,
): Promise<"opened" | "there" | "code"> {
  const { id, name, code, created, expires, door, approval } = opened;
  const { teacherHash, recoveryHash } = opened;
  await query("DELETE FROM class WHERE code = $1 AND expires <= $2", code, created);
  const added = await query(
    `INSERT INTO class (id, name, code, created, expires, door, approval,
      teacher_hash, recovery_hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    ...[id, name, code, created, expires, door, approval ? 1 : 0],
    ...[teacherHash, recoveryHash],
  );
  if (added.length > 0) return "opened";
  const mine = await query(
    "SELECT id FROM class WHERE id = $1 AND code = $2 AND teacher_hash = $3",
    ...[id, code, teacherHash],
  );
  return mine.length > 0 ? "there" : "code";
}

/** Classes, and their teachers. */
export function sqlClasses(database: GrowingDatabase) {
  async function found(condition: string, ...values: (string | number)[]) {
    const sql = `SELECT ${classColumns} FROM class WHERE ${condition}`;
    const [rows] = await database.read([sql, ...values]);
    return rows?.[0] ? classIn(rows[0]) : null;
  }

  /** Whether a column of a class went from `old` to `next`, or had done so before. */
  const swap = (
    column: "teacher_hash" | "recovery_hash",
    id: string,
    old: string | null,
    next: string,
  ) =>
    database.change(async ({ query }) => {
      const changed = await query(
        `UPDATE class SET ${column} = $2
        WHERE id = $1 AND (${column} = $3 OR (${column} IS NULL AND $3 IS NULL)
          OR ${column} = $2)
        RETURNING id`,
        ...[id, next, old],
      );
      return changed.length > 0;
    });

  /**
   * First nobody finds the class any more; then it goes bit by bit, so that others need not
   * wait, and a full disk has room for each bit. What is left where the process ends
   * meanwhile has expired.
   */
  async function deleteClass(id: string) {
    const sql = "UPDATE class SET expires = 0 WHERE id = $1 RETURNING id";
    const there = await database.reduce(({ query }) => query(sql, id));
    if (there.length === 0) return;
    for (const table of ["receipt", "learner"]) {
      const bit = `DELETE FROM ${table} WHERE id IN
        (SELECT id FROM ${table} WHERE class_id = $1 LIMIT ${deletedAtOnce})
        RETURNING id`;
      let deleted = deletedAtOnce;
      while (deleted === deletedAtOnce) {
        deleted = (await database.reduce(({ query }) => query(bit, id))).length;
      }
    }
    await database.reduce(({ query }) => query("DELETE FROM class WHERE id = $1", id));
  }

  return {
    openClass: (opened) =>
      database.grow(async (transaction) => {
        return (await insertClass(transaction, opened)) !== "code";
      }),

    changeClass: (id, { name, door, approval, expires, measured }, now) =>
      database.change(async ({ query }) => {
        const bit = (on: boolean | undefined) => (on === undefined ? null : Number(on));
        const [row] = await query(
          `UPDATE class SET name = COALESCE($3, name), door = COALESCE($4, door),
            approval = COALESCE($5, approval), expires = COALESCE($6, expires),
            measured = COALESCE($7, measured)
          WHERE id = $1 AND expires > $2 RETURNING ${classColumns}`,
          ...[id, now, name ?? null, door ?? null],
          ...[bit(approval), expires ?? null, bit(measured)],
        );
        const forgets = `UPDATE answer SET first_sure = NULL WHERE first_sure IS NOT NULL
          AND learner_id IN (SELECT id FROM learner WHERE class_id = $1)`;
        if (row && measured === false) await query(forgets, id);
        return row ? classIn(row) : null;
      }),

    classOf: (id, now) => found("id = $1 AND expires > $2", id, now),

    classByCode: (code, now) => found("code = $1 AND expires > $2", code, now),

    async classOfTeacher(id, hash, now) {
      const [classes = [], teachers = []] = await database.read(
        [
          `SELECT ${classColumns}, teacher_hash, recovery_hash FROM class
          WHERE id = $1 AND expires > $2`,
          ...[id, now],
        ],
        [
          `SELECT teacher.id, teacher.name, own.added, lti_user.leads, lti_user.gone
          FROM teacher
          LEFT JOIN teacher_token AS own
            ON own.teacher_id = teacher.id AND own.token_hash = $2
          LEFT JOIN lti_user ON lti_user.teacher_id = teacher.id
          WHERE teacher.class_id = $1
            AND (teacher.secret_hash = $2 OR own.token_hash = $2)`,
          ...[id, hash],
        ],
      );
      const [[row], [teacher]] = [classes, teachers];
      const isLink = row?.teacher_hash === hash;
      if (!row || (!isLink && !teacher)) return null;
      const secrets = {
        teacherHash: textIn(row, "teacher_hash"),
        recoveryHash: textOrNull(row, "recovery_hash"),
      };
      const by =
        isLink || !teacher
          ? null
          : { id: textIn(teacher, "id"), name: textIn(teacher, "name") };
      const owns = isLink || (teacher !== undefined && leadsNow(teacher, now));
      return { ...classIn(row), ...secrets, by, owns };
    },

    renewTeacher: (id, old, next) => swap("teacher_hash", id, old, next),

    renewRecovery: (id, old, next) => swap("recovery_hash", id, old, next),

    recover: (recoveryHash, next, now) =>
      database.change(async ({ query }) => {
        const [row] = await query(
          `UPDATE class SET teacher_hash = $2, recovery_hash = $3
          WHERE (recovery_hash = $1 OR (teacher_hash = $2 AND recovery_hash = $3))
            AND expires > $4
          RETURNING ${classColumns}`,
          ...[recoveryHash, next.teacherHash, next.recoveryHash, now],
        );
        return row ? classIn(row) : null;
      }),

    async teachersOf(classId) {
      const [rows = []] = await database.read([
        "SELECT id, name, created FROM teacher WHERE class_id = $1 ORDER BY created, id",
        classId,
      ]);
      return rows.map(teacherIn);
    },

    addTeacher: (classId, { id, name, created, secretHash }, most) =>
      database.change(async ({ query, hold }) => {
        await hold("SELECT id FROM class WHERE id = $1", classId);
        const there = await query(
          "SELECT id FROM teacher WHERE id = $1 AND class_id = $2",
          ...[id, classId],
        );
        if (there.length > 0) return "added";
        const added = await query(
          `INSERT INTO teacher (id, class_id, name, secret_hash, created)
          SELECT CAST($1 AS TEXT), class.id, CAST($3 AS TEXT), CAST($4 AS TEXT),
            CAST($5 AS BIGINT)
          FROM class WHERE class.id = $2 AND class.expires > CAST($5 AS BIGINT)
            AND (SELECT COUNT(*) FROM teacher WHERE class_id = $2) < CAST($6 AS BIGINT)
          RETURNING id`,
          ...[id, classId, name, secretHash, created, most],
        );
        return added.length > 0 ? "added" : "full";
      }),

    deleteTeacher: (classId, id) =>
      database.change(async ({ query }) => {
        // Who came from a platform as a learner as well is one still.
        await query(
          `UPDATE lti_user SET teacher_id = NULL
          WHERE class_id = $1 AND teacher_id = $2 AND learner_id IS NOT NULL`,
          ...[classId, id],
        );
        await query("DELETE FROM teacher WHERE class_id = $1 AND id = $2", classId, id);
      }),

    deleteClass,

    async deleteExpired(now) {
      const [rows = []] = await database.read([
        `SELECT id FROM class WHERE expires <= $1 OR (created <= $2
          AND NOT EXISTS (SELECT 1 FROM learner WHERE class_id = class.id)
          AND NOT EXISTS (SELECT 1 FROM assignment WHERE class_id = class.id))`,
        ...[now, now - longestEmpty],
      ]);
      for (const row of rows) await deleteClass(textIn(row, "id"));
      return rows.length;
    },
  } satisfies Partial<ClassStore>;
}
