// The server looks by itself whether grades are due, also those that other processes note.
import { existsSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { closeClassServer } from "@/app/server/class-server";
import { startGradeSender } from "@/app/server/lti/services/grade-sender";
import { openCourse } from "./lti-course";
import { freshFolder, openAt } from "./store/store-places";

let folder: string;

beforeEach(() => {
  folder = path.join(freshFolder(), "data");
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("COURSE_DATA_DIR", folder);
  vi.useFakeTimers({ toFake: ["setInterval"] });
  startGradeSender();
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await closeClassServer();
});

/** What this process keeps, and how often it is done with a few grades of a platform. */
async function openedServer() {
  const server = await globalThis.nextPassClassServer;
  if (!server) throw new Error("No store was opened.");
  const { lti } = server.store;
  const frees = vi.spyOn(lti, "holdScores");
  const looks = vi.spyOn(lti, "hasDueScores");
  const ended = (calls: { mock: { settledResults: { type: string }[] } }) =>
    calls.mock.settledResults.filter(({ type }) => type !== "incomplete").length;
  async function done(count: number) {
    await expect.poll(() => ended(frees)).toBe(count);
    await expect.poll(() => ended(looks) - looks.mock.calls.length).toBe(0);
  }
  return { done, looks };
}

/** Lets five seconds pass, in which nothing has to have ended yet. */
const look = () => vi.advanceTimersByTime(5000);

test("the first grade of a platform that is new, from another process, goes at the next look", async () => {
  look();
  // A site that has never had a class keeps none for this.
  expect([globalThis.nextPassClassServer, existsSync(folder)]).toEqual([
    ...[undefined, false],
  ]);
  const other = await openAt({ folder });
  look();
  const { done } = await openedServer();
  const { mark, law } = await openCourse(other, ["Ada"]);
  await mark(other, "Ada", 2, Date.now());
  look();
  await done(1);
  law();
});

test("looks go on while one lasts, and after one that failed", async () => {
  const other = await openAt({ folder });
  const slow = await openCourse(other, ["Ada"], { id: "a" });
  const { mark, law } = await openCourse(other, ["Bo"], { id: "b" });
  slow.platform.plan("token", { kind: "slow", milliseconds: 60_000 });
  await slow.mark(other, "Ada", 1, Date.now());
  look();
  const { done, looks } = await openedServer();
  await expect.poll(() => slow.asked("/token")).toBe(1);
  await mark(other, "Bo", 1, Date.now());
  look();
  await done(1);
  law();

  const said = vi.spyOn(console, "error").mockReturnValue();
  onTestFinished(() => said.mockRestore());
  looks.mockRejectedValueOnce(new Error("away"));
  look();
  await expect.poll(() => said.mock.calls.length).toBe(1);
  expect(said.mock.calls[0]?.[0]).toContain("grades to LMSs");
  await mark(other, "Bo", 2, Date.now());
  look();
  await done(2);
  law();
  await slow.platform.close();
  await done(3);
});
