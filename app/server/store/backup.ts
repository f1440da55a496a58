// Keeping classes: a whole copy of the database while the site runs, and putting one back.
import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { newestVersion, tables } from "./migrations";
import type { StoreSettings } from "./open-store";
import { type SqliteConnection, withSqlite } from "./sqlite-database";
import { fileIn } from "./sqlite-files";

/** "2026-12-01T17-30-05": a moment, as a file can be called. */
const stamp = () => new Date().toISOString().slice(0, 19).replaceAll(":", "-");

/**
 * Writes all classes into a new file, by default one named after the moment in the folder
 * `backups` of the classes' own; gives its name. Rejects in words.
 */
export async function backUp(
  { databaseUrl, folder = "data" }: StoreSettings,
  file?: string,
): Promise<string> {
  const ending = databaseUrl ? "dump" : "sqlite";
  const target = file ?? path.join(folder, "backups", `classes-${stamp()}.${ending}`);
  if (existsSync(target)) throw new Error(`There is a file ${target} already.`);
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  // A file of this name is whole, whenever the copying ends.
  const part = `${target}.part`;
  rmSync(part, { force: true });
  // It holds the names of learners.
  const before = process.umask(0o077);
  try {
    if (databaseUrl) await dumpPostgres(databaseUrl, part);
    else copySqlite(folder, part);
    renameSync(part, target);
  } finally {
    process.umask(before);
    rmSync(part, { force: true });
  }
  return target;
}

/** Puts the classes of a file in the place of those that are there. Rejects in words. */
export async function restore(
  { databaseUrl, folder = "data" }: StoreSettings,
  file: string,
): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (databaseUrl) await restorePostgres(databaseUrl, file);
  else restoreSqlite(folder, file);
}

/** Rejects what holds no classes that this version can read. */
function checkSqlite(database: SqliteConnection) {
  if (database.prepare("PRAGMA integrity_check").pluck().get() !== "ok") {
    throw new Error("The file is damaged.");
  }
  const sql = "SELECT MAX(version) FROM class_store_version";
  const version = Number(database.prepare(sql).pluck().get());
  if (version > newestVersion) {
    throw new Error("The file is of a newer version of this site: restore it with that.");
  }
}

function copySqlite(folder: string, target: string) {
  const file = fileIn(folder);
  if (!existsSync(file)) throw new Error(`There are no classes in the folder ${folder}.`);
  // One moment of the database, whoever reads and writes meanwhile.
  withSqlite(file, (database) => database.prepare("VACUUM INTO ?").run(target));
  withSqlite(target, checkSqlite);
}

/** Rejects where a process has the database open: it would go on with the old file. */
function refuseRunning(file: string) {
  try {
    withSqlite(file, (database) => {
      database.pragma("busy_timeout = 200");
      // Only who is alone may leave the log's mode; it is written into the file then.
      database.pragma("journal_mode = DELETE");
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return;
    throw new Error("The site is running, or its file cannot be read: stop it first.", {
      cause: error,
    });
  }
}

function restoreSqlite(folder: string, file: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = fileIn(folder);
  const part = `${target}.restoring`;
  const clear = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
  };
  clear();
  copyFileSync(file, part);
  try {
    withSqlite(part, (database) => {
      database.pragma("journal_mode = DELETE");
      checkSqlite(database);
    });
    if (existsSync(target)) {
      refuseRunning(target);
      renameSync(target, `${target}.before-${stamp()}`);
    }
    for (const end of ["-wal", "-shm"]) rmSync(target + end, { force: true });
    renameSync(part, target);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("SQLITE_")) throw error;
    throw new Error(`The file ${file} holds no classes.`, { cause: error });
  } finally {
    clear();
  }
}

const debian = "/usr/lib/postgresql";

/** A program of PostgreSQL's; where Debian keeps it, or in the path. */
function programOf(name: string): string {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const files = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => path.join(debian, version, "bin", name));
  return files.find(existsSync) ?? name;
}

/** Runs a program of PostgreSQL's on a database, whose password no list of processes shows. */
async function runPostgres(name: string, url: string, args: readonly string[]) {
  const shown = new URL(url);
  const password = decodeURIComponent(shown.password);
  shown.password = "";
  const env = { ...process.env, ...(password && { PGPASSWORD: password }) };
  try {
    const all = [`--dbname=${shown.href}`, "--no-owner", "--no-privileges", ...args];
    await promisify(execFile)(programOf(name), all, { env, maxBuffer: 1e8 });
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const why = missing
      ? `${name} is missing: install PostgreSQL’s client.`
      : `${name} failed: ${cause instanceof Error && "stderr" in cause ? cause.stderr : cause}`;
    throw new Error(why, { cause });
  }
}

const dumpPostgres = (url: string, target: string) => {
  const only = tables.map((table) => `--table=${table}`);
  return runPostgres("pg_dump", url, ["--format=custom", `--file=${target}`, ...only]);
};

/** All at once: a site that runs sees the classes of before, or those of the file. */
const restorePostgres = (url: string, file: string) =>
  runPostgres("pg_restore", url, [
    ...["--clean", "--if-exists", "--single-transaction", "--exit-on-error"],
    file,
  ]);
