// Classes are copied while the site runs, and put back.
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { backUp, restore } from "@/app/server/store/backup";
import type { ClassStore } from "@/app/server/store/class-store";
import { tables } from "@/app/server/store/migrations";
import { openStore, storeSettings } from "@/app/server/store/open-store";
import type { ClassLine } from "@/app/server/store/stored-rows";
import { askPostgres } from "@/tests/postgres-server";
import { freshFolder, openAt, type Place, places } from "./store-places";
import { now, openClassOfAda, receiptRow, tryRow } from "./store-rows";

async function linesOf(store: ClassStore) {
  const lines: ClassLine[] = [];
  for await (const line of store.exportClass("c")) lines.push(line);
  return lines;
}

/** Hands in until it is stopped; gives the ids that were acknowledged. */
function handInAlways(store: ClassStore) {
  const taken: string[] = [];
  let stopped = false;
  const ended = (async () => {
    for (let at = 0; !stopped; at += 1) {
      await store.handIn("c", receiptRow(`${at}`), 1e6);
      taken.push(`${at}`);
    }
  })();
  return {
    taken,
    async stop() {
      stopped = true;
      await ended;
    },
  };
}

async function prepare(place: Place) {
  const store = await openAt(place);
  await openClassOfAda(store);
  const quiz = { assignment: "a", learner: "id of Ada", started: now, secret: "s" };
  await store.startQuiz("c", quiz);
  const rules = { tries: 1, longest: null, again: false };
  await store.putTry("c", tryRow("q", 1, "right"), rules);
  await store.extend("c", { ...quiz, due: "2026-12-01" }, now);
  return store;
}

const failing = /stop it first|newer|damaged|no classes|no file|already/;

describe.each(places)("%s", (_, fresh) => {
  test("a copy made while learners hand in is whole, and can be put back", async () => {
    const place = await fresh();
    const store = await prepare(place);
    const handing = handInAlways(store);
    while (handing.taken.length < 20) await nextTurn();
    const before = handing.taken.length;
    const file = await backUp(place, path.join(freshFolder(), "copy"));
    const after = handing.taken.length;
    await handing.stop();
    const all = await linesOf(store);
    await store.close();

    const other = await fresh();
    await restore(other, file);
    const restored = await openAt(other);
    const lines = await linesOf(restored);
    const receipts = lines.filter(({ is }) => is === "receipt");
    expect(receipts.length).toBeGreaterThanOrEqual(before);
    // One more may be kept whose answer was still on its way.
    expect(receipts.length).toBeLessThanOrEqual(after + 1);
    const ids = lines.map((line) => JSON.stringify(line));
    const known = new Set(all.map((line) => JSON.stringify(line)));
    expect(ids.filter((line) => !known.has(line))).toEqual([]);
    expect(lines.length - receipts.length).toBe(
      all.filter(({ is }) => is !== "receipt").length,
    );
    // It goes on from there.
    const next = { ...receiptRow("next"), key: "next" };
    expect(await restored.handIn("c", next, 1e6)).toMatchObject({ kind: "taken" });
  });

  test("putting back takes away what came after", async () => {
    const place = await fresh();
    const store = await prepare(place);
    const kept = await linesOf(store);
    const file = await backUp(place, path.join(freshFolder(), "copy"));
    await store.handIn("c", receiptRow("late"), 9);
    await store.openClass({ ...(await opened(store)), id: "d", code: "D" });
    await store.close();
    await restore(place, file);
    const restored = await openAt(place);
    expect(await linesOf(restored)).toEqual(kept);
    expect(await restored.classOf("d", now)).toBeNull();
  });

  test("a copy is never written over another file, nor made of nothing", async () => {
    const place = await fresh();
    const file = path.join(freshFolder(), "copy");
    writeFileSync(file, "mine");
    await expect(backUp(place, file)).rejects.toThrow(/already/);
    await expect(restore(place, `${file}.missing`)).rejects.toThrow(/no file/);
  });

  test("every table is copied", async () => {
    const place = await fresh();
    await (await openStore(place)).close();
    expect([...tables].sort()).toEqual((await tableNames(place)).sort());
  });
});

