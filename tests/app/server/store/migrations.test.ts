// Databases of earlier versions, with what they held, brought up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "@/app/server/store/open-store";
import { freshDatabase } from "@/tests/postgres-server";
import { freshFolder, openAt, type Place, postgres } from "./store-places";
import { learnerRow, receiptRow, upTo } from "./store-rows";

const kept = (name: string) =>
  readFileSync(new URL(`../../../kept/${name}`, import.meta.url));

/** A database of version 2 and its class, before this version has seen it. */
type Old = {
  place: Place;
  classId: string;
  assignment: string;
  now: number;
  run(sql: string): Promise<unknown>;
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
};

async function oldSqlite(): Promise<Old> {
  const folder = freshFolder();
  const file = `${folder}/classes.sqlite`;
  writeFileSync(file, gunzipSync(kept("classes.sqlite.gz")));
  const using = <T>(work: (database: Sqlite.Database) => T) => {
    const database = new Sqlite(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return whole({
    place: { folder },
    run: async (sql) => using((database) => database.exec(sql)),
    rows: async (sql) =>
      using((database) => database.prepare<[], Record<string, unknown>>(sql).all()),
  });
}

async function oldPostgres(): Promise<Old> {
  const databaseUrl = await freshDatabase(postgres ?? "");
  const client = new Client(databaseUrl);
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(kept("classes.sql").toString("utf8"));
  await client.query("SET search_path TO public");
  return whole({
    place: { databaseUrl },
    run: (sql) => client.query(sql),
    rows: async (sql) => (await client.query(sql)).rows,
  });
}

async function whole(database: Pick<Old, "place" | "run" | "rows">): Promise<Old> {
  const [row] = await database.rows(
    `SELECT class.id AS class, assignment.id AS assignment FROM class
    JOIN assignment ON assignment.class_id = class.id ORDER BY assignment.created`,
  );
  const now = 1_796_000_000_000;
  return {
    ...database,
    classId: String(row?.class),
    assignment: String(row?.assignment),
    now,
  };
}

/** A learner as version 2 kept them, with the key that it gave the name. */
const oldLearner = (classId: string, id: string, name: string, key: string, at: number) =>
  `INSERT INTO learner (id, class_id, name, name_key, token_hash, let_in, joined)
  VALUES ('${id}', '${classId}', '${name}', '${key}', 'token of ${id}', 0, ${at})`;

const kinds: [string, () => Promise<Old>][] = [["SQLite", oldSqlite]];
if (postgres) kinds.push(["PostgreSQL", oldPostgres]);

describe.each(kinds)("%s", (_, fresh) => {
  test("learners whose names are one by today's rule are kept apart, none is lost", async () => {
    const old = await fresh();
    const { classId, assignment, now } = old;
    const alike = ["A\u200cda", "\u0410da", "Ada.", "\u0410d\u0430"];
    for (const [at, name] of alike.entries()) {
      const key = name.toLowerCase();
      await old.run(oldLearner(classId, `like ${at}`, name, key, now + at));
    }
    const store = await openAt(old.place);
    const { learners } = await store.board(classId, 0);
    expect(learners.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Ada", "Bob", "Zoë 日本", ...alike]),
    );
    expect(learners).toHaveLength(7);
    for (const [at, name] of alike.entries()) {
      const token = `token of like ${at}`;
      expect((await store.learnerOf(classId, token))?.name).toBe(name);
      const by = { assignment, learner: `like ${at}`, received: now };
      const handed = await store.handIn(classId, { ...receiptRow(`${at}`), ...by }, 9);
      expect(handed).toEqual({ kind: "taken", id: `${at}` });
    }
    const join = (name: string) =>
      store.join(classId, { ...learnerRow("new"), name, joined: now }, upTo(99));
    expect(await join("ADA")).toEqual({ kind: "name taken" });
    expect(await join("\u0410da")).toEqual({ kind: "name taken" });
    expect(await join("Eve")).toMatchObject({ kind: "joined" });
  });

  test("a name may take the key that another had before", async () => {
    const old = await fresh();
    const { classId, now } = old;
    // As if the rule had been another: each has the key that is now the other's.
    await old.run(oldLearner(classId, "one", "Eve", "Mallory", now));
    await old.run(oldLearner(classId, "two", "Mallory", "eve", now + 1));
    const store = await openAt(old.place);
    expect((await store.board(classId, 0)).learners).toHaveLength(5);
    const join = (name: string) =>
      store.join(classId, { ...learnerRow("new"), name, joined: now }, upTo(99));
    expect(await join("eve")).toEqual({ kind: "name taken" });
    expect(await join("mallory")).toEqual({ kind: "name taken" });
  });

  test("texts that were kept before count for their learner", async () => {
    const old = await fresh();
    const { classId, assignment, now } = old;
    const [row] = await old.rows(
      `SELECT learner_id AS learner, SUM(LENGTH(packed)) AS size FROM receipt
      GROUP BY learner_id ORDER BY learner_id`,
    );
    const store = await openAt(old.place);
    const [learner, size] = [String(row?.learner), Number(row?.size)];
    expect(size).toBeGreaterThan(100);
    const handed = { ...receiptRow("r"), assignment, learner, received: now };
    const hand = (most: number) =>
      store.handIn(classId, handed, 99, { learner: most, class: 1e9 });
    expect(await hand(size + handed.packed.length - 1)).toEqual({ kind: "heavy" });
    expect(await hand(size + handed.packed.length)).toMatchObject({ kind: "taken" });
  });

  test("a step that fails half-way leaves the database as it was", async () => {
    const old = await fresh();
    await old.run("CREATE TABLE mark (something_else TEXT)");
    await expect(openStore(old.place)).rejects.toThrow();
    expect(await old.rows("SELECT token_hash FROM learner")).toHaveLength(3);
    const versions = await old.rows("SELECT version FROM class_store_version");
    expect(versions.map(({ version }) => Number(version)).sort()).toEqual([1, 2]);
    await old.run("DROP TABLE mark");
    const store = await openAt(old.place);
    expect((await store.board(old.classId, 0)).learners).toHaveLength(3);
  });

  test("classes that were kept before there were quizzes are kept on", async () => {
    const old = await fresh();
    for (const sql of [
      "DROP TABLE quiz_try",
      "DROP TABLE quiz_start",
      "ALTER TABLE answer DROP COLUMN first_took",
      "DELETE FROM class_store_version WHERE version = 2",
    ]) {
      await old.run(sql);
    }
    const { classId, assignment, now } = old;
    const store = await openAt(old.place);
    const answers = await store.answersOf(classId);
    expect(answers).toHaveLength(5);
    expect(new Set(answers.map(({ took }) => took))).toEqual(new Set([null]));
    const [learner] = (await store.board(classId, 0)).learners;
    const quiz = { assignment, learner: learner?.id ?? "", started: now, secret: "s" };
    expect(await store.startQuiz(classId, quiz)).toEqual({
      ...{ started: now, secret: "s", handed: null },
    });
  });
});
