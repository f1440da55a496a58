import type { ClassStore, ReceiptHead, StoredAssignment } from "./class-store";
import { type Database, numberIn, type Row, textIn } from "./database";
import { learnerIn } from "./sql-learners";

type Part = Pick<ClassStore, "board" | "receiptsOf">;

const assignmentIn = (row: Row): StoredAssignment => ({
  id: textIn(row, "id"),
  link: textIn(row, "link"),
  created: numberIn(row, "created"),
});

const head = "id, assignment_id, learner_id, received, changed, outcome";

const headIn = (row: Row): ReceiptHead => ({
  id: textIn(row, "id"),
  assignment: textIn(row, "assignment_id"),
  learner: textIn(row, "learner_id"),
  received: numberIn(row, "received"),
  changed: numberIn(row, "changed"),
  outcome: row.outcome === null ? null : textIn(row, "outcome"),
});

/** The part of the store that shows what was handed in. */
export function sqlBoard(database: Database): Part {
  return {
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
  };
}
