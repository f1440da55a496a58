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
import {
  assignmentColumns,
  assignmentIn,
  digestOf,
  grantStatements,
  grantsIn,
} from "./sql-assignments";
import { gradeChanged } from "./sql-grade-changed";
import { learnerColumns, learnerIn } from "./sql-learners";
import type { StoredReceipt } from "./stored-rows";

/** The columns of `headIn`. */
export const receiptColumns = "id, assignment_id, learner_id, received, changed, outcome";

/** A receipt without its text. */
export const headIn = (row: Row): StoredReceipt => ({
  id: textIn(row, "id"),
  assignment: textIn(row, "assignment_id"),
  learner: textIn(row, "learner_id"),
  received: numberIn(row, "received"),
  changed: numberIn(row, "changed"),
  outcome: textOrNull(row, "outcome"),
});

/** A receipt as it is kept, whose texts count for its learner. */
type KeptReceipt = StoredReceipt & { key: string; packed: string; work: number | null };

/** A new row of a learner who is held. */
export async function insertReceipt(
  { query }: Transaction,
  classId: string,
  receipt: KeptReceipt,
) {
  const { id, assignment, learner, key, received, changed, outcome, packed } = receipt;
  await query(
    `INSERT INTO receipt (id, class_id, assignment_id, learner_id, key, received, changed,
      outcome, packed, work, size)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    ...[id, classId, assignment, learner, key, received, changed, outcome, packed],
    ...[receipt.work, packed.length],
  );
  const sql = "UPDATE learner SET size = size + $2 WHERE id = $1";
  await query(sql, learner, packed.length);
}

/** Receipts: taken in, checked, and shown on the board. */
export function sqlReceipts(database: GrowingDatabase) {
  return {
    handIn: (classId, receipt, most, room) =>
      database.grow(async (transaction) => {
        const { query, hold } = transaction;
        const { id, key, assignment, learner, packed, received } = receipt;
        // Requests of one learner are done in turn.
        const [held] = await hold(
          "SELECT size FROM learner WHERE class_id = $1 AND id = $2 AND waiting = 0",
          ...[classId, learner],
        );
        if (!held) return { kind: "gone" };
        const [there] = await query(
          `SELECT id,
            CASE WHEN packed = $3 AND assignment_id = $4 THEN 1 ELSE 0 END AS same
          FROM receipt WHERE learner_id = $1 AND key = $2`,
          ...[learner, key, packed, assignment],
        );
        if (there) {
          return there.same === 1
            ? { kind: "there", id: textIn(there, "id") }
            : { kind: "other" };
        }
        const [asked] = await query(
          `SELECT
            (SELECT COUNT(*) FROM receipt
              WHERE assignment_id = $1 AND learner_id = $2) AS handed,
            (SELECT CAST(SUM(size) AS BIGINT) FROM learner WHERE class_id = $3) AS size
          FROM assignment JOIN class ON class.id = assignment.class_id
          WHERE assignment.id = $1 AND class.id = $3 AND class.expires > $4`,
          ...[assignment, learner, classId, received],
        );
        if (!asked) return { kind: "gone" };
        if (numberIn(asked, "handed") >= most) return { kind: "full" };
        const heavy =
          room !== undefined &&
          (numberIn(held, "size") + packed.length > room.learner ||
            numberIn(asked, "size") + packed.length > room.class);
        if (heavy) return { kind: "heavy" };
        const row = { ...receipt, changed: received, outcome: null };
        await insertReceipt(transaction, classId, row);
        await gradeChanged(transaction, assignment, learner, received);
        return { kind: "taken", id };
      }),

    async packedOf(classId, id, learner) {
      const sql =
        "SELECT learner_id, packed FROM receipt WHERE class_id = $1 AND id = $2";
      const [rows] = await database.read([sql, classId, id]);
      const row = rows?.[0];
      if (!row || (learner !== undefined && row.learner_id !== learner)) return null;
      return textIn(row, "packed");
    },

    async unchecked(before, most) {
      const [rows = []] = await database.read([
        `SELECT id, class_id, learner_id, work FROM (
          SELECT *, ROW_NUMBER() OVER (
            PARTITION BY class_id, own ORDER BY received, id) AS of_class
          FROM (
            SELECT id, class_id, learner_id, work, received, ROW_NUMBER() OVER (
              PARTITION BY learner_id ORDER BY received, id) AS own
            FROM receipt WHERE outcome IS NULL AND received < $1
          ) AS waiting
        ) AS turns
        ORDER BY own, of_class, received, id LIMIT $2`,
        ...[before, most],
      ]);
      return rows.map((row) => ({
        id: textIn(row, "id"),
        classId: textIn(row, "class_id"),
        learner: textIn(row, "learner_id"),
        work: numberOrNull(row, "work"),
      }));
    },

    async receiptToCheck(id) {
      const [rows] = await database.read([
        `SELECT receipt.packed, assignment.link, learner.id, learner.name FROM receipt
        JOIN assignment ON assignment.id = receipt.assignment_id
        JOIN learner ON learner.id = receipt.learner_id
        WHERE receipt.id = $1 AND receipt.outcome IS NULL`,
        id,
      ]);
      const row = rows?.[0];
      if (!row) return null;
      return {
        packed: textIn(row, "packed"),
        link: textIn(row, "link"),
        learner: { id: textIn(row, "id"), name: textIn(row, "name") },
      };
    },

    setOutcome: (id, outcome, now, link) =>
      database.change(async (transaction) => {
        const { query, hold } = transaction;
        // Held, so that nobody changes the link between looking and writing.
        const [asked] = await hold(
          `SELECT link_digest FROM assignment
          WHERE id = (SELECT assignment_id FROM receipt WHERE id = $1)`,
          id,
        );
        if (asked?.link_digest !== digestOf(link)) return false;
        const [written] = await query(
          `UPDATE receipt SET outcome = $2, changed = $3
          WHERE id = $1 AND outcome IS NULL RETURNING assignment_id, learner_id`,
          ...[id, outcome, now],
        );
        if (!written) return false;
        const [assignment, learner] = [
          textIn(written, "assignment_id"),
          textIn(written, "learner_id"),
        ];
        await gradeChanged(transaction, assignment, learner, now);
        return true;
      }),

    async board(classId, since) {
      const [assignments = [], learners = [], receipts = [], extensions, marks] =
        await database.read(
          [
            `SELECT ${assignmentColumns} FROM assignment WHERE class_id = $1
            ORDER BY created, id`,
            classId,
          ],
          [
            `SELECT ${learnerColumns} FROM learner WHERE class_id = $1
            ORDER BY joined, id`,
            classId,
          ],
          [
            `SELECT ${receiptColumns} FROM receipt WHERE class_id = $1 AND changed >= $2
            ORDER BY changed, id`,
            ...[classId, since],
          ],
          ...grantStatements(classId),
        );
      return {
        assignments: assignments.map(assignmentIn),
        learners: learners.map(learnerIn),
        receipts: receipts.map(headIn),
        ...grantsIn(extensions, marks),
      };
    },

    async receiptsOf(classId, learner) {
      const [rows = []] = await database.read([
        `SELECT ${receiptColumns} FROM receipt WHERE class_id = $1 AND learner_id = $2
        ORDER BY received DESC, id DESC`,
        ...[classId, learner],
      ]);
      return rows.map(headIn);
    },
  } satisfies Partial<ClassStore>;
}
