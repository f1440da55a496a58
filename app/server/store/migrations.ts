// The tables of the class store, and how an older site's are brought up to date.
import { type Database, numberIn, type Transaction } from "./database";
import { migrations } from "./migration-steps";
import { isStoreFault, storeFault } from "./store-fault";

/** The version of the tables that this version of the site makes. */
export const newestVersion = migrations.length;

/** All tables, each after those that it refers to. */
export const tables = [
  ...["class_store_version", "class", "teacher", "assignment", "learner"],
  ...[
    "learner_token",
    "extension",
    "mark",
    "receipt",
    "answer",
    "quiz_start",
    "quiz_try",
    "ballot",
    "vote",
  ],
  ...["lti_registration", "lti_deployment", "lti_invitation", "lti_key", "lti_nonce"],
  ...["lti_context", "teacher_token", "lti_user", "lti_link", "lti_score"],
];

const versionSql = "SELECT COALESCE(MAX(version), 0) AS version FROM class_store_version";

function refuseNewer(version: number) {
  if (version <= newestVersion) return;
  throw storeFault(
    "newer",
    `The classes were kept by a newer version of this site (tables ${version}, ` +
      `known ${newestVersion}): run that version.`,
  );
}

async function migrateAlone(transaction: Transaction) {
  const { query } = transaction;
  await query(
    "CREATE TABLE IF NOT EXISTS class_store_version (version BIGINT PRIMARY KEY)",
  );
  const [row] = await query(versionSql);
  const version = row ? numberIn(row, "version") : 0;
  refuseNewer(version);
  for (const [at, changes] of migrations.entries()) {
    if (at < version) continue;
    for (const change of changes) {
      if (typeof change === "string") await query(change);
      else await change(transaction);
    }
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
  if (version < newestVersion) await database.changeAlone(migrateAlone);
}
