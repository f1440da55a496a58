// The tables of the class store. A step that is in use is never changed, only followed by others.
import type { Database, Transaction } from "./database";
import { numberIn } from "./database";
import { isStoreFault } from "./store-fault";

/** Each is a step from one version of the tables to the next; the first leads to 1. */
const migrations: readonly (readonly string[])[] = [
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
];

const newest = migrations.length;
const versionSql = "SELECT COALESCE(MAX(version), 0) AS version FROM class_store_version";

function refuseNewer(version: number) {
  if (version <= newest) return;
  throw new Error(
    `The classes were kept by a newer version of this site (tables ${version}, ` +
      `known ${newest}): run that version.`,
  );
}

async function migrateAlone({ query }: Transaction) {
  await query(
    "CREATE TABLE IF NOT EXISTS class_store_version (version BIGINT PRIMARY KEY)",
  );
  const [row] = await query(versionSql);
  const version = row ? numberIn(row, "version") : 0;
  refuseNewer(version);
  for (const [at, statements] of migrations.entries()) {
    if (at < version) continue;
    for (const statement of statements) await query(statement);
    await query("INSERT INTO class_store_version (version) VALUES ($1)", at + 1);
  }
}

async function versionOf(database: Database): Promise<number> {
  const [rows] = await database.read([versionSql]);
  return rows?.[0] ? numberIn(rows[0], "version") : 0;
}

/**
 * Brings the tables up to date, however many processes start at once; writes nothing
 * where they are. Refuses, in words, those of a newer version.
 */
export async function migrate(database: Database): Promise<void> {
  // Where there is no table of versions yet, there is no version.
  const version = await versionOf(database).catch((error) => {
    if (isStoreFault(error)) throw error;
    return 0;
  });
  refuseNewer(version);
  if (version < newest) await database.changeAlone(migrateAlone);
}
