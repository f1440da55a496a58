import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Database, Transaction } from "@/app/server/store/database";
import { migrate } from "@/app/server/store/migrations";
import { createSqlStore, openStore } from "@/app/server/store/open-store";
import { openPostgres } from "@/app/server/store/postgres-database";
import { openSqlite } from "@/app/server/store/sqlite-database";
import { withRetries } from "@/app/server/store/store-fault";
import { askPostgres, freshDatabase } from "@/tests/postgres-server";
import { openAt, type Place, places, postgres } from "./store-places";
import { now, openClassOfAda, receiptRow } from "./store-rows";

const openDatabase = async (place: Place): Promise<Database> =>
  "folder" in place ? openSqlite(place.folder) : openPostgres(place.databaseUrl);

/** Locks that wait for long would make these tests long. */
async function hurry(place: Place) {
  if ("folder" in place) return;
  const name = new URL(place.databaseUrl).pathname.slice(1);
  for (const setting of ["lock_timeout = '100ms'", "deadlock_timeout = '20ms'"]) {
    await askPostgres(place.databaseUrl, `ALTER DATABASE ${name} SET ${setting}`);
  }
}

const holdAda = ({ query, hold }: Transaction) =>
  Promise.all([
    hold("SELECT id FROM learner WHERE id = $1", "id of Ada"),
    query("UPDATE learner SET waiting = 0 WHERE id = $1", "id of Ada"),
  ]);

describe.each(places)("%s", (_, fresh) => {
  test("a call waits for another process's transaction", async () => {
    const place = await fresh();
    await hurry(place);
    const store = await openAt(place);
    await openClassOfAda(store);
    const other = await openDatabase(place);
    let done = false;
    const holding = other.change(async (transaction) => {
      await holdAda(transaction);
      await pause(700);
      done = true;
    });
    await pause(100);
    expect(await store.handIn("c", receiptRow("r"), 9)).toMatchObject({ kind: "taken" });
    expect(done).toBe(true);
    await holding;
    await other.close();
  });

  test("a call that waited too long is told as busy, and reading goes on", async () => {
    const place = await fresh();
    await hurry(place);
    const store = await openAt(place);
    await openClassOfAda(store);
    const other = await openDatabase(place);
    const hasty = withRetries(await openDatabase(place), 300);
    let free = () => {};
    const freed = new Promise<void>((resolve) => {
      free = resolve;
    });
    const holding = other.change(async (transaction) => {
      await holdAda(transaction);
      await freed;
    });
    await pause(100);
    await expect(
      createSqlStore(hasty).handIn("c", receiptRow("r"), 9),
    ).rejects.toMatchObject({ name: "StoreFault", trouble: "busy" });
    expect((await store.board("c", 0)).learners).toHaveLength(1);
    expect(await store.classOf("c", now)).not.toBeNull();
    free();
    await holding;
    await hasty.close();
    await other.close();
  });

  test("a transaction whose work fails is undone", async () => {
    const place = await fresh();
    const store = await openAt(place);
    await openClassOfAda(store);
    const database = await openDatabase(place);
    const failing = database.change(async ({ query }) => {
      await query("DELETE FROM class");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const wrong = database.change(async ({ query }) => {
      await query("DELETE FROM class");
      await query("DELETE FROM nothing_like_it");
    });
    await expect(wrong).rejects.toThrow(/nothing_like_it/);
    expect(await store.classOf("c", now)).not.toBeNull();
    await database.change(({ query }) => query("DELETE FROM class"));
    expect(await store.classOf("c", now)).toBeNull();
    await database.close();
  });

  test("transactions of one process do not mix, however long each takes", async () => {
    const place = await fresh();
    const store = await openAt(place);
    const database = await openDatabase(place);
    const sql = `INSERT INTO class (id, name, code, teacher_hash, created, expires)
      VALUES ($1, $1, $1, $1, $2, $3)`;
    const add = (id: string, fails: boolean) =>
      database.change(async ({ query }) => {
        await query(sql, id, now, now + 1000);
        await pause(30);
        if (fails) throw new Error("no");
      });
    const ended = await Promise.allSettled([add("x", true), add("y", false)]);
    expect(ended.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect(await store.classOf("x", now)).toBeNull();
    expect(await store.classOf("y", now)).not.toBeNull();
    await database.close();
  });

  test("a new place may be opened many times at once", async () => {
    const place = await fresh();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openAt(place)));
    await openClassOfAda(stores[0] ?? (await openAt(place)));
    for (const store of stores) {
      expect((await store.board("c", 0)).learners).toHaveLength(1);
    }
  });

  test("tables of a newer version are refused in words, and left alone", async () => {
    const place = await fresh();
    await (await openStore(place)).close();
    const database = await openDatabase(place);
    const add = "INSERT INTO class_store_version (version) VALUES ($1)";
    await database.change(({ query }) => query(add, 99));
    const why =
      /^The classes were kept by a newer version of this site \(tables 99, known \d+\)/;
    await expect(openStore(place)).rejects.toMatchObject({
      name: "StoreFault",
      trouble: "newer",
      message: expect.stringMatching(/newer version/),
      cause: { message: expect.stringMatching(why) },
    });
    await expect(migrate(database)).rejects.toThrow(/newer version/);
    await database.close();
  });
});

test("SQLite keeps what it acknowledged through a loss of power", async () => {
  const place = await places[0]?.[1]();
  if (!place || !("folder" in place)) throw new Error("SQLite comes first.");
  const database = await openSqlite(place.folder);
  const settings = await database.change(async ({ query }) => [
    ...(await query("PRAGMA journal_mode")),
    ...(await query("PRAGMA synchronous")),
    ...(await query("PRAGMA foreign_keys")),
  ]);
  expect(settings).toEqual([
    { journal_mode: "wal" },
    { synchronous: 2 },
    { foreign_keys: 1 },
  ]);
  await database.close();
});

test.skipIf(!postgres)(
  "of two transactions that wait for each other, both end well",
  async () => {
    const place = { databaseUrl: await freshDatabase(postgres ?? "") };
    await hurry(place);
    const store = await openAt(place);
    await openClassOfAda(store);
    const database = withRetries(openPostgres(place.databaseUrl));
    let begun = 0;
    const cross = (first: string, second: string) =>
      database.change(async ({ query }) => {
        begun += 1;
        await query(`UPDATE ${first} SET id = id`);
        await pause(50);
        await query(`UPDATE ${second} SET id = id`);
      });
    await Promise.all([cross("learner", "assignment"), cross("assignment", "learner")]);
    expect(begun).toBeGreaterThan(2);
    await database.close();
  },
);
