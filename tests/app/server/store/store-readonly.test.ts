import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openStore } from "@/app/server/store/open-store";
import { openSqlite } from "@/app/server/store/sqlite-database";
import { askPostgres, freshDatabase } from "@/tests/postgres-server";
import { bundle, startChild } from "./store-child";
import { mountSmallDisk } from "./store-mount";
import { freshFolder, openAt, postgres } from "./store-places";
import { now, openClassOfAda, receiptRow } from "./store-rows";

const readonly = { name: "StoreFault", trouble: "readonly" };

/** A folder with a class in it, its store closed. */
async function keep(folder: string) {
  const store = await openStore({ folder });
  await openClassOfAda(store);
  await store.handIn("c", receiptRow("r"), 9);
  await store.close();
}

test("a folder that may not be written in is told, and keeps what it has", async () => {
  const folder = freshFolder();
  await keep(folder);
  const unwritable = path.join(folder, "missing");
  const fileOnly = freshFolder();
  await keep(fileOnly);
  for (const file of readdirSync(folder)) chmodSync(path.join(folder, file), 0o444);
  for (const file of readdirSync(fileOnly)) chmodSync(path.join(fileOnly, file), 0o444);
  chmodSync(folder, 0o555);
  chmodSync(fileOnly, 0o777);
  const reader = startChild(await bundle("store/store-reader"));
  for (const one of [folder, unwritable, fileOnly]) reader.tell(one);
  reader.process.stdin?.end();
  await reader.ended;
  chmodSync(folder, 0o755);
  expect(reader.lines).toEqual(["readonly", "readonly", "readonly"]);
  for (const file of readdirSync(folder)) chmodSync(path.join(folder, file), 0o644);
  const store = await openAt({ folder });
  expect((await store.board("c", 0)).receipts).toHaveLength(1);
});

test("a disk mounted read-only is told, and keeps what it has", async () => {
  const disk = mountSmallDisk("size=8m");
  // Where none may be mounted, the folder of the test before stands for it.
  if (!disk) return;
  await keep(disk.folder);
  disk.remount("ro");
  await expect(openStore({ folder: disk.folder })).rejects.toMatchObject(readonly);
  const missing = path.join(disk.folder, "missing");
  await expect(openStore({ folder: missing })).rejects.toMatchObject(readonly);
  disk.remount("rw");
  const store = await openAt({ folder: disk.folder });
  expect((await store.board("c", 0)).receipts).toHaveLength(1);
  await store.close();
});

test("a folder that cannot be one is told as away", async () => {
  const file = path.join(freshFolder(), "file");
  writeFileSync(file, "");
  await expect(openSqlite(file)).rejects.toMatchObject({ trouble: "away" });
});

test("a file that is no SQLite is told as damaged, and is not touched", async () => {
  const folder = freshFolder();
  const file = path.join(folder, "classes.sqlite");
  const text = "something else ".repeat(500);
  writeFileSync(file, text);
  await expect(openSqlite(folder)).rejects.toMatchObject({
    trouble: "damaged",
    message: expect.stringMatching(/backup/),
    cause: { code: "SQLITE_NOTADB" },
  });
  expect(readFileSync(file, "utf8")).toBe(text);
});

test.skipIf(!postgres)(
  "a PostgreSQL that is read-only is told, and can be read",
  async () => {
    const databaseUrl = await freshDatabase(postgres ?? "");
    const name = new URL(databaseUrl).pathname.slice(1);
    const turn = async (state: "on" | "off") => {
      const sql = `ALTER DATABASE ${name} SET default_transaction_read_only = ${state}`;
      await askPostgres(postgres ?? "", sql);
    };
    await turn("on");
    await expect(openStore({ databaseUrl })).rejects.toMatchObject(readonly);
    await turn("off");
    const before = await openStore({ databaseUrl });
    await openClassOfAda(before);
    await before.close();
    await turn("on");
    const store = await openAt({ databaseUrl });
    await expect(store.handIn("c", receiptRow("r"), 9)).rejects.toMatchObject(readonly);
    await expect(store.deleteClass("c")).rejects.toMatchObject(readonly);
    expect((await store.classOf("c", now))?.id).toBe("c");
    expect((await store.board("c", 0)).learners).toHaveLength(1);
  },
);
