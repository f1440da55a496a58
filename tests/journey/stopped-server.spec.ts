// A site of its own is stopped, and its folder is taken from it.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { serveSite } from "../serve-site";
import { expect, test } from "./strict-test";

async function ownSite() {
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-stopped-"));
  const env = { COURSE_DATA_DIR: path.join(folder, "data"), DATABASE_URL: "" };
  const site = await serveSite(env);
  return {
    ...site,
    folder,
    data: env.COURSE_DATA_DIR,
    open: (name: string) =>
      fetch(`${site.url}api/classes`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ name }),
      }),
    async end() {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test("a site that is asked to end leaves a file that can be copied alone", async () => {
  const site = await ownSite();
  try {
    for (const name of ["5a", "5b"]) expect((await site.open(name)).status).toBe(201);
    await site.stop();
    const copy = path.join(site.folder, "copy.sqlite");
    copyFileSync(path.join(site.data, "classes.sqlite"), copy);
    const database = new Sqlite(copy);
    const names = database.prepare("SELECT name FROM class ORDER BY name").pluck().all();
    database.close();
    expect(names).toEqual(["5a", "5b"]);
  } finally {
    await site.end();
  }
});

test("a site whose folder is deleted takes nothing, and says so", async () => {
  const site = await ownSite();
  try {
    expect((await site.open("5a")).status).toBe(201);
    rmSync(site.data, { recursive: true });
    const refused = await site.open("5b");
    expect(refused.status).toBe(503);
    const { problem }: { problem: string } = await refused.json();
    expect(problem).toMatch(/moved or deleted while it ran/);
  } finally {
    await site.end();
  }
});
