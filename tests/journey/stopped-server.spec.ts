// A site of its own is stopped, and its folder is taken from it.
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, get, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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

/** Half of a request to open a class; `finish` sends the other half, and gives the status. */
async function beginOpening(site: string) {
  // It listens before it has loaded everything.
  await fetch(`${site}api/health`);
  const body = JSON.stringify({ name: "5c" });
  const opening = request(`${site}api/classes`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Content-Length": body.length },
  });
  opening.on("error", () => {});
  opening.write(body.slice(0, 5));
  // The server has begun to read it.
  await pause(300);
  return async function finish() {
    const answered = once(opening, "response");
    opening.end(body.slice(5));
    const [response] = await answered;
    return response.statusCode;
  };
}

/** Asks again and again on one connection, until it is closed. */
async function askOn(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    const asked = get(url, { agent });
    const ended = await once(asked, "response").catch(() => null);
    if (!ended) return agent.destroy();
    const [response] = ended;
    await response.resume().toArray();
    await pause(200);
  }
}

test("a site that is asked to end finishes requests, and waits for no page that goes on", async () => {
  const site = await ownSite();
  try {
    const finish = await beginOpening(site.url);
    const asking = askOn(`${site.url}api/health`);
    await pause(300);
    const start = performance.now();
    const stopped = site.stop();
    await pause(300);
    expect(await finish()).toBe(201);
    await Promise.all([stopped, asking]);
    expect(performance.now() - start).toBeLessThan(4000);
  } finally {
    await site.end();
  }
});

test("a request that never ends holds a site for seconds alone", {
  tag: "@long",
}, async () => {
  const site = await ownSite();
  try {
    await beginOpening(site.url);
    const start = performance.now();
    await site.stop();
    expect(performance.now() - start).toBeGreaterThan(7000);
    expect(performance.now() - start).toBeLessThan(10_000);
  } finally {
    await site.end();
  }
});
