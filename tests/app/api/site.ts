// The class's routes as a site has them, on a store in a folder of its own.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ClassServer,
  classServer,
  closeClassServer,
} from "@/app/server/class-server";
import { bundleCheckWorker } from "../server/check-bundle";

type Params = Record<string, string>;

type Handler = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

type Route = readonly [method: string, path: string, handler: Handler];

const folder = fileURLToPath(new URL("../../../app/api", import.meta.url));

/** The form of a file's address: `:name` stands for a parameter. */
const formOf = (file: string) =>
  `/api/${path.dirname(file).replaceAll("\\", "/")}`.replace(/\[(\w+)\]/g, ":$1");

async function routesIn(file: string): Promise<Route[]> {
  const handlers: Record<string, unknown> = await import(path.join(folder, file));
  return Object.entries(handlers).flatMap(([method, handler]) =>
    typeof handler === "function" ? [[method, formOf(file), handler as Handler]] : [],
  );
}

const files = readdirSync(folder, { recursive: true })
  .map(String)
  // What is nowhere else is answered by one route that knows nothing of classes.
  .filter((file) => file.endsWith("route.ts") && !file.includes("[..."))
  .sort();

/** Every route of classes, as the folders of app/api have them. */
export const routes: readonly Route[] = (await Promise.all(files.map(routesIn))).flat();

/** The parameters of a path that has the form of a route; null where it has not. */
function paramsIn(form: string, pathname: string): Params | null {
  const names = form.split("/");
  const parts = pathname.split("/");
  if (names.length !== parts.length) return null;
  const fits = names.every((name, at) => name.startsWith(":") || name === parts[at]);
  if (!fits) return null;
  const named = names.map((name, at) => [name, parts[at] ?? ""] as const);
  return Object.fromEntries(
    named.flatMap(([name, part]) =>
      name.startsWith(":") ? [[name.slice(1), part]] : [],
    ),
  );
}

const parametersOf = (form: string) => form.split(":").length;

/** As Next chooses: of two that fit, a word comes before a parameter. */
const ordered = routes.toSorted(
  ([, one], [, other]) => parametersOf(one) - parametersOf(other),
);

/** Answers a request as the site does. */
export async function served(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [method, form, handler] of ordered) {
    const params = method === request.method ? paramsIn(form, pathname) : null;
    if (params) return handler(request, { params: Promise.resolve(params) });
  }
  throw new Error(`No route for ${request.method} ${pathname}`);
}

/**
 * Opens a site whose limits are `limits` times the usual, on SQLite or on the database with
 * this address; `close` deletes all of it.
 */
export async function openSite(limits: number, databaseUrl?: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-site-"));
  process.env.COURSE_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  if (databaseUrl !== undefined) process.env.DATABASE_URL = databaseUrl;
  const startWorker = await bundleCheckWorker();
  const open = (): Promise<ClassServer> => classServer({ startWorker, limits });
  await open();
  return {
    folder,
    open,
    async close() {
      await closeClassServer();
      delete process.env.DATABASE_URL;
      rmSync(folder, { recursive: true });
    },
  };
}
