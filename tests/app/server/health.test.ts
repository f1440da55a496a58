import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { classServer, closeClassServer } from "@/app/server/class-server";
import { freshFolder, postgres } from "./store/store-places";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  await vi.runAllTimersAsync();
  await closeClassServer().catch(() => {});
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Asks how the site is, once no earlier answer holds. */
async function health() {
  await vi.advanceTimersByTimeAsync(1000);
  const asked = GET();
  await vi.advanceTimersByTimeAsync(0);
  const response = await asked;
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  return [response.status, await response.json()];
}

function keepIn(folder: string, databaseUrl = "") {
  vi.stubEnv("COURSE_DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", databaseUrl);
}

const isWell = [200, { ok: true }];

test("a site is well with its classes in reach, and before it has any", async () => {
  const folder = freshFolder();
  keepIn(path.join(folder, "none"));
  expect(await health()).toEqual(isWell);
  keepIn(folder);
  expect(await health()).toEqual(isWell);
});

test("a site whose folder is moved says so, and is well when it is back", async () => {
  const folder = freshFolder();
  const data = path.join(folder, "data");
  keepIn(data);
  await classServer();
  expect(await health()).toEqual(isWell);
  renameSync(data, `${data}-moved`);
  expect(await health()).toEqual([
    503,
    { ok: false, problem: expect.stringMatching(/moved or deleted while it ran/) },
  ]);
  renameSync(`${data}-moved`, data);
  expect(await health()).toEqual(isWell);
});

test("a site says that its file is damaged, and nothing of where it lies", async () => {
  const folder = freshFolder();
  writeFileSync(path.join(folder, "classes.sqlite"), "no database ".repeat(1000));
  keepIn(folder);
  const [status, { problem }] = await health();
  expect(status).toBe(503);
  expect(problem).toMatch(/^This site cannot read its classes/);
  expect(problem).not.toContain(folder);
});

test("however often it is asked for, the classes are asked once in a second", async () => {
  const folder = freshFolder();
  keepIn(folder);
  const { store } = await classServer();
  const reach = vi.spyOn(store, "reach");
  await vi.advanceTimersByTimeAsync(1000);
  await Promise.all(Array.from({ length: 1000 }, GET));
  rmSync(folder, { recursive: true });
  expect((await GET()).status).toBe(200);
  expect(reach).toHaveBeenCalledTimes(1);
});

test.skipIf(!postgres)("a database that is away is told within seconds", async () => {
  keepIn("", postgres);
  expect(await health()).toEqual(isWell);
  await closeClassServer();
  const url = new URL(postgres ?? "");
  url.port = "1";
  url.password = "planted";
  keepIn("", url.href);
  await vi.advanceTimersByTimeAsync(1000);
  const asked = GET();
  for (let tries = 0; tries < 40; tries += 1) await vi.advanceTimersByTimeAsync(100);
  const response = await asked;
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(text).toContain("This site cannot reach its classes.");
  expect(text).not.toMatch(/planted|127\.0\.0\.1/);
});
