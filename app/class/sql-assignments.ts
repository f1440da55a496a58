import { createHash } from "node:crypto";
import type { ClassStore } from "./class-store";
import type { Database } from "./database";

type Part = Pick<ClassStore, "addAssignment" | "deleteAssignment">;

const digestOf = (link: string) => createHash("sha256").update(link).digest("hex");

/** The part of the store that keeps what a class is asked to do. */
export function sqlAssignments(database: Database): Part {
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
