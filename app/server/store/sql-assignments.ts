import { createHash } from "node:crypto";
import type { ClassStore } from "./class-store";
import {
  numberIn,
  numberOrNull,
  type Row,
  type Statement,
  type Transaction,
  textIn,
} from "./database";
import type { GrowingDatabase } from "./growth";
import { gradeChanged } from "./sql-grade-changed";
import { holdLearner } from "./sql-learners";
import type { StoredAssignment, StoredExtension, StoredMark } from "./stored-rows";

/** The columns of `assignmentIn`. */
export const assignmentColumns = "id, link, created, closes";

/** An assignment from `assignmentColumns`. */
export const assignmentIn = (row: Row): StoredAssignment => ({
  id: textIn(row, "id"),
  link: textIn(row, "link"),
  created: numberIn(row, "created"),
  closes: numberOrNull(row, "closes"),
});

/** An extension from all columns. */
export const extensionIn = (row: Row): StoredExtension => ({
  assignment: textIn(row, "assignment_id"),
  learner: textIn(row, "learner_id"),
  due: textIn(row, "due"),
});

const verdictIn = ({ verdict }: Row) =>
  verdict === "accepted" || verdict === "refused" ? verdict : null;

/** A mark from all columns. */
export const markIn = (row: Row): StoredMark => ({
  assignment: textIn(row, "assignment_id"),
  learner: textIn(row, "learner_id"),
  points: numberOrNull(row, "points"),
  verdict: verdictIn(row),
  reason: textIn(row, "reason"),
  comment: textIn(row, "comment"),
  at: numberIn(row, "marked"),
  by: textIn(row, "marked_by"),
});

/** A link is too long for an index of PostgreSQL; its digest is not. */
export const digestOf = (link: string) => createHash("sha256").update(link).digest("hex");

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

/** Statements that read the extensions and the marks of a class, or of one learner. */
export function grantStatements(classId: string, learner?: string): Statement[] {
  const select = (table: "extension" | "mark"): Statement => [
    `SELECT ${table}.* FROM ${table} JOIN learner ON learner.id = ${table}.learner_id
    WHERE learner.class_id = $1${learner === undefined ? "" : " AND learner.id = $2"}
    ORDER BY assignment_id, learner_id`,
    ...(learner === undefined ? [classId] : [classId, learner]),
  ];
  return [select("extension"), select("mark")];
}

/** The answers to `grantStatements`. */
export const grantsIn = (
  extensions: readonly Row[] = [],
  marks: readonly Row[] = [],
) => ({
  extensions: extensions.map(extensionIn),
  marks: marks.map(markIn),
});

