import type { ClassStore } from "./class-store";
import type { Database } from "./database";
import { sqlAnswers } from "./sql-answers";
import { sqlAssignments } from "./sql-assignments";
import { sqlBoard } from "./sql-board";
import { sqlClasses } from "./sql-classes";
import { sqlLearners } from "./sql-learners";
import { sqlReceipts } from "./sql-receipts";

/** The one class store, for either database. */
export const createSqlStore = (database: Database): ClassStore => ({
  ...sqlClasses(database),
  ...sqlAssignments(database),
  ...sqlLearners(database),
  ...sqlReceipts(database),
  ...sqlBoard(database),
  ...sqlAnswers(database),
  close: () => database.close(),
});
