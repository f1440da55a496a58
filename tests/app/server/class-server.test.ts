import { mkdirSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { classServer, closeClassServer, hasClasses } from "@/app/server/class-server";
import type { NewClass } from "@/app/server/store/stored-rows";
import { freshFolder, openAt } from "./store/store-places";

const day = 24 * 60 * 60_000;

const noWorker = (): Worker => {
  throw new Error("No receipt waits here.");
};

/** Opens this process's classes in a folder until the test ends. */
async function open(folder: string) {
  process.env.COURSE_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  onTestFinished(closeClassServer);
  return classServer({ startWorker: noWorker, limits: 1 });
}

const until = (expires: number): NewClass => ({
  id: `class-until-${expires}`.padEnd(24, "-"),
  name: "5b",
  code: String(expires).slice(-8),
  created: Date.now(),
  door: "open",
  approval: false,
  expires,
  teacherHash: `hash ${expires}`,
  recoveryHash: null,
});

test("classes past their expiry are deleted at the start, and others are not", async () => {
  const folder = freshFolder();
  const before = await openAt({ folder });
  const [old, young] = [until(Date.now() - 1), until(Date.now() + day)];
  await before.openClass(old);
  await before.openClass(young);
  const { store } = await open(folder);
  // As if it were before its expiry: what is deleted is not there even then.
  await expect.poll(() => store.classOf(old.id, 0)).toBe(null);
  expect(await store.classOf(young.id, 0)).toMatchObject({ id: young.id });
});

test("a server that runs on deletes them each day", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { store } = await open(freshFolder());
  const late = until(Date.now() + day / 2);
  await store.openClass(late);
  vi.advanceTimersByTime(day - 60_000);
  await expect.poll(() => store.classOf(late.id, 0)).toMatchObject({ id: late.id });
  vi.advanceTimersByTime(60_000);
  await expect.poll(() => store.classOf(late.id, 0)).toBe(null);
});

test("a class’s terms are remembered for a moment, and forgotten on demand", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { store, assignments } = await open(freshFolder());
  const one = until(Date.now() + day);
  await store.openClass(one);
  const add = (id: string) => {
    const row = { id, link: `/labs/network?${id}`, created: 1, closes: null };
    return store.addAssignment(one.id, row, 9);
  };
  const count = async () => (await assignments.of(one.id)).length;
  expect(await count()).toBe(0);
  await add("first");
  expect(await count()).toBe(0);
  vi.advanceTimersByTime(2001);
  expect(await count()).toBe(1);
  await add("second");
  assignments.forget(one.id);
  expect(await count()).toBe(2);
  expect((await assignments.termsOf(one.id)).extensions).toEqual([]);
});

test("terms that could not be read are asked for again", async () => {
  const { store, assignments } = await open(freshFolder());
  const board = vi.spyOn(store, "board").mockRejectedValueOnce(new Error("away"));
  onTestFinished(() => board.mockRestore());
  await expect(assignments.of("a class")).rejects.toThrow("away");
  expect(await assignments.of("a class")).toEqual([]);
  expect(board).toHaveBeenCalledTimes(2);
});

test("a site has classes where a database is named, or their folder is there", () => {
  const { COURSE_DATA_DIR, DATABASE_URL } = process.env;
  onTestFinished(() => {
    Object.assign(process.env, { COURSE_DATA_DIR, DATABASE_URL });
    if (COURSE_DATA_DIR === undefined) delete process.env.COURSE_DATA_DIR;
    if (DATABASE_URL === undefined) delete process.env.DATABASE_URL;
  });
  const folder = freshFolder();
  delete process.env.DATABASE_URL;
  process.env.COURSE_DATA_DIR = `${folder}/none`;
  expect(hasClasses()).toBe(false);
  process.env.DATABASE_URL = "postgres://there";
  expect(hasClasses()).toBe(true);
  process.env.DATABASE_URL = "";
  expect(hasClasses()).toBe(false);
  mkdirSync(`${folder}/none`);
  expect(hasClasses()).toBe(true);
});
