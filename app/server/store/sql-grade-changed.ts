import type { Transaction } from "./database";

/** The next try of a grade that nobody has to look at before it changes again. */
export const never = Number.MAX_SAFE_INTEGER;

/** Of a learner whose work a link asks for, by the person of the link's platform. */
const people = `lti_link
  JOIN lti_context ON lti_context.id = lti_link.lti_context_id
  JOIN lti_user ON lti_user.class_id = lti_context.class_id
    AND lti_user.registration_id = lti_context.registration_id`;

/**
 * Notes that a learner's grade for an assignment may be another from now on, or all learners'
 * (null), for each platform that is told of it. Part of whatever changes the grade; where no
 * link of a platform has the assignment it writes nothing.
 */
export async function gradeChanged(
  { query }: Pick<Transaction, "query">,
  assignment: string,
  learner: string | null,
  now: number,
) {
  const whose = learner === null ? "IS NOT NULL" : "= $3";
  // Each change is later than the one before by a second, for Moodle drops what is less:
  // mod/lti/service/gradebookservices/classes/local/resources/scores.php. What is being sent, or waits for another try, keeps its turn.
  await query(
    `INSERT INTO lti_score (link_id, learner_id, changed, next_try, failures)
    SELECT lti_link.id, lti_user.learner_id, CAST($2 AS BIGINT), CAST($2 AS BIGINT), 0
    FROM ${people}
    WHERE lti_link.assignment_id = $1 AND lti_user.learner_id ${whose}
    ON CONFLICT (link_id, learner_id) DO UPDATE SET
      changed = CASE WHEN excluded.changed > lti_score.changed + 1000
        THEN excluded.changed ELSE lti_score.changed + 1000 END,
      next_try = CASE WHEN lti_score.sent = lti_score.changed OR lti_score.next_try = ${never}
        THEN excluded.next_try ELSE lti_score.next_try END`,
    ...[assignment, now],
    ...(learner === null ? [] : [learner]),
  );
}
