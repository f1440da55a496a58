// The steps by which the tables of the class store came to be what they are. One that is in use
// is never changed, only followed by others.
import { nameKey } from "@/labs/assignment/name-key";
import { type Transaction, textIn } from "./database";

type Change = string | ((transaction: Transaction) => Promise<void>);

/** Each is a step from one version of the tables to the next; the first leads to 1. */
export const migrations: readonly (readonly Change[])[] = [
  [
    `CREATE TABLE class (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      code TEXT NOT NULL UNIQUE,
      teacher_hash TEXT NOT NULL,
      created BIGINT NOT NULL,
      expires BIGINT NOT NULL
    )`,
    "CREATE INDEX class_expires ON class (expires)",
    // A link is too long for an index of PostgreSQL; its digest is not.
    `CREATE TABLE assignment (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      link TEXT NOT NULL,
      link_digest TEXT NOT NULL,
      created BIGINT NOT NULL,
      UNIQUE (class_id, link_digest)
    )`,
    `CREATE TABLE learner (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      token_hash TEXT NOT NULL,
      let_in BIGINT NOT NULL,
      joined BIGINT NOT NULL,
      UNIQUE (class_id, name_key)
    )`,
    "CREATE INDEX learner_token ON learner (class_id, token_hash)",
    `CREATE TABLE receipt (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      assignment_id TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      received BIGINT NOT NULL,
      changed BIGINT NOT NULL,
      outcome TEXT,
      packed TEXT NOT NULL,
      UNIQUE (learner_id, key)
    )`,
    "CREATE INDEX receipt_changed ON receipt (class_id, changed)",
    "CREATE INDEX receipt_assignment ON receipt (assignment_id, learner_id)",
    "CREATE INDEX receipt_unchecked ON receipt (received) WHERE outcome IS NULL",
    `CREATE TABLE answer (
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      question TEXT NOT NULL,
      first_text TEXT NOT NULL,
      first_right BIGINT NOT NULL,
      latest_text TEXT NOT NULL,
      latest_right BIGINT NOT NULL,
      answered BIGINT NOT NULL,
      PRIMARY KEY (learner_id, question)
    )`,
  ],
  [
    "ALTER TABLE answer ADD COLUMN first_took BIGINT",
    // The secret is what the order of a quiz's options is drawn from.
    `CREATE TABLE quiz_start (
      assignment_id TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      started BIGINT NOT NULL,
      secret TEXT NOT NULL,
      PRIMARY KEY (learner_id, assignment_id)
    )`,
    "CREATE INDEX quiz_start_assignment ON quiz_start (assignment_id)",
    `CREATE TABLE quiz_try (
      assignment_id TEXT NOT NULL,
      learner_id TEXT NOT NULL,
      question TEXT NOT NULL,
      try_number BIGINT NOT NULL,
      answer_text TEXT NOT NULL,
      is_right BIGINT NOT NULL,
      answered BIGINT NOT NULL,
      took BIGINT,
      PRIMARY KEY (learner_id, assignment_id, question, try_number),
      FOREIGN KEY (learner_id, assignment_id)
        REFERENCES quiz_start (learner_id, assignment_id) ON DELETE CASCADE
    )`,
  ],
  [
    "ALTER TABLE class ADD COLUMN door TEXT NOT NULL DEFAULT 'open'",
    "ALTER TABLE class ADD COLUMN approval BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE class ADD COLUMN recovery_hash TEXT",
    "CREATE UNIQUE INDEX class_recovery ON class (recovery_hash)",
    `CREATE TABLE teacher (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      secret_hash TEXT NOT NULL,
      created BIGINT NOT NULL
    )`,
    "CREATE INDEX teacher_class ON teacher (class_id, secret_hash)",
    "DROP INDEX learner_token",
    // A learner's browsers; a learner on a roster has none before the first.
    `CREATE TABLE learner_token (
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      token_hash TEXT NOT NULL,
      added BIGINT NOT NULL,
      PRIMARY KEY (learner_id, token_hash)
    )`,
    "CREATE INDEX learner_token_hash ON learner_token (token_hash)",
    `INSERT INTO learner_token (learner_id, token_hash, added)
    SELECT id, token_hash, joined FROM learner`,
    "ALTER TABLE learner DROP COLUMN token_hash",
    "ALTER TABLE learner DROP COLUMN let_in",
    "ALTER TABLE learner ADD COLUMN section TEXT",
    "ALTER TABLE learner ADD COLUMN student_id TEXT",
    "ALTER TABLE learner ADD COLUMN waiting BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE learner ADD COLUMN code_hash TEXT",
    "CREATE UNIQUE INDEX learner_code ON learner (code_hash)",
    renewNameKeys,
    "ALTER TABLE assignment ADD COLUMN closes BIGINT",
    `CREATE TABLE extension (
      assignment_id TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      due TEXT NOT NULL,
      PRIMARY KEY (assignment_id, learner_id)
    )`,
    "CREATE INDEX extension_learner ON extension (learner_id)",
    `CREATE TABLE mark (
      assignment_id TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      points DOUBLE PRECISION,
      verdict TEXT,
      reason TEXT NOT NULL,
      comment TEXT NOT NULL,
      marked BIGINT NOT NULL,
      marked_by TEXT NOT NULL,
      PRIMARY KEY (assignment_id, learner_id)
    )`,
    "CREATE INDEX mark_learner ON mark (learner_id)",
    "ALTER TABLE receipt ADD COLUMN work BIGINT",
    // Characters of texts, of a receipt and of all of a learner's.
    "ALTER TABLE receipt ADD COLUMN size BIGINT NOT NULL DEFAULT 0",
    "UPDATE receipt SET size = LENGTH(packed)",
    "ALTER TABLE learner ADD COLUMN size BIGINT NOT NULL DEFAULT 0",
    `UPDATE learner SET size = (
      SELECT CAST(COALESCE(SUM(receipt.size), 0) AS BIGINT)
      FROM receipt WHERE receipt.learner_id = learner.id
    )`,
    "CREATE INDEX learner_size ON learner (class_id, size)",
    "DROP INDEX receipt_assignment",
    "CREATE INDEX receipt_assignment ON receipt (assignment_id, learner_id, size)",
    "ALTER TABLE quiz_start ADD COLUMN handed BIGINT",
  ],
  [
    // An LMS in which this site is a tool, by the terms of LTI 1.3.
    `CREATE TABLE lti_registration (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      issuer TEXT NOT NULL,
      client_id TEXT NOT NULL,
      auth_url TEXT NOT NULL,
      token_url TEXT NOT NULL,
      jwks_url TEXT NOT NULL,
      audience TEXT,
      product TEXT NOT NULL,
      created BIGINT NOT NULL,
      UNIQUE (issuer, client_id)
    )`,
    `CREATE TABLE lti_deployment (
      registration_id TEXT NOT NULL REFERENCES lti_registration (id) ON DELETE CASCADE,
      deployment_id TEXT NOT NULL,
      PRIMARY KEY (registration_id, deployment_id)
    )`,
    "CREATE TABLE lti_invitation (hash TEXT PRIMARY KEY, expires BIGINT NOT NULL)",
    `CREATE TABLE lti_key (
      kid TEXT PRIMARY KEY,
      private_jwk TEXT NOT NULL,
      created BIGINT NOT NULL,
      retired BIGINT
    )`,
    "CREATE TABLE lti_nonce (hash TEXT PRIMARY KEY, expires BIGINT NOT NULL)",
    "CREATE INDEX lti_nonce_expires ON lti_nonce (expires)",
    `CREATE TABLE lti_context (
      id TEXT PRIMARY KEY,
      registration_id TEXT NOT NULL REFERENCES lti_registration (id) ON DELETE CASCADE,
      deployment_id TEXT NOT NULL,
      context_id TEXT NOT NULL,
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      memberships_url TEXT,
      line_items_url TEXT,
      UNIQUE (registration_id, deployment_id, context_id)
    )`,
    "CREATE INDEX lti_context_class ON lti_context (class_id)",
    // A teacher's browsers, beside the one with the private link.
    `CREATE TABLE teacher_token (
      teacher_id TEXT NOT NULL REFERENCES teacher (id) ON DELETE CASCADE,
      token_hash TEXT NOT NULL,
      added BIGINT NOT NULL,
      PRIMARY KEY (teacher_id, token_hash)
    )`,
    `CREATE TABLE lti_user (
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      registration_id TEXT NOT NULL REFERENCES lti_registration (id) ON DELETE CASCADE,
      sub TEXT NOT NULL,
      learner_id TEXT REFERENCES learner (id) ON DELETE CASCADE,
      teacher_id TEXT REFERENCES teacher (id) ON DELETE CASCADE,
      PRIMARY KEY (class_id, registration_id, sub)
    )`,
    "CREATE INDEX lti_user_learner ON lti_user (learner_id)",
    "CREATE INDEX lti_user_teacher ON lti_user (teacher_id)",
    "CREATE INDEX lti_user_registration ON lti_user (registration_id)",
    `CREATE TABLE lti_link (
      id TEXT PRIMARY KEY,
      lti_context_id TEXT NOT NULL REFERENCES lti_context (id) ON DELETE CASCADE,
      resource_link_id TEXT NOT NULL,
      assignment_id TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
      line_item_url TEXT,
      scopes TEXT NOT NULL,
      UNIQUE (lti_context_id, resource_link_id)
    )`,
    "CREATE INDEX lti_link_assignment ON lti_link (assignment_id)",
    // What was sent of a learner's grade, and when to try again.
    `CREATE TABLE lti_score (
      link_id TEXT NOT NULL REFERENCES lti_link (id) ON DELETE CASCADE,
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      changed BIGINT NOT NULL,
      sent BIGINT,
      sent_text TEXT,
      next_try BIGINT NOT NULL,
      failures BIGINT NOT NULL,
      trouble TEXT,
      PRIMARY KEY (link_id, learner_id)
    )`,
    "CREATE INDEX lti_score_learner ON lti_score (learner_id)",
    "CREATE INDEX lti_score_next_try ON lti_score (next_try)",
  ],
  // The site's own address, as the platform's link has it.
  ["ALTER TABLE lti_link ADD COLUMN site TEXT NOT NULL DEFAULT ''"],
  [
    "ALTER TABLE class ADD COLUMN measured BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE learner ADD COLUMN declines BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE answer ADD COLUMN first_sure BIGINT",
    "ALTER TABLE answer ADD COLUMN second_wording BIGINT NOT NULL DEFAULT 0",
  ],
  // When a roster first said that somebody is in the course no more.
  ["ALTER TABLE lti_user ADD COLUMN gone BIGINT"],
  [
    // A question that a class votes on, argues about, and votes on again.
    `CREATE TABLE ballot (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
      question TEXT NOT NULL,
      phase TEXT NOT NULL,
      opened BIGINT NOT NULL
    )`,
    "CREATE INDEX ballot_class ON ballot (class_id, opened)",
    `CREATE TABLE vote (
      ballot_id TEXT NOT NULL REFERENCES ballot (id) ON DELETE CASCADE,
      learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
      round BIGINT NOT NULL,
      option_id TEXT NOT NULL,
      voted BIGINT NOT NULL,
      PRIMARY KEY (ballot_id, learner_id, round)
    )`,
    "CREATE INDEX vote_learner ON vote (learner_id)",
  ],
  [
    // Before this moment a platform is told no grades: somebody tells it some, or it waits.
    "ALTER TABLE lti_registration ADD COLUMN held BIGINT NOT NULL DEFAULT 0",
    // What was begun to be told since the last that surely arrived.
    "ALTER TABLE lti_score ADD COLUMN tried_text TEXT",
  ],
  // Whether the latest launch of somebody said that they teach or administer the course.
  ["ALTER TABLE lti_user ADD COLUMN leads BIGINT NOT NULL DEFAULT 0"],
];

/**
 * The key of a learner whose name has the key of another's who joined before: no name has
 * this one.
 */
export const apartKey = (key: string, id: string) => `${key}\n${id}`;

/** Names are told apart by today's rule; learners who were apart before stay so. */
async function renewNameKeys({ query }: Transaction) {
  const rows = await query(
    "SELECT id, class_id, name, name_key FROM learner ORDER BY class_id, joined, id",
  );
  const taken = new Set<string>();
  const changed: [id: string, key: string][] = [];
  for (const row of rows) {
    const [id, classId] = [textIn(row, "id"), textIn(row, "class_id")];
    const wanted = nameKey(textIn(row, "name"));
    const key = taken.has(`${classId} ${wanted}`) ? apartKey(wanted, id) : wanted;
    taken.add(`${classId} ${key}`);
    if (key !== row.name_key) changed.push([id, key]);
  }
  // First to keys that nobody has: a new one may still be another's old one.
  const sql = "UPDATE learner SET name_key = $2 WHERE id = $1";
  for (const [id] of changed) await query(sql, id, apartKey("", id));
  for (const [id, key] of changed) await query(sql, id, key);
}
