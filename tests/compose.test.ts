// compose.yaml holds together with the Dockerfile and with what the site reads.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { stagesOf, variablesOf } from "./dockerfile";
import { readSources } from "./import-graph";

const root = path.resolve(import.meta.dirname, "..");
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const compose = textOf("compose.yaml");
const image = stagesOf(textOf("Dockerfile")).at(-1);

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  restart: z.string().optional(),
});
const composeShape = z.object({
  services: z.object({
    site: service.extend({
      ports: z.array(z.string()),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })),
    }),
    database: service.extend({
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});

/** The variables that the site's code reads. */
const read = new Set(
  [...readSources().values()].flatMap(({ text }) => [
    ...[...text.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name),
    ...[...text.matchAll(/\{([^{}]*)\} = process\.env/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim().split(/[\s:=]/)[0]),
    ),
  ]),
);

/** What would not work, or would not be as safe as it is said to be. */
function faultsOf(text: string): string[] {
  const { services, volumes } = composeShape.parse(parse(text));
  const { site, database } = services;
  const faults: string[] = [];
  for (const [name, one] of Object.entries(services)) {
    if (!one.read_only) faults.push(`${name}: its root can be written`);
    if (!one.cap_drop.includes("ALL")) faults.push(`${name}: it has capabilities`);
    if (!one.tmpfs.includes("/tmp")) faults.push(`${name}: it has no /tmp`);
    if (!one.restart) faults.push(`${name}: nothing starts it again`);
    for (const volume of one.volumes) {
      const known = Object.keys(volumes).includes(volume.split(":")[0] ?? "");
      if (!known) faults.push(`${name}: there is no volume ${volume}`);
    }
  }
  for (const name of Object.keys(site.environment)) {
    if (!read.has(name)) faults.push(`site: nothing reads ${name}`);
  }
  const { DATABASE_URL = "", COURSE_DATA_DIR = "" } = site.environment;
  if (!site.volumes.some((volume) => volume.endsWith(`:${COURSE_DATA_DIR}`))) {
    faults.push("site: what it keeps is in no volume");
  }
  const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = database.environment;
  const named = `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@database/${POSTGRES_DB}`;
  if (DATABASE_URL !== named) faults.push("site: its database is another one");
  if (!POSTGRES_PASSWORD?.startsWith("${POSTGRES_PASSWORD:?")) {
    faults.push("database: its password is not asked for");
  }
  if (site.depends_on.database?.condition !== "service_healthy") {
    faults.push("site: it does not wait for its database");
  }
  if (!database.healthcheck?.test.includes("pg_isready")) {
    faults.push("database: nobody asks whether it is ready");
  }
  const port = image && variablesOf(image).PORT;
  if (!site.ports.every((one) => one.endsWith(`:${port}`))) {
    faults.push("site: it listens on another port");
  }
  const client = /postgresql-client-(\d+)/.exec(textOf("Dockerfile"))?.[1];
  if (database.image !== `postgres:${client}`) {
    faults.push("database: pg_dump is of another version");
  }
  return faults;
}

test("compose.yaml holds together", () => {
  expect(faultsOf(compose)).toEqual([]);
});

const planted: readonly [fault: string, was: string, is: string][] = [
  ["site: nothing reads TRUST_PROXIES", "TRUST_PROXY:", "TRUST_PROXIES:"],
  ["site: there is no volume date:/data", "- data:/data", "- date:/data"],
  ["site: what it keeps is in no volume", "DATA_DIR: /data", "DATA_DIR: /date"],
  ["site: its database is another one", "@database/classes", "@database/class"],
  ["site: its root can be written", "read_only: true", "read_only: false"],
  ["site: it has capabilities", "- ALL", "- CHOWN"],
  ["site: it has no /tmp", "- /tmp", "- /temp"],
  ["site: nothing starts it again", "restart: unless-stopped", "init: true"],
  ["site: it does not wait for its database", "service_healthy", "service_started"],
  ["site: it listens on another port", "}:3000\n", "}:80\n"],
  ["database: pg_dump is of another version", "postgres:17", "postgres:18"],
  ["database: nobody asks whether it is ready", "[CMD, pg_isready", "[CMD, pg_ready"],
];

test.each(planted)("a wrong compose.yaml is found: %s", (fault, was, is) => {
  const wrong = compose.replace("    init: true\n", "").replace(was, is);
  expect(faultsOf(wrong)).toEqual([fault]);
});
