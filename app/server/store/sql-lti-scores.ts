import {
  type Database,
  numberIn,
  numberOrNull,
  run,
  textIn,
  textOrNull,
} from "./database";
import type { LtiStore } from "./lti-store";
import { assignmentIn, extensionIn, markIn } from "./sql-assignments";
import { never } from "./sql-grade-changed";
import { startIn, tryIn } from "./sql-quizzes";
import { headIn, receiptColumns } from "./sql-receipts";

const row = "link_id = $1 AND learner_id = $2";

/** Of the learner, for the assignment that the link asks for. */
const own = `assignment_id = (SELECT assignment_id FROM lti_link WHERE id = $1)
  AND learner_id = $2`;

/** What is due at a moment, and its platform. */
const due = `FROM lti_score
  JOIN lti_link ON lti_link.id = lti_score.link_id
  JOIN lti_context ON lti_context.id = lti_link.lti_context_id
  JOIN lti_registration ON lti_registration.id = lti_context.registration_id
  WHERE next_try <= $1`;

/** Grades on their way to platforms. */
export function sqlLtiScores(database: Database) {
  return {
    async hasDueScores(now) {
      const [rows = []] = await database.read([
        `SELECT link_id ${due} AND held <= $1 LIMIT 1`,
        now,
      ]);
      return rows.length > 0;
    },

    claimScores: (now, until, most) =>
      database.change(async ({ query }) => {
        // Who claims at the same time waits for this, and finds the platform held.
        const [platform] = await query(
          `UPDATE lti_registration SET held = $2 WHERE held <= $1 AND id =
            (SELECT lti_registration.id ${due} AND held <= $1
            ORDER BY next_try, lti_registration.id LIMIT 1)
          RETURNING id`,
          ...[now, until],
        );
        if (!platform) return null;
        const registration = textIn(platform, "id");
        // What has failed most goes first, so that an absent platform meets the same few.
        const rows = await query(
          `UPDATE lti_score SET next_try = $2, failures = failures + 1,
            changed = CASE WHEN changed = sent AND changed + 1000 < $1 THEN $1
              WHEN changed = sent THEN changed + 1000 ELSE changed END
          WHERE (link_id, learner_id) IN
            (SELECT link_id, learner_id ${due} AND lti_registration.id = $4
            ORDER BY failures DESC, next_try, link_id, learner_id LIMIT $3)
          RETURNING link_id, learner_id`,
          ...[now, until, most, registration],
        );
        const scores = rows.map((claimed) => ({
          link: textIn(claimed, "link_id"),
          learner: textIn(claimed, "learner_id"),
        }));
        return { registration, scores };
      }),

    async scoreWork({ link, learner }) {
      const whose = [link, learner];
      const [
        found = [],
        extensions = [],
        marks = [],
        receipts = [],
        starts = [],
        tries = [],
      ] = await database.read(
        [
          `SELECT lti_score.*, lti_link.resource_link_id, lti_link.line_item_url,
            lti_link.scopes, lti_link.site, lti_context.line_items_url, lti_user.sub,
            assignment.id, assignment.link, assignment.created, assignment.closes,
            assignment.class_id
          FROM lti_score
          JOIN lti_link ON lti_link.id = lti_score.link_id
          JOIN lti_context ON lti_context.id = lti_link.lti_context_id
          JOIN lti_user ON lti_user.learner_id = lti_score.learner_id
            AND lti_user.registration_id = lti_context.registration_id
          JOIN assignment ON assignment.id = lti_link.assignment_id
          WHERE lti_score.link_id = $1 AND lti_score.learner_id = $2`,
          ...whose,
        ],
        [
          `SELECT * FROM extension WHERE assignment_id =
            (SELECT assignment_id FROM lti_link WHERE id = $1)`,
          link,
        ],
        [`SELECT * FROM mark WHERE ${own}`, ...whose],
        [
          `SELECT ${receiptColumns} FROM receipt WHERE ${own}
          ORDER BY received DESC, id DESC`,
          ...whose,
        ],
        [`SELECT * FROM quiz_start WHERE ${own}`, ...whose],
        [
          `SELECT * FROM quiz_try WHERE ${own} ORDER BY answered, question, try_number`,
          ...whose,
        ],
      );
      const [score] = found;
      if (!score) return null;
      const [marked] = marks;
      const [start] = starts;
      return {
        learner,
        sub: textIn(score, "sub"),
        resourceLink: textIn(score, "resource_link_id"),
        lineItemUrl: textOrNull(score, "line_item_url"),
        lineItemsUrl: textOrNull(score, "line_items_url"),
        scopes: textIn(score, "scopes").split(" ").filter(Boolean),
        site: textIn(score, "site"),
        classId: textIn(score, "class_id"),
        assignment: assignmentIn(score),
        extensions: extensions.map(extensionIn),
        mark: marked ? markIn(marked) : null,
        receipts: receipts.map(headIn),
        quiz: start ? { ...startIn(start), tries: tries.map(tryIn) } : null,
        changed: numberIn(score, "changed"),
        sent: numberOrNull(score, "sent"),
        sentText: textOrNull(score, "sent_text"),
        triedText: textOrNull(score, "tried_text"),
        failures: numberIn(score, "failures"),
      };
    },

    setLineItem: (link, lineItemUrl) =>
      run(
        database,
        "UPDATE lti_link SET line_item_url = $2 WHERE id = $1 AND line_item_url IS NULL",
        ...[link, lineItemUrl],
      ),

    beginScore: ({ link, learner }, { changed, text }) =>
      database.change(async ({ query }) => {
        const [begun] = await query(
          `UPDATE lti_score SET tried_text = $4, changed = changed +
            CASE WHEN tried_text IS NULL OR tried_text = $4 THEN 0 ELSE 1000 END
          WHERE ${row} AND changed = $3 RETURNING changed`,
          ...[link, learner, changed, text],
        );
        return begun ? numberIn(begun, "changed") : null;
      }),

    scoreSent: ({ link, learner }, { changed, text, again }) =>
      run(
        database,
        `UPDATE lti_score SET sent = $3, sent_text = $4, tried_text = NULL, failures = 0,
          trouble = NULL,
          next_try = CASE WHEN changed = $3 THEN CAST($5 AS BIGINT) ELSE 0 END
        WHERE ${row}`,
        ...[link, learner, changed, text, again ?? never],
      ),

    scoreFailed: ({ link, learner }, { changed, next, trouble }) =>
      run(
        database,
        `UPDATE lti_score SET trouble = $4,
          next_try = CASE WHEN changed = $3 OR $5 < ${never} THEN CAST($5 AS BIGINT)
            ELSE 0 END
        WHERE ${row}`,
        ...[link, learner, changed, trouble, next ?? never],
      ),

    holdScores: (registration, until) =>
      run(
        database,
        "UPDATE lti_registration SET held = $2 WHERE id = $1",
        ...[registration, until],
      ),

    async scoresOf(classId) {
      const [rows = []] = await database.read([
        `SELECT lti_link.assignment_id, lti_score.learner_id, lti_score.trouble,
          CASE WHEN lti_score.sent = lti_score.changed THEN 0 ELSE 1 END AS waits
        FROM lti_score
        JOIN lti_link ON lti_link.id = lti_score.link_id
        JOIN lti_context ON lti_context.id = lti_link.lti_context_id
        WHERE lti_context.class_id = $1 AND (lti_score.sent_text IS NOT NULL
          OR lti_score.sent IS NULL OR lti_score.sent <> lti_score.changed)
        ORDER BY lti_link.assignment_id, lti_score.learner_id, lti_link.id`,
        classId,
      ]);
      return rows.map((one) => ({
        assignment: textIn(one, "assignment_id"),
        learner: textIn(one, "learner_id"),
        waits: numberIn(one, "waits") === 1,
        trouble: textOrNull(one, "trouble"),
      }));
    },
  } satisfies Partial<LtiStore>;
}
