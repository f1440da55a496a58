// The image, step by step: built, started, used, backed up, asked to end, and restored.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { installPackage } from "../debian-package";
import { leavesOut } from "../dockerfile";
import {
  askPostgres,
  findPostgres,
  type PostgresServer,
  startPostgres,
} from "../postgres-server";
import { buildDockerImage, hasDocker } from "./docker-image";
import { buildImage, type Image } from "./image";
import { expect, test } from "./strict-test";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function openClass(site: string, name: string) {
  const opened = await fetch(`${site}/api/classes`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name }),
  });
  expect(opened.status).toBe(201);
}

/** A page, and each of its files, come. */
async function opensPage(url: string) {
  const page = await fetch(url);
  expect(page.status).toBe(200);
  const html = await page.text();
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)];
  expect(files.length).toBeGreaterThan(3);
  for (const [, file = ""] of files) {
    expect((await fetch(new URL(file, url))).status).toBe(200);
  }
}

test("the image has everything of the repository that it is built from", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
  const rules = readFileSync(path.join(root, ".dockerignore"), "utf8");
  const out = tracked.split("\n").filter((file) => leavesOut(rules, file));
  expect(out).toEqual([".ci/run"]);
  expect(leavesOut(rules, ".env")).toBe(true);
  expect(leavesOut(rules, ".next/server/app/index.html")).toBe(true);
});

async function worksOnSqlite(image: Image) {
  const site = await image.start();
  for (const page of ["/", "/labs/network", "/lessons/gpus", "/class"]) {
    await opensPage(site.url + page);
  }
  expect((await fetch(`${site.url}/lessons/none`)).status).toBe(404);
  await openClass(site.url, "5a");
  const copy = image.within("/data/monday.sqlite");
  expect(image.run(["npm", "run", "backup", "--", copy])).toContain(copy);
  await openClass(site.url, "5b");
  const { status, lines } = await site.stop();
  expect(status).toBe(143);
  expect(lines.join("\n")).toContain("The site has ended.");
  expect(lines.join("\n")).not.toMatch(/EACCES|EROFS|Error/);
  image.run(["npm", "run", "restore", "--", copy]);
  const database = new Sqlite(path.join(image.folder, "data/classes.sqlite"));
  expect(database.prepare("SELECT name FROM class").pluck().all()).toEqual(["5a"]);
  database.close();
}

async function worksOnPostgres(image: Image, server: PostgresServer) {
  const env = { DATABASE_URL: server.url, LOG_FORMAT: "json", TRUST_PROXY: "1" };
  const site = await image.start(env);
  await openClass(site.url, "5a");
  const told = image.run(["npm", "run", "backup"], env);
  const [copy = ""] = /\/.*\/backups\/.*\.dump/.exec(told) ?? [];
  await openClass(site.url, "5b");
  image.run(["npm", "run", "restore", "--", copy], env);
  const names = await askPostgres(server.url, "SELECT name FROM class");
  expect(names).toEqual([{ name: "5a" }]);
  await server.kill();
  // The database's last processes may answer a moment longer, and it is asked each second.
  const health = () => fetch(`${site.url}/api/health`);
  await expect.poll(async () => (await health()).status).toBe(503);
  expect((await (await health()).json()).problem).toMatch(
    /^This site cannot reach its classes/,
  );
  const { status, lines } = await site.stop();
  expect(status).toBe(143);
  const events = lines.map((line): Record<string, string> => JSON.parse(line));
  for (const { time, level, message } of events) {
    expect(Number.isNaN(Date.parse(time ?? ""))).toBe(false);
    expect(level).toMatch(/^(debug|info|warn|error)$/);
    expect(message).toBeTruthy();
  }
  const messages = events.map(({ message = "" }) => message);
  expect(messages.find((one) => one.startsWith("Ready"))).toBeTruthy();
  expect(messages).toContain("Classes, health");
  expect(messages).toContain("The site is asked to end (SIGTERM).");
  expect(messages.at(-1)).toBe("The site has ended.");
}

// One after another: each packs the site anew.
test.describe.configure({ mode: "serial" });

const ways = {
  "step by step": buildImage,
  ...(hasDocker() && { Docker: buildDockerImage }),
};

for (const [way, build] of Object.entries(ways)) {
  test(`the image, ${way}, works on SQLite`, { tag: "@long" }, async () => {
    const image = build();
    try {
      await worksOnSqlite(image);
    } finally {
      image.remove();
    }
  });

  test(`the image, ${way}, works on PostgreSQL`, { tag: "@long" }, async () => {
    if (!findPostgres()) installPackage("postgresql");
    const bin = findPostgres();
    test.skip(!bin, "There is no PostgreSQL here, and it could not be installed.");
    const server = await startPostgres(bin ?? "");
    const image = build();
    try {
      await worksOnPostgres(image, server);
    } finally {
      image.remove();
      await server.stop();
    }
  });
}
