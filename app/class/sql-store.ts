import type { ClassStore } from "./class-store";
import type { Database } from "./database";
import { sqlAnswers } from "./sql-answers";
import { sqlAssignments } from "./sql-assignments";
import { sqlBoard } from "./sql-board";
import { sqlClasses } from "./sql-classes";
import { sqlLearners } from "./sql-learners";
import { sqlQuiz } from "./sql-quiz";
import { sqlReceipts } from "./sql-receipts";
import { sqlTries } from "./sql-tries";

/** The one class store, for either database. */
export const createSqlStore = (database: Database): ClassStore => ({
  ...sqlClasses(database),
  ...sqlAssignments(database),
  ...sqlLearners(database),
  ...sqlReceipts(database),
  ...sqlBoard(database),
  ...sqlAnswers(database),
  ...sqlQuiz(database),
  ...sqlTries(database),
  close: () => database.close(),
});
