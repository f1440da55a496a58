import type { Database } from "./database";
import { withLimit } from "./growth";
import type { SiteStore } from "./lti-store";
import { migrate } from "./migrations";
import { openPostgres } from "./postgres-database";
import { sqlAnswers } from "./sql-answers";
import { sqlAssignments } from "./sql-assignments";
import { sqlBallots } from "./sql-ballots";
import { sqlClasses } from "./sql-classes";
import { sqlCopies } from "./sql-copies";
import { sqlLearners } from "./sql-learners";
import { sqlLti } from "./sql-lti";
import { sqlLtiCourses } from "./sql-lti-courses";
import { sqlLtiScores } from "./sql-lti-scores";
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
  /** About how much all classes may hold together, in characters. */
  limit?: number;
};

/** As the environment says; in `./data` where it says nothing. */
export function storeSettings(): StoreSettings {
  const { DATABASE_URL: databaseUrl, COURSE_DATA_DIR: folder } = process.env;
  const gigabytes = Number(process.env.COURSE_DATA_LIMIT);
  return {
    ...(databaseUrl && { databaseUrl }),
    ...(folder && { folder }),
    ...(gigabytes > 0 && { limit: gigabytes * 1e9 }),
  };
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
): Promise<SiteStore> {
  const { databaseUrl, folder = "data", limit } = settings;
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
  return createSqlStore(lasting, limit);
}

/** In characters: what a small disk holds beside all else. */
const usualLimit = 20e9;

/** The one class store, for either database. */
export function createSqlStore(given: Database, limit = usualLimit): SiteStore {
  const database = withLimit(given, limit);
  return {
    ...sqlClasses(database),
    ...sqlAssignments(database),
    ...sqlLearners(database),
    ...sqlReceipts(database),
    ...sqlAnswers(database),
    ...sqlQuizzes(database),
    ...sqlBallots(database),
    ...sqlCopies(database),
    lti: { ...sqlLti(database), ...sqlLtiCourses(database), ...sqlLtiScores(database) },
    async reach() {
      await database.read(["SELECT 1"]);
    },
    close: () => database.close(),
  };
}
