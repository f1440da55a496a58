import { randomBytes } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import { migrate } from "@/app/server/store/migrations";
import { createSqlStore } from "@/app/server/store/open-store";
import { openSqlite } from "@/app/server/store/sqlite-database";
import { askPostgres, findOwner, freshDatabase } from "@/tests/postgres-server";
import { mountSmallDisk, smallDisk } from "./store-mount";
import { freshFolder, openAt, postgres } from "./store-places";
import {
  assignmentRow,
  classRow,
  learnerRow,
  now,
  openClassOfAda,
  receiptRow,
  upTo,
} from "./store-rows";

/** PostgreSQL packs what repeats itself. */
const incompressible = () => randomBytes(10_000).toString("base64url");

/** Hands in until the disk is full; gives what was acknowledged, and the fault. */
async function fill(store: ClassStore) {
  const taken: string[] = [];
  for (let at = 0; at < 10_000; at += 1) {
    const row = { ...receiptRow(`${at}`), packed: incompressible() };
    try {
      await store.handIn("c", row, 100_000);
      taken.push(row.id);
    } catch (fault) {
      return { taken, fault };
    }
  }
  throw new Error("The disk was never full.");
}

/** That a full disk is told, loses nothing, and is no more when there is room. */
async function checkFull(store: ClassStore, makeRoom: () => Promise<void> | void) {
  await openClassOfAda(store);
  const { taken, fault } = await fill(store);
  const told = { name: "StoreFault", trouble: "full" };
  expect(fault).toMatchObject(told);
  expect(taken.length).toBeGreaterThan(20);
  const another = { ...receiptRow("another"), packed: incompressible() };
  await expect(store.handIn("c", another, 1e6)).rejects.toMatchObject(told);
  const ids = async () => (await store.board("c", 0)).receipts.map(({ id }) => id);
  expect((await ids()).sort()).toEqual([...taken].sort());
  await makeRoom();
  expect(await store.handIn("c", receiptRow("more"), 1e6)).toMatchObject({
    kind: "taken",
  });
  expect((await ids()).sort()).toEqual([...taken, "more"].sort());
}

test("a full SQLite says so, loses nothing, and goes on when there is room", async () => {
  const database = await openSqlite(freshFolder());
  const limit = (pages: number) =>
    database.change(async ({ query }) => {
      await query(`PRAGMA max_page_count = ${pages}`);
    });
  await migrate(database);
  await limit(300);
  const store = createSqlStore(database);
  await checkFull(store, () => limit(1000));
  await store.close();
});

const mega = 1024 * 1024;

test("a full disk under SQLite is told, and loses nothing", async (context) => {
  const disk = smallDisk(2 * mega);
  if (!disk) return context.skip();
  const store = await openAt({ folder: disk.folder });
  await checkFull(store, () => disk.enlarge(8 * mega));
  // Its files are closed before the disk goes.
  await store.close();
});

/** A class is deleted from a store that takes nothing more, and makes room by that. */
async function checkDeleting(store: ClassStore, fillUp: () => void) {
  await openClassOfAda(store);
  await store.openClass(classRow("d"));
  await store.addAssignment("d", assignmentRow("of d"), 9);
  await store.join("d", learnerRow("Bo"), upTo(9));
  await fill(store);
  fillUp();
  const toD = (id: string) =>
    store.handIn(
      "d",
      {
        ...{ ...receiptRow(id), assignment: "of d", learner: "id of Bo" },
        packed: incompressible(),
      },
      1e6,
    );
  await expect(toD("early")).rejects.toMatchObject({ trouble: "full" });
  await store.deleteClass("c");
  expect(await store.classOf("c", now)).toBeNull();
  expect((await store.board("c", 0)).receipts).toEqual([]);
  for (const id of ["one", "two", "three"]) {
    expect(await toD(id)).toMatchObject({ kind: "taken" });
  }
  await store.deleteLearners("d", ["id of Bo"]);
  expect((await store.board("d", 0)).receipts).toEqual([]);
}

/** Writes into a file until it has a size, or nobody has room for a page more. */
function takeRoom(file: string, size = Number.POSITIVE_INFINITY) {
  const ballast = openSync(file, "w");
  try {
    for (let taken = 0; taken < size; taken += 4096) {
      writeSync(ballast, Buffer.alloc(4096, 1));
    }
  } catch {
    // That is what it is for.
  }
  closeSync(ballast);
}

test("a class is deleted on a full disk under SQLite, and makes room", async () => {
  const disk = mountSmallDisk("size=80m");
  // Where none may be mounted, the full SQLite of the next test stands for it.
  if (!disk) return;
  const store = await openAt({ folder: disk.folder });
  takeRoom(path.join(disk.folder, "half"), 64 * mega);
  await checkDeleting(store, () => takeRoom(path.join(disk.folder, "rest")));
  await store.close();
});

test("a class is deleted from a full SQLite, and makes room", async () => {
  const database = await openSqlite(freshFolder());
  await migrate(database);
  await database.change(({ query }) => query("PRAGMA max_page_count = 300"));
  const store = createSqlStore(database);
  await checkDeleting(store, () => {});
  await store.close();
});

test("a disk too full for a new SQLite is told", async (context) => {
  const disk = smallDisk(16 * 1024);
  if (!disk) return context.skip();
  await expect(openAt({ folder: disk.folder })).rejects.toMatchObject({
    name: "StoreFault",
    trouble: "full",
  });
});

/** A database on a disk of its own, where one may be mounted. */
async function smallPostgres(server: string) {
  const { uid, gid } = findOwner();
  const disk = mountSmallDisk(`size=10m,mode=700,uid=${uid},gid=${gid}`);
  if (!disk) return fullByRule(await freshDatabase(server));
  await askPostgres(server, `CREATE TABLESPACE small LOCATION '${disk.folder}'`);
  await askPostgres(server, "CREATE DATABASE small TABLESPACE small");
  // What is not on the full disk by then would hit whoever needs its place in memory.
  await askPostgres(server, "CHECKPOINT");
  onTestFinished(async () => {
    await askPostgres(server, "DROP DATABASE small WITH (FORCE)");
    await askPostgres(server, "DROP TABLESPACE small");
  }, 60_000);
  const url = new URL(server);
  url.pathname = "small";
  return {
    databaseUrl: url.href,
    open: () => openAt({ databaseUrl: url.href }),
    enlarge: () => disk.remount("size=40m"),
  };
}

/** A database that answers like one on a full disk, by a rule of its own. */
function fullByRule(databaseUrl: string) {
  const rule = `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT COUNT(*) FROM receipt) >= 100 THEN
        RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON receipt
      FOR EACH ROW EXECUTE FUNCTION full_disk()`;
  return {
    databaseUrl,
    async open() {
      const store = await openAt({ databaseUrl });
      await askPostgres(databaseUrl, rule);
      return store;
    },
    async enlarge() {
      await askPostgres(databaseUrl, "DROP TRIGGER full_disk ON receipt");
    },
  };
}

test.skipIf(!postgres)("a full disk under PostgreSQL likewise", async () => {
  const place = await smallPostgres(postgres ?? "");
  await checkFull(await place.open(), place.enlarge);
});

test.skipIf(!postgres)("a class is deleted on a full disk under PostgreSQL", async () => {
  const place = await smallPostgres(postgres ?? "");
  const store = await place.open();
  await openClassOfAda(store);
  await fill(store);
  await store.deleteClass("c");
  expect(await store.classOf("c", now)).toBeNull();
  expect((await store.board("c", 0)).receipts).toEqual([]);
});
