import type { ClassStore } from "./class-store";
import type { Database } from "./database";
import { migrate } from "./migrations";
import { openPostgres } from "./postgres-database";
import { sqlAnswers } from "./sql-answers";
import { sqlAssignments } from "./sql-assignments";
import { sqlClasses } from "./sql-classes";
import { sqlCopies } from "./sql-copies";
import { sqlLearners } from "./sql-learners";
import { sqlQuizzes } from "./sql-quizzes";
import { sqlReceipts } from "./sql-receipts";
import { openSqlite } from "./sqlite-database";
import { patience, retried, withRetries } from "./store-fault";

/** Where classes are kept. */
export type StoreSettings = {
  /** A PostgreSQL, as `postgres://…`; it comes before the folder. */
  databaseUrl?: string;
  /** Where SQLite keeps its files. */
  folder?: string;
};

/** As the environment says; in `./data` where it says nothing. */
export function storeSettings(): StoreSettings {
  const { DATABASE_URL: databaseUrl, COURSE_DATA_DIR: folder } = process.env;
  return databaseUrl ? { databaseUrl } : folder ? { folder } : {};
}

/**
 * Opens the class store with its tables up to date: PostgreSQL where there is a URL, else
 * SQLite in a folder, which is made. By default as the environment says (`DATABASE_URL`,
 * `COURSE_DATA_DIR`), else in `./data`. Rejects with a StoreFault where the database
 * cannot be used at present, so a server should not keep a rejection; and with an Error in
 * words where a newer version of the site has written it.
 */
export async function openStore(
  settings: StoreSettings = storeSettings(),
): Promise<ClassStore> {
  const { databaseUrl, folder = "data" } = settings;
  const database = databaseUrl
    ? openPostgres(databaseUrl)
    : await retried(() => openSqlite(folder), patience);
  const lasting = withRetries(database);
  try {
    await migrate(lasting);
  } catch (error) {
    await lasting.close();
    throw error;
  }
  return createSqlStore(lasting);
}

/** The one class store, for either database. */
export const createSqlStore = (database: Database): ClassStore => ({
  ...sqlClasses(database),
  ...sqlAssignments(database),
  ...sqlLearners(database),
  ...sqlReceipts(database),
  ...sqlAnswers(database),
  ...sqlQuizzes(database),
  ...sqlCopies(database),
  close: () => database.close(),
});
