import { nameKey } from "@/labs/assignment/name-key";
import {
  numberIn,
  numberOrNull,
  type Row,
  type Transaction,
  textIn,
  textOrNull,
} from "./database";
import type { GrowingDatabase } from "./growth";
import type { LtiContext, LtiLink, LtiStore, LtiUser } from "./lti-store";
import { apartKey } from "./migration-steps";
import { digestOf, insertAssignment } from "./sql-assignments";
import { insertClass } from "./sql-classes";
import { gradeChanged, never } from "./sql-grade-changed";
import { insertLearner, putToken } from "./sql-learners";

const contextIn = (row: Row): LtiContext => ({
  id: textIn(row, "id"),
  registration: textIn(row, "registration_id"),
  deployment: textIn(row, "deployment_id"),
  context: textIn(row, "context_id"),
  classId: textIn(row, "class_id"),
  membershipsUrl: textOrNull(row, "memberships_url"),
  lineItemsUrl: textOrNull(row, "line_items_url"),
});

const linkIn = (row: Row): LtiLink => ({
  id: textIn(row, "id"),
  context: textIn(row, "lti_context_id"),
  resourceLink: textIn(row, "resource_link_id"),
  assignment: textIn(row, "assignment_id"),
  lineItemUrl: textOrNull(row, "line_item_url"),
  scopes: textIn(row, "scopes").split(" ").filter(Boolean),
  site: textIn(row, "site"),
});

const userIn = (row: Row): LtiUser => ({
  registration: textIn(row, "registration_id"),
  sub: textIn(row, "sub"),
  learner: textOrNull(row, "learner_id"),
  teacher: textOrNull(row, "teacher_id"),
  gone: numberOrNull(row, "gone"),
});

type Person = Parameters<LtiStore["enter"]>[1];

/** Adds a teacher to a class; the private link that a co-teacher has is nobody's. */
const insertTeacher = ({ query }: Transaction, classId: string, person: Person) =>
  query(
    `INSERT INTO teacher (id, class_id, name, secret_hash, created)
    VALUES ($1, $2, $3, $4, $5)`,
    ...[person.id, classId, person.name, `none ${person.id}`, person.now],
  );

/** Adds a learner to a class that is held; false where it takes no more. */
async function insertPupil(
  transaction: Transaction,
  classId: string,
  { id, name, now }: Person,
  most: number,
) {
  const { query } = transaction;
  const [counted] = await query(
    "SELECT COUNT(*) AS there FROM learner WHERE class_id = $1",
    classId,
  );
  if (!counted || numberIn(counted, "there") >= most) return false;
  const plain = nameKey(name);
  const sql = "SELECT id FROM learner WHERE class_id = $1 AND name_key = $2";
  const taken = (await query(sql, classId, plain)).length > 0;
  await insertLearner(transaction, classId, {
    ...{ id, name, joined: now, section: null, studentId: null, waiting: false },
    ...{ key: taken ? apartKey(plain, id) : plain, codeHash: null },
  });
  return true;
}

