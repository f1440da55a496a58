import type { ClassStore, StoredAssignment, StoredReceipt } from "./class-store";
import { type Database, numberIn, type Row, run, textIn } from "./database";
import { hasAssignment } from "./sql-classes";
import { holdLearner, learnerIn } from "./sql-learners";

const assignmentIn = (row: Row): StoredAssignment => ({
  id: textIn(row, "id"),
  link: textIn(row, "link"),
  created: numberIn(row, "created"),
});

const head = "id, assignment_id, learner_id, received, changed, outcome";

const headIn = (row: Row): StoredReceipt => ({
  id: textIn(row, "id"),
  assignment: textIn(row, "assignment_id"),
  learner: textIn(row, "learner_id"),
  received: numberIn(row, "received"),
  changed: numberIn(row, "changed"),
  outcome: row.outcome === null ? null : textIn(row, "outcome"),
});

/** Receipts: taken in, checked, and shown on the board. */
export function sqlReceipts(database: Database) {
  return {
    handIn: (classId, { id, key, assignment, learner, packed, received }, most) =>
      database.change(async (transaction) => {
        const { query } = transaction;
        if (!(await holdLearner(transaction, classId, learner))) return { kind: "gone" };
        const taken = await query(
          `INSERT INTO receipt
            (id, class_id, assignment_id, learner_id, key, received, changed, packed)
          SELECT CAST($1 AS TEXT), class.id, assignment.id, CAST($4 AS TEXT),
            CAST($5 AS TEXT), CAST($6 AS BIGINT), CAST($6 AS BIGINT), CAST($7 AS TEXT)
          FROM assignment JOIN class ON class.id = assignment.class_id
          WHERE assignment.id = $3 AND class.id = $2
            AND class.expires > CAST($6 AS BIGINT)
            AND CAST($8 AS BIGINT) >
              (SELECT COUNT(*) FROM receipt WHERE learner_id = $4 AND assignment_id = $3)
          ON CONFLICT (learner_id, key) DO NOTHING RETURNING id`,
          ...[id, classId, assignment, learner, key, received, packed, most],
        );
        if (taken.length > 0) return { kind: "taken", id };
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
        const asked = await hasAssignment(transaction, classId, assignment, received);
        return { kind: asked ? "full" : "gone" };
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
        `SELECT receipt.id, receipt.packed, assignment.link, learner.name FROM receipt
        JOIN assignment ON assignment.id = receipt.assignment_id
        JOIN learner ON learner.id = receipt.learner_id
        WHERE receipt.outcome IS NULL AND receipt.received < $1
        ORDER BY receipt.received, receipt.id LIMIT $2`,
        ...[before, most],
      ]);
      return rows.map((row) => ({
        id: textIn(row, "id"),
        packed: textIn(row, "packed"),
        link: textIn(row, "link"),
        name: textIn(row, "name"),
      }));
    },

    setOutcome: (id, outcome, now) => {
      const sql = `UPDATE receipt SET outcome = $2, changed = $3
        WHERE id = $1 AND outcome IS NULL`;
      return run(database, sql, id, outcome, now);
    },

    async board(classId, since) {
      const [assignments = [], learners = [], receipts = []] = await database.read(
        [
          `SELECT id, link, created FROM assignment WHERE class_id = $1
          ORDER BY created, id`,
          classId,
        ],
        [
          "SELECT id, name, joined FROM learner WHERE class_id = $1 ORDER BY joined, id",
          classId,
        ],
        [
          `SELECT ${head} FROM receipt WHERE class_id = $1 AND changed >= $2
          ORDER BY changed, id`,
          ...[classId, since],
        ],
      );
      return {
        assignments: assignments.map(assignmentIn),
        learners: learners.map(learnerIn),
        receipts: receipts.map(headIn),
      };
    },

    async receiptsOf(classId, learner) {
      const [rows = []] = await database.read([
        `SELECT ${head} FROM receipt WHERE class_id = $1 AND learner_id = $2
        ORDER BY received DESC, id DESC`,
        ...[classId, learner],
      ]);
      return rows.map(headIn);
    },
  } satisfies Partial<ClassStore>;
}
