// SQLite in a folder of this machine, for any number of processes on it.
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { Database, Row, Statement, Transaction, Value } from "./database";
import { createReserve, fileIn, watchFiles } from "./sqlite-files";
import { isStoreFault, type StoreTrouble, storeFault } from "./store-fault";

/** SQLite waits for another process on the only thread: keep it short, and retry. */
const longestWait = 100;

/** Whether a folder may be written in; or, where it is missing, the one above it. */
function mayWrite(folder: string): boolean {
  const above = path.dirname(folder);
  if (!existsSync(folder) && above !== folder) return mayWrite(above);
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function troubleOf(code: string, folder: string): StoreTrouble | null {
  if (/^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE)|ENOSPC|EDQUOT)$/.test(code))
    return "full";
  if (/^(SQLITE_(READONLY|PERM|AUTH)|EACCES|EPERM|EROFS)/.test(code)) return "readonly";
  // Node reports ENOENT where a folder cannot be made on a read-only disk.
  if (/^(SQLITE_CANTOPEN|ENOENT)/.test(code))
    return mayWrite(folder) ? "away" : "readonly";
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return "busy";
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return "damaged";
  return /^(SQLITE_(IOERR|NOMEM)|E[A-Z]+$)/.test(code) ? "away" : null;
}

/** Turns what SQLite and the file system throw into a StoreFault. */
function asked<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const trouble = typeof code === "string" ? troubleOf(code, folder) : null;
    throw trouble ? storeFault(trouble, error) : error;
  }
}

/** Runs statements on a connection, each prepared once. */
function createQuery(connection: Sqlite.Database) {
  const prepared = new Map<string, Sqlite.Statement<[Record<number, Value>], Row>>();
  return ([sql, ...values]: Statement): readonly Row[] => {
    const known = prepared.get(sql);
    const statement = known ?? connection.prepare<[Record<number, Value>], Row>(sql);
    if (!known) prepared.set(sql, statement);
    const named = Object.fromEntries(values.map((value, at) => [at + 1, value]));
    if (statement.reader) return statement.all(named);
    statement.run(named);
    return [];
  };
}

function connect(folder: string): Sqlite.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const connection = new Sqlite(fileIn(folder), { timeout: longestWait });
  try {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = ON");
    // The first look makes its other files.
    connection.pragma("user_version");
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A connection of the driver's own. */
export type SqliteConnection = Sqlite.Database;

/** Works on a file that is there already, outside all rules of a store, and closes it. */
export function withSqlite<T>(
  file: string,
  work: (connection: SqliteConnection) => T,
): T {
  const connection = new Sqlite(file, { fileMustExist: true, timeout: 5000 });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

/** One connection for what changes, one for what is read meanwhile. */
function connectBoth(folder: string) {
  const writer = connect(folder);
  try {
    return { writer, reader: connect(folder) };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Databases that are still open when the process ends. */
const open = new Set<() => void>();

/** Whoever copies the file after the process has ended finds everything in it. */
function closeAll() {
  for (const close of open) close();
}

/** Opens the database in a folder, which is made where it is missing. */
export async function openSqlite(folder: string): Promise<Database> {
  const { writer, reader } = asked(folder, () => connectBoth(folder));
  const write = createQuery(writer);
  const read = createQuery(reader);
  const checkFiles = watchFiles(folder);
  const reserve = createReserve(folder);
  const query = async (...statement: Statement) => asked(folder, () => write(statement));
  const readAll = reader.transaction((statements: readonly Statement[]) =>
    statements.map(read),
  );
  let last: Promise<unknown> = Promise.resolve();

  async function transact<T>(work: (transaction: Transaction) => Promise<T>) {
    // One at a time; and between two of them the server sees to everything else.
    await nextTurn();
    checkFiles();
    await query("BEGIN IMMEDIATE");
    try {
      const result = await work({ query, hold: query });
      await query("COMMIT");
      // A write to a file that is nowhere is lost.
      checkFiles();
      return result;
    } catch (error) {
      // A full disk may have ended the transaction by itself.
      if (writer.inTransaction) await query("ROLLBACK");
      throw error;
    }
  }

  function change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const turn = last.then(() => transact(work));
    last = turn.catch(() => {});
    return turn;
  }

  /** The log is written into the file, and begins anew. */
  function checkpoint(mode: "RESTART" | "TRUNCATE") {
    try {
      writer.pragma(`wal_checkpoint(${mode})`);
    } catch {
      // Another process may be reading: then the log stays as it is.
    }
  }

  function closeNow() {
    if (!open.delete(closeNow)) return;
    if (open.size === 0) process.off("exit", closeAll);
    if (writer.inTransaction) writer.exec("ROLLBACK");
    reader.close();
    checkpoint("TRUNCATE");
    writer.close();
  }

  if (open.size === 0) process.on("exit", closeAll);
  open.add(closeNow);
  reserve.fill();

  return {
    read: async (...statements) =>
      asked(folder, () => {
        checkFiles();
        return readAll(statements);
      }),
    change,
    changeAlone: change,
    async reduce(work) {
      try {
        return await change(work);
      } catch (error) {
        const full = isStoreFault(error) && error.trouble === "full";
        if (!full || !reserve.empty()) throw error;
        checkpoint("RESTART");
        return await change(work);
      } finally {
        reserve.fill();
      }
    },
    async close() {
      await last;
      closeNow();
    },
  };
}