/** The courses of platforms, and who and what is in them. */
export function sqlLtiCourses(database: GrowingDatabase) {
  const linkSql = `SELECT * FROM lti_link
    WHERE lti_context_id = $1 AND resource_link_id = $2`;

  return {
    openContext: (wanted, opened) =>
      database.grow(async (transaction) => {
        const { query, hold } = transaction;
        const place = [wanted.registration, wanted.deployment, wanted.context];
        const at = "registration_id = $1 AND deployment_id = $2 AND context_id = $3";
        const renew = async () => {
          const [row] = await query(
            `UPDATE lti_context SET memberships_url = COALESCE($4, memberships_url),
              line_items_url = COALESCE($5, line_items_url)
            WHERE ${at} AND class_id IN (SELECT id FROM class WHERE expires > $6)
            RETURNING *`,
            ...[...place, wanted.membershipsUrl, wanted.lineItemsUrl, opened.created],
          );
          return row ? contextIn(row) : null;
        };
        const there = await renew();
        if (there) return there;
        // Of two first launches at once, the other's class may be there by now.
        await hold("SELECT id FROM lti_registration WHERE id = $1", wanted.registration);
        const since = await renew();
        if (since) return since;
        await query(`DELETE FROM lti_context WHERE ${at}`, ...place);
        if ((await insertClass(transaction, opened)) === "code") return "code";
        await query(
          `INSERT INTO lti_context (id, registration_id, deployment_id, context_id,
            class_id, memberships_url, line_items_url)
          VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          ...[wanted.id, ...place, opened.id],
          ...[wanted.membershipsUrl, wanted.lineItemsUrl],
        );
        return { ...wanted, classId: opened.id };
      }),

    async contextsOf(classId) {
      const [rows = []] = await database.read([
        "SELECT * FROM lti_context WHERE class_id = $1 ORDER BY id",
        classId,
      ]);
      return rows.map(contextIn);
    },

    enter: (classId, person, most) =>
      database.grow(async (transaction) => {
        const { query, hold } = transaction;
        const { registration, sub, role, leads, id, tokenHash, now } = person;
        const sql = "SELECT id FROM class WHERE id = $1 AND expires > $2";
        if ((await hold(sql, classId, now)).length === 0) return { kind: "full" };
        const who = [classId, registration, sub];
        const at = "class_id = $1 AND registration_id = $2 AND sub = $3";
        const [row] = await query(`SELECT * FROM lti_user WHERE ${at}`, ...who);
        const known = row ? userIn(row)[role] : null;
        if (known === null) {
          if (role === "teacher") await insertTeacher(transaction, classId, person);
          else if (!(await insertPupil(transaction, classId, person, most))) {
            return { kind: "full" };
          }
          const column = `${role}_id`;
          await query(
            `INSERT INTO lti_user (class_id, registration_id, sub, ${column})
            VALUES ($1, $2, $3, $4) ON CONFLICT (class_id, registration_id, sub)
            DO UPDATE SET ${column} = excluded.${column}`,
            ...[...who, id],
          );
        }
        const entered = known ?? id;
        if (tokenHash !== null) {
          await putToken(transaction, entered, tokenHash, now, role);
          // What a launch tells is so, whatever was told before.
          await query(
            `UPDATE lti_user SET gone = NULL, leads = $4 WHERE ${at}`,
            ...[...who, leads ? 1 : 0],
          );
        }
        return { kind: "in", id: entered };
      }),

    async usersOf(classId) {
      const [rows = []] = await database.read([
        "SELECT * FROM lti_user WHERE class_id = $1 ORDER BY registration_id, sub",
        classId,
      ]);
      return rows.map(userIn);
    },

    markGone: (classId, registration, { left, back, now }) =>
      database.change(async ({ query }) => {
        const who = "class_id = $1 AND registration_id = $2 AND sub = $3";
        for (const sub of left) {
          await query(
            `UPDATE lti_user SET gone = $4 WHERE ${who} AND gone IS NULL`,
            ...[classId, registration, sub, now],
          );
        }
        for (const sub of back) {
          await query(
            `UPDATE lti_user SET gone = NULL WHERE ${who} AND gone IS NOT NULL`,
            ...[classId, registration, sub],
          );
        }
      }),

    placeLink: (link, assignment, most) =>
      database.grow(async (transaction) => {
        const { query, hold } = transaction;
        const renew = async () => {
          const [before] = await query(linkSql, link.context, link.resourceLink);
          const [row] = await query(
            `UPDATE lti_link SET line_item_url = COALESCE($3, line_item_url), scopes = $4,
              site = $5
            WHERE lti_context_id = $1 AND resource_link_id = $2 RETURNING *`,
            ...[link.context, link.resourceLink, link.lineItemUrl],
            ...[link.scopes.join(" "), link.site],
          );
          if (!before || !row) return null;
          const [old, next] = [linkIn(before), linkIn(row)];
          // Where the platform allows something else now, what it refused is tried again.
          if (
            `${old.lineItemUrl} ${old.scopes}` !== `${next.lineItemUrl} ${next.scopes}`
          ) {
            await query(
              `UPDATE lti_score SET next_try = $2
              WHERE link_id = $1 AND next_try = ${never} AND trouble IS NOT NULL`,
              ...[next.id, assignment.created],
            );
          }
          return next;
        };
        const there = await renew();
        if (there) return there;
        const [course] = await query(
          "SELECT class_id FROM lti_context WHERE id = $1",
          link.context,
        );
        const classId = course ? textIn(course, "class_id") : "";
        // Holding the class keeps two requests from passing its limit together.
        const open = await hold(
          "SELECT id FROM class WHERE id = $1 AND expires > $2",
          ...[classId, assignment.created],
        );
        if (open.length === 0) return "full";
        const since = await renew();
        if (since) return since;
        const sql = "SELECT id, link_digest FROM assignment WHERE class_id = $1";
        const all = await query(sql, classId);
        const digest = digestOf(assignment.link);
        const same = all.find((row) => row.link_digest === digest);
        if (!same && all.length >= most) return "full";
        if (!same) await insertAssignment(transaction, classId, assignment);
        const asked = same ? textIn(same, "id") : assignment.id;
        await query(
          `INSERT INTO lti_link (id, lti_context_id, resource_link_id, assignment_id,
            line_item_url, scopes, site)
          VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          ...[link.id, link.context, link.resourceLink, asked, link.lineItemUrl],
          ...[link.scopes.join(" "), link.site],
        );
        // What was done before anybody came by this link is told as well.
        if (same) await gradeChanged(transaction, asked, null, assignment.created);
        return { ...link, assignment: asked };
      }),

    async linkAt(context, resourceLink) {
      const [rows] = await database.read([linkSql, context, resourceLink]);
      return rows?.[0] ? linkIn(rows[0]) : null;
    },
  } satisfies Partial<LtiStore>;
}
