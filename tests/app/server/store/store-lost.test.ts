// SQLite's files are deleted, moved or replaced beneath a running store.
import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import { openSqlite } from "@/app/server/store/sqlite-database";
import { freshFolder, openAt } from "./store-places";
import { assignmentRow, now, openClassOfAda, receiptRow } from "./store-rows";

const lost = {
  name: "StoreFault",
  trouble: "lost",
  cause: { message: expect.stringMatching(/^classes\.sqlite\S* is gone, or another/) },
};

async function openFilled() {
  const folder = path.join(freshFolder(), "data");
  const store = await openAt({ folder });
  await openClassOfAda(store);
  return { folder, store };
}

async function expectLost(store: ClassStore) {
  await expect(store.handIn("c", receiptRow("r"), 9)).rejects.toMatchObject(lost);
  await expect(store.addAssignment("c", assignmentRow("b"), 9)).rejects.toMatchObject(
    lost,
  );
  await expect(store.deleteClass("c")).rejects.toMatchObject(lost);
  await expect(store.classOf("c", now)).rejects.toMatchObject(lost);
  await expect(store.board("c", 0)).rejects.toMatchObject(lost);
}

test("a folder that is deleted while the site runs takes nothing in", async () => {
  const { folder, store } = await openFilled();
  rmSync(folder, { recursive: true });
  await expectLost(store);
});

test("a folder that was deleted and made anew takes nothing in", async () => {
  const { folder, store } = await openFilled();
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const other = await openAt({ folder });
  await openClassOfAda(other);
  await expectLost(store);
  expect((await other.board("c", 0)).receipts).toEqual([]);
});

test.each(["", "-wal", "-shm"])(
  "a store whose file classes.sqlite%s is deleted takes nothing in",
  async (end) => {
    const { folder, store } = await openFilled();
    rmSync(path.join(folder, `classes.sqlite${end}`));
    await expectLost(store);
  },
);

test("a file that was replaced by its own copy takes nothing in", async () => {
  const { folder, store } = await openFilled();
  const file = path.join(folder, "classes.sqlite");
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
  await expectLost(store);
});

test("what was written while the folder went is not said to be kept", async () => {
  const folder = path.join(freshFolder(), "data");
  const database = await openSqlite(folder);
  const writing = database.change(async ({ query }) => {
    await query("CREATE TABLE kept (id TEXT)");
    rmSync(folder, { recursive: true });
  });
  await expect(writing).rejects.toMatchObject(lost);
  await database.close();
});

test("a folder that is put back is gone on with, and nothing is lost", async () => {
  const { folder, store } = await openFilled();
  await store.handIn("c", receiptRow("before"), 9);
  renameSync(folder, `${folder}.away`);
  await expectLost(store);
  renameSync(`${folder}.away`, folder);
  expect(await store.handIn("c", receiptRow("r"), 9)).toMatchObject({ kind: "taken" });
  const { receipts } = await store.board("c", 0);
  expect(receipts.map(({ id }) => id).sort()).toEqual(["before", "r"]);
});
