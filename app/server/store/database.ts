// A database as the class store uses it; there are two drivers, SQLite and PostgreSQL.

export type Value = string | number | null;

export type Row = Readonly<Record<string, Value>>;

/** SQL of both databases, with $1, $2, … for the values. */
export type Statement = readonly [sql: string, ...values: Value[]];

export type Transaction = {
  query(...statement: Statement): Promise<readonly Row[]>;
  /**
   * The rows of a SELECT from one table. Until the transaction ends, no other may change
   * or hold them; and what others did before is seen by the queries that follow.
   */
  hold(...statement: Statement): Promise<readonly Row[]>;
};

/** Rejects with a StoreFault, or with the driver's error where a statement is wrong. */
export type Database = {
  /** The rows of each statement, all of one moment. */
  read(...statements: Statement[]): Promise<readonly (readonly Row[])[]>;
  /** One transaction: durable once the promise resolves, undone where `work` rejects. */
  change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** A transaction that runs alone of its kind, in whichever process. */
  changeAlone<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** As `change`, for what only deletes a little: it is done on a full disk too. */
  reduce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Runs one statement that changes something, in a transaction of its own. */
export const run = (database: Database, ...statement: Statement): Promise<void> =>
  database.change(async ({ query }) => {
    await query(...statement);
  });

/** The text in a column. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === "string") return value;
  throw new Error(`Column ${column} holds no text.`);
}

/** The text in a column; null where it has none. */
export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : textIn(row, column);

/** The number in a column. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === "number") return value;
  throw new Error(`Column ${column} holds no number.`);
}

/** The number in a column; null where it has none. */
export const numberOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : numberIn(row, column);
