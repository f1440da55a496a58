import type { ClassStore, StoredLearner } from "./class-store";
import {
  type Database,
  numberIn,
  type Row,
  run,
  type Transaction,
  textIn,
} from "./database";

/** A learner from the columns id, name and joined. */
export const learnerIn = (row: Row): StoredLearner => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  joined: numberIn(row, "joined"),
});

/** The learners of a class. */
export function sqlLearners(database: Database) {
  return {
    join: (classId, { id, name, tokenHash, joined }, most) =>
      database.change(async ({ query, hold }) => {
        await hold("SELECT id FROM class WHERE id = $1", classId);
        const key = nameKey(name);
        const [there] = await hold(
          `SELECT id, token_hash, let_in FROM learner
          WHERE class_id = $1 AND name_key = $2`,
          ...[classId, key],
        );
        if (there) {
          const old = textIn(there, "id");
          // The same token: an earlier try was kept, and its answer lost.
          if (there.token_hash === tokenHash) return { kind: "joined", id: old };
          if (there.let_in === 0) return { kind: "name taken" };
          const sql = "UPDATE learner SET token_hash = $2, let_in = 0 WHERE id = $1";
          await query(sql, old, tokenHash);
          return { kind: "joined", id: old };
        }
        const added = await query(
          `INSERT INTO learner (id, class_id, name, name_key, token_hash, joined, let_in)
          SELECT CAST($1 AS TEXT), class.id, CAST($3 AS TEXT), CAST($4 AS TEXT),
            CAST($5 AS TEXT), CAST($6 AS BIGINT), 0
          FROM class WHERE class.id = $2 AND class.expires > CAST($6 AS BIGINT)
            AND (SELECT COUNT(*) FROM learner WHERE class_id = $2) < CAST($7 AS BIGINT)
          RETURNING id`,
          ...[id, classId, name, key, tokenHash, joined, most],
        );
        return added.length > 0 ? { kind: "joined", id } : { kind: "full" };
      }),

    async learnerOf(classId, tokenHash) {
      const [rows] = await database.read([
        "SELECT id, name, joined FROM learner WHERE class_id = $1 AND token_hash = $2",
        ...[classId, tokenHash],
      ]);
      return rows?.[0] ? learnerIn(rows[0]) : null;
    },

    letInAgain: (classId, learner) => {
      const sql = "UPDATE learner SET let_in = 1 WHERE class_id = $1 AND id = $2";
      return run(database, sql, classId, learner);
    },

    deleteLearner: (classId, learner) => {
      const sql = "DELETE FROM learner WHERE class_id = $1 AND id = $2";
      return run(database, sql, classId, learner);
    },
  } satisfies Partial<ClassStore>;
}

/**
 * Holds a learner's row, so that requests of one learner are done in turn. False where the
 * class has no such learner.
 */
export async function holdLearner(
  { hold }: Transaction,
  classId: string,
  learner: string,
): Promise<boolean> {
  const sql = "SELECT id FROM learner WHERE class_id = $1 AND id = $2";
  return (await hold(sql, classId, learner)).length > 0;
}

/**
 * Equal for two spellings of one name: upper and lower case, spaces, full-width letters and
 * the ways to write an accent do not tell learners apart.
 */
export function nameKey(name: string): string {
  const plain = name.normalize("NFKC").trim().replace(/\s+/g, " ");
  // By way of upper case, because ß and SS have only that in common.
  return plain.toUpperCase().toLowerCase().normalize("NFKC");
}
