import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

const root = process.cwd();

const mayUse: Record<string, readonly string[]> = {
  labs: ["labs"],
  content: ["content"],
  components: ["components", "labs", "content"],
  app: ["app", "components", "labs", "content"],
};

/** Each outside library and the only places it may be imported from. */
const doors: readonly [library: RegExp, door: RegExp][] = [
  [/^@tensorflow\//, /^labs\/engine\//],
  [/^mdx-bundler/, /^content\/lesson\.ts$/],
  [/^recharts/, /^components\/lab\/chart\/line-chart\.tsx$/],
  [/^better-sqlite3$/, /^app\/class\/sqlite-database\.ts$/],
  [/^pg$/, /^app\/class\/postgres-database\.ts$/],
  [/^rate-limiter-flexible$/, /^app\/class\/rate-limits\.ts$/],
  [/^papaparse$/, /^components\/receipt\/receipt-csv\.ts$/],
  [/^gift-pegjs$/, /^content\/exchange\/read-gift/],
  [/^fflate$/, /^content\/exchange\/qti\.ts$/],
  [/^react-markdown$/, /^components\/assign\/formatted-note\.tsx$/],
  [/^jsep$/, /^content\/expression\.ts$/],
  [/^pure-rand\//, /^content\/seeded\.ts$/],
  [/^ts-fsrs$/, /^content\/schedule\.ts$/],
  [/^uqr$/, /^components\/assign\/qr\.ts$/],
  [/^next($|\/)/, /^(app|components)\//],
  [/^react($|\/|-dom)/, /^(app|components)\//],
];

type Import = { file: string; folder: string; to: string };

async function importsOf(folder: string): Promise<Import[]> {
  const files = await readdir(path.join(root, folder), { recursive: true });
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const found = await Promise.all(
    sources.map(async (name) => {
      const file = path.posix.join(folder, name);
      const text = await readFile(path.join(root, file), "utf8");
      const specifiers = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
      return [...specifiers].map(([, to = ""]) => ({ file, folder, to }));
    }),
  );
  return found.flat();
}

const imports = (await Promise.all(Object.keys(mayUse).map(importsOf))).flat();

/** The top folder that an import leads to, or null for an outside library. */
function folderOf({ file, to }: Import): string | null {
  if (to.startsWith("@/")) return to.split("/")[1] ?? null;
  if (!to.startsWith(".")) return null;
  return path.posix.join(path.posix.dirname(file), to).split("/")[0] ?? null;
}

test("the imports of all four folders are read", () => {
  for (const folder of Object.keys(mayUse)) {
    expect(imports.some((one) => one.folder === folder)).toBe(true);
  }
});

test("folders depend one way: app → components → labs and content", () => {
  const wrong = imports.filter((one) => {
    const to = folderOf(one);
    return to !== null && !mayUse[one.folder]?.includes(to);
  });
  expect(wrong).toEqual([]);
});

test("each outside library enters through its own door", () => {
  const wrong = imports.filter(({ file, to }) =>
    doors.some(([library, door]) => library.test(to) && !door.test(file)),
  );
  expect(wrong).toEqual([]);
  for (const [library] of doors) {
    expect(imports.some(({ to }) => library.test(to))).toBe(true);
  }
});

test("nothing imports from the folder of shared design papers", () => {
  expect(imports.filter(({ to }) => to.includes("shared/"))).toEqual([]);
});
