// The data-flow page against the truth: the tables that the migrations make, and every name
// under which the code keeps something in a browser.
import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { tables } from "@/app/server/store/migrations";
import { openStore } from "@/app/server/store/open-store";
import { flows, places } from "@/content/about/data-flow";
import { readSources } from "@/tests/import-graph";
import { freshFolder } from "../../app/server/store/store-places";

const namesOf = (id: string) =>
  places
    .filter((place) => place.id === id)
    .flatMap(({ kept }) => kept.flatMap(({ names }) => names));

const sources = [...readSources().values()].filter(({ file }) =>
  /^(app|components|content|labs|instrumentation)/.test(file),
);
const code = sources.filter(({ file }) => !file.startsWith("content/about/"));

test("every column of every table of the class store is told of, and no other", async () => {
  const folder = freshFolder();
  await (await openStore({ folder })).close();
  const database = new Sqlite(`${folder}/classes.sqlite`, { readonly: true });
  const columns = database
    .prepare(
      `SELECT tables.name || '.' || columns.name
       FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  database.close();
  const told = namesOf("class");
  expect(told.toSorted()).toEqual(columns.toSorted());
  expect(new Set(told.map((name) => name.split(".")[0]))).toEqual(new Set(tables));
});

/** What begins as the names in storage do, and is none: files, a lock, a format, a message. */
const otherNames =
  /^next-pass(-keeping .*|-outbox|-answers\.json|-height|-weights|-\*.*|-\$\{.*| class|)$/;

/** A name as the page writes it: what differs is a `…`. */
const written = (name: string) => name.replace(/\$\{[^}]*\}\/?/g, "…");

test("every name under which a browser keeps something is told of, and no other", () => {
  const literals = code.flatMap(({ text }) =>
    [...text.matchAll(/["`](next-pass[^"`\n]*)["`]/g)].map(([, name]) => name ?? ""),
  );
  const prefixes: Record<string, readonly string[]> = {
    "next-pass-outbox-": ["next-pass-outbox-…"],
    "next-pass …": ["next-pass … files", "next-pass … opened", "next-pass … course …"],
  };
  const kept = new Set(
    literals
      .filter((name) => !otherNames.test(name))
      .flatMap((name) => prefixes[written(name)] ?? [written(name)]),
  );
  // What is read before anything else of a page stands outside the folders of code.
  const early = readFileSync("public/theme.js", "utf8");
  const earlyNames = early.match(/next-pass[\w-]*/g) ?? [];
  const told = namesOf("browser").filter((name) => name.startsWith("next-pass"));
  expect(new Set(told)).toEqual(
    new Set([...kept, ...earlyNames, "next-pass-…-unread-…"]),
  );
  // The caches of a site, and what is put aside, are named where they are made.
  const site = readFileSync("components/offline/kept-site.ts", "utf8");
  expect(site.match(/`\$\{prefix\} [a-z]+ ?`/g)?.length).toBe(3);
  const store = readFileSync("components/kit/browser-store.ts", "utf8");
  expect(store).toContain(`$\{key}-unread-$\{`);
});

test("browsers keep things by these files alone", () => {
  const keeps =
    /\b(localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie|getDirectory\(\)|caches\.)/;
  const files = code.filter(({ text }) =>
    keeps.test(text.replace(/^\s*(\/\/|\*).*/gm, "")),
  );
  expect(files.map(({ file }) => file).toSorted()).toEqual([
    "components/class/learner/use-outbox.ts",
    "components/home/returning.tsx",
    "components/kit/browser-store.ts",
    "components/lesson/told.tsx",
    "components/offline/kept-site.ts",
    "components/site/review-link.tsx",
    "components/site/theme-switch.tsx",
    "content/class/frame-session.ts",
  ]);
  const cookies = code.filter(({ text }) => text.includes('"Set-Cookie"'));
  expect(cookies.map(({ file }) => file).toSorted()).toEqual([
    "app/server/lti/launch.ts",
    "app/server/lti/login.ts",
    "app/server/sessions.ts",
  ]);
  const text = cookies.map(({ text }) => text).join("\n");
  expect(text).toContain('type Role = "teacher" | "learner"');
  expect(text).toContain("proofName = (nonce: string) => `lti-");
  const told = namesOf("browser");
  expect(told).toEqual(expect.arrayContaining(["teacher-…", "learner-…", "lti-…"]));
});

test("what it says to press is there to be pressed", () => {
  const said = places.flatMap(({ kept }) => kept.map(({ deletedBy }) => deletedBy));
  const labels = said.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)]);
  expect(labels.length).toBeGreaterThan(3);
  const text = code.map(({ text }) => text).join("\n");
  const missing = labels.filter(([, label]) => !text.includes(label ?? ""));
  expect(missing).toEqual([]);
});

test("the figure's arrows lead from one place to another", () => {
  const ids = places.map(({ id }) => id);
  for (const { from, to } of flows) {
    expect(ids.indexOf(from)).toBeLessThan(ids.indexOf(to));
  }
  expect(new Set(flows.flatMap(({ from, to }) => [from, to]))).toEqual(new Set(ids));
});