async function tableNames(place: Place): Promise<string[]> {
  if ("databaseUrl" in place) {
    const sql = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'";
    return (await askPostgres(place.databaseUrl, sql)).map(({ name }) => String(name));
  }
  const database = new Sqlite(path.join(place.folder, "classes.sqlite"));
  const sql = "SELECT name FROM sqlite_master WHERE type = 'table'";
  const names = database.prepare<[], string>(sql).pluck().all();
  database.close();
  return names;
}

async function opened(store: ClassStore) {
  const one = await store.classOf("c", now);
  if (!one) throw new Error("It is there.");
  return { ...one, teacherHash: "x", recoveryHash: null };
}

test("nothing is put back beneath a running site, and nothing that holds no classes", async () => {
  const folder = freshFolder();
  const store = await prepare({ folder });
  const file = await backUp({ folder });
  expect(path.dirname(file)).toBe(path.join(folder, "backups"));
  // It holds names: nobody else reads it.
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(restore({ folder }, file)).rejects.toThrow(/stop it first/);
  expect(await store.handIn("c", receiptRow("r"), 9)).toMatchObject({ kind: "taken" });
  await store.close();

  const odd = path.join(freshFolder(), "odd");
  writeFileSync(odd, "no classes ".repeat(1000));
  await expect(restore({ folder }, odd)).rejects.toThrow(/no classes/);
  const empty = path.join(freshFolder(), "empty");
  new Sqlite(empty).exec("CREATE TABLE other (id TEXT)").close();
  await expect(restore({ folder }, empty)).rejects.toThrow(/no classes/);
  const newer = path.join(freshFolder(), "newer");
  copyFileSync(file, newer);
  new Sqlite(newer).exec("INSERT INTO class_store_version VALUES (99)").close();
  await expect(restore({ folder }, newer)).rejects.toThrow(/newer version/);

  const again = await openAt({ folder });
  expect((await again.board("c", 0)).receipts).toHaveLength(1);
  await again.close();
  // What was there is kept beside it, and a damaged file does not stand in the way.
  writeFileSync(path.join(folder, "classes.sqlite"), "damaged ".repeat(1000));
  await restore({ folder }, file);
  expect(readdirSync(folder).filter((name) => name.includes(".before-"))).toHaveLength(1);
  const restored = await openAt({ folder });
  expect((await restored.board("c", 0)).receipts).toEqual([]);
});

test("npm run backup and npm run restore do so, and say what went wrong", async () => {
  const folder = freshFolder();
  const store = await prepare({ folder });
  const { DATABASE_URL: _, ...env } = process.env;
  const run = (...args: string[]) =>
    promisify(execFile)("npx", ["tsx", "app/keep-classes.ts", ...args], {
      env: { ...env, COURSE_DATA_DIR: folder },
    });
  const { stdout } = await run("backup");
  const file = /All classes are in (.+)\n/.exec(stdout)?.[1] ?? "";
  expect(existsSync(file)).toBe(true);
  await expect(run("restore")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Name the file/),
  });
  await expect(run("restore", file)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(failing),
  });
  await store.close();
  expect((await run("restore", file)).stdout).toMatch(/in their place/);
}, 60_000);

test("the data folder is known with PostgreSQL, too: a copy without a name goes there", () => {
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  vi.stubEnv("DATABASE_URL", "postgres://a/b");
  vi.stubEnv("COURSE_DATA_DIR", "/kept");
  expect(storeSettings()).toMatchObject({
    databaseUrl: "postgres://a/b",
    folder: "/kept",
  });
});

test("a copied file of a store that was closed is whole, also while others have it open", async () => {
  const folder = freshFolder();
  const store = await prepare({ folder });
  await openAt({ folder });
  await store.handIn("c", receiptRow("r"), 9);
  await store.close();
  const copy = freshFolder();
  copyFileSync(path.join(folder, "classes.sqlite"), path.join(copy, "classes.sqlite"));
  const copied = await openAt({ folder: copy });
  expect((await copied.board("c", 0)).receipts).toHaveLength(1);
});