/** Adds an assignment to a class that is held. */
export const insertAssignment = (
  { query }: Transaction,
  classId: string,
  { id, link, created, closes }: StoredAssignment,
) =>
  query(
    `INSERT INTO assignment (id, class_id, link, link_digest, created, closes)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
    ...[id, classId, link, digestOf(link), created, closes],
  );

/** Instead of what was there: an extension. */
export const putExtension = (
  { query }: Transaction,
  { assignment, learner, due }: StoredExtension,
) =>
  query(
    `INSERT INTO extension (assignment_id, learner_id, due) VALUES ($1, $2, $3)
    ON CONFLICT (assignment_id, learner_id) DO UPDATE SET due = excluded.due`,
    ...[assignment, learner, due],
  );

/** Instead of what was there: a mark. */
export const putMark = ({ query }: Transaction, mark: StoredMark) =>
  query(
    `INSERT INTO mark (assignment_id, learner_id, points, verdict, reason, comment,
      marked, marked_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (assignment_id, learner_id) DO UPDATE SET points = excluded.points,
      verdict = excluded.verdict, reason = excluded.reason, comment = excluded.comment,
      marked = excluded.marked, marked_by = excluded.marked_by`,
    ...[mark.assignment, mark.learner, mark.points, mark.verdict, mark.reason],
    ...[mark.comment, mark.at, mark.by],
  );

/** The assignments of classes, and what teachers grant and decide about each learner's. */
export function sqlAssignments(database: GrowingDatabase) {
  /** Whether an assignment and a learner are of the class; both are held. */
  async function holdWork(
    transaction: Transaction,
    classId: string,
    { assignment, learner }: { assignment: string; learner: string },
  ) {
    const held = await holdLearner(transaction, classId, learner, "waiting too");
    const sql = "SELECT id FROM assignment WHERE class_id = $1 AND id = $2";
    const found = held ? await transaction.hold(sql, classId, assignment) : [];
    return found.length > 0;
  }

  return {
    addAssignment: (classId, assignment, most) =>
      database.grow(async (transaction) => {
        const { query, hold } = transaction;
        // Holding the row they count under keeps two requests from passing a limit together.
        const open = await hold(
          "SELECT id FROM class WHERE id = $1 AND expires > $2",
          ...[classId, assignment.created],
        );
        const [there] = await query(
          "SELECT id FROM assignment WHERE class_id = $1 AND link_digest = $2",
          ...[classId, digestOf(assignment.link)],
        );
        // The same id: an earlier try was kept, and its answer lost.
        if (there) return there.id === assignment.id ? "added" : "there";
        const sql = "SELECT id FROM assignment WHERE class_id = $1";
        const full = open.length === 0 || (await query(sql, classId)).length >= most;
        if (full) return "full";
        const added = await insertAssignment(transaction, classId, assignment);
        return added.length > 0 ? "added" : "full";
      }),

    changeAssignment: (classId, id, { link, closes }, now) =>
      database.change(async (transaction) => {
        const { query, hold } = transaction;
        await hold("SELECT id FROM class WHERE id = $1", classId);
        const [row] = await hold(
          `SELECT ${assignmentColumns} FROM assignment WHERE class_id = $1 AND id = $2`,
          ...[classId, id],
        );
        if (!row) return { kind: "gone" };
        const before = assignmentIn(row);
        const after = {
          ...before,
          ...(link !== undefined && { link }),
          ...(closes !== undefined && { closes }),
        };
        const digest = digestOf(after.link);
        const others = await query(
          `SELECT id FROM assignment
          WHERE class_id = $1 AND link_digest = $2 AND id <> $3`,
          ...[classId, digest, id],
        );
        if (others.length > 0) return { kind: "there" };
        await query(
          "UPDATE assignment SET link = $2, link_digest = $3, closes = $4 WHERE id = $1",
          ...[id, after.link, digest, after.closes],
        );
        if (after.link !== before.link) {
          await query(
            "UPDATE receipt SET outcome = NULL, changed = $2 WHERE assignment_id = $1",
            ...[id, now],
          );
          await gradeChanged(transaction, id, null, now);
        }
        return { kind: "changed", assignment: after };
      }),

    deleteAssignment: (classId, id) =>
      database.change(async ({ query, hold }) => {
        // Whoever hands in meanwhile waits: no text is left out of the sum.
        await hold("SELECT id FROM learner WHERE class_id = $1", classId);
        await query(
          `UPDATE learner SET size = size - (SELECT CAST(SUM(receipt.size) AS BIGINT)
            FROM receipt WHERE receipt.assignment_id = $2
              AND receipt.learner_id = learner.id)
          WHERE class_id = $1 AND id IN
            (SELECT learner_id FROM receipt WHERE assignment_id = $2)`,
          ...[classId, id],
        );
        const sql = "DELETE FROM assignment WHERE class_id = $1 AND id = $2";
        await query(sql, classId, id);
      }),

    extend: (classId, { assignment, learner, due }, now) =>
      database.change(async (transaction) => {
        if (!(await holdWork(transaction, classId, { assignment, learner })))
          return false;
        if (due === null) {
          const sql =
            "DELETE FROM extension WHERE assignment_id = $1 AND learner_id = $2";
          await transaction.query(sql, assignment, learner);
        } else {
          await putExtension(transaction, { assignment, learner, due });
        }
        await gradeChanged(transaction, assignment, learner, now);
        return true;
      }),

    mark: (classId, mark) =>
      database.change(async (transaction) => {
        if (!(await holdWork(transaction, classId, mark))) return false;
        await putMark(transaction, mark);
        await gradeChanged(transaction, mark.assignment, mark.learner, mark.at);
        return true;
      }),

    unmark: (classId, { assignment, learner }, now) =>
      database.change(async (transaction) => {
        const unmarked = await transaction.query(
          `DELETE FROM mark WHERE assignment_id = $1 AND learner_id =
            (SELECT id FROM learner WHERE id = $2 AND class_id = $3)
          RETURNING assignment_id`,
          ...[assignment, learner, classId],
        );
        if (unmarked.length > 0) {
          await gradeChanged(transaction, assignment, learner, now);
        }
      }),

    async grantsOf(classId, learner) {
      const [extensions, marks] = await database.read(
        ...grantStatements(classId, learner),
      );
      return grantsIn(extensions, marks);
    },
  } satisfies Partial<ClassStore>;
}
