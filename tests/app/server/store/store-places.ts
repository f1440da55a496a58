// Where the tests' stores are: a new folder or a new database for each test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { openStore } from "@/app/server/store/open-store";
import { freshDatabase } from "@/tests/postgres-server";

export type Place = { databaseUrl: string } | { folder: string };

/** The server that the whole run shares; undefined where there is no PostgreSQL. */
export const postgres = process.env.TEST_DATABASE_URL;

/** A new, empty folder that goes when the test ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Kind = readonly [name: string, fresh: () => Promise<Place>];

const onSqlite: Kind = ["SQLite", async () => ({ folder: freshFolder() })];

const onPostgres: Kind = [
  "PostgreSQL",
  async () => ({ databaseUrl: await freshDatabase(postgres ?? "") }),
];

/** Each kind of store, and where a new one of it can be opened. */
export const places = postgres ? [onSqlite, onPostgres] : [onSqlite];

/** Opens the store in a place until the test ends. */
export async function openAt(place: Place) {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}
