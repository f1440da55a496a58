// How much all classes may hold together, so that nobody fills the disk of other programs.
import { type Database, numberIn } from "./database";
import { storeFault } from "./store-fault";

/** A database that can be told that something comes to it. */
export type GrowingDatabase = Database & {
  /** As `change`, for what adds; rejects as on a full disk where there is no more room. */
  grow: Database["change"];
};

/** How long an estimate holds, in milliseconds. */
const lasts = 30_000;

/** About what there is, in characters: texts of receipts, and rows by the size of large ones. */
const estimate = `SELECT CAST(
  (SELECT COALESCE(SUM(size), 0) + 1000 * COUNT(*) FROM learner)
  + (SELECT 300 * COUNT(*) FROM answer)
  + (SELECT 100 * COUNT(*) FROM vote)
  + (SELECT 1000 * COUNT(*) FROM class) AS BIGINT) AS size`;

/** The database, which takes nothing more once there are about `most` characters in it. */
export function withLimit(database: Database, most: number): GrowingDatabase {
  let looked = Number.NEGATIVE_INFINITY;
  let full = false;

  async function look() {
    const [rows] = await database.read([estimate]);
    full = rows?.[0] !== undefined && numberIn(rows[0], "size") >= most;
    looked = performance.now();
  }

  return {
    ...database,
    async grow(work) {
      // Where it was full, somebody may have made room meanwhile.
      if (full || performance.now() - looked > lasts) await look();
      if (full) throw storeFault("full", "COURSE_DATA_LIMIT is reached.");
      return database.change(work);
    },
  };
}
