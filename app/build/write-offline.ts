// Lists, once pages are complete, what every page may load, marks the pages with the version that
// this makes, and writes the service worker.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build as bundle } from "esbuild";
import { listPath } from "@/components/offline/course-list";
import { sitePath } from "@/content/site-path";
import { type Build, listCourse, markOf, markPage, writtenList } from "./list-course";

const below = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(folder, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, "/"),
    );

/** Where a build lies. */
export type Built = {
  /** The folder of the pages. */
  pages: string;
  /** The folder that the address /_next stands for. */
  next: string;
  /** The file of what a path answers that is no page. */
  answer(path: string): string;
};

/** What `next start` serves. */
export const serverBuild: Built = {
  pages: ".next/server/app",
  next: ".next",
  answer: (path) => `.next/server/app${path}.body`,
};

/** Pages are files of their own name, or files in folders of it. */
const pageFile = /(?:(^|\/)index)?\.html$/;

const pageAt = (file: string) => `/${file.replace(pageFile, "")}`;

/** Reads what was built. */
export async function readBuild({ pages, next, answer }: Built): Promise<Build> {
  const html = (await below(pages)).filter((file) => file.endsWith(".html"));
  const sources = [
    ...(await below(`${next}/static`)).map((file) => [
      `/_next/static/${file}`,
      `${next}/static/${file}`,
    ]),
    ...(await below("public/data")).map((file) => [
      `/data/${file}`,
      `public/data/${file}`,
    ]),
    ["/theme.js", "public/theme.js"],
    ...["/questions.json", "/search.json"].map((path) => [path, answer(path)]),
  ];
  const read = async ([at = "", file = ""]: readonly string[]) =>
    [at, await readFile(file)] as const;
  const pageOf = async (file: string) =>
    [pageAt(file), await readFile(path.join(pages, file), "utf8")] as const;
  return {
    ends: html.some((file) => file.endsWith("/index.html")) ? "/" : "",
    pages: new Map(await Promise.all(html.map(pageOf))),
    files: new Map(await Promise.all(sources.map(read))),
  };
}

/** The service worker of a version, as one script. */
export async function workerOf(version: string): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: ["components/offline/offline-worker.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    // Another version is another script, which browsers fetch.
    banner: { js: `// ${version}` },
    // Whatever a page knows from its build, the worker knows from where it is registered.
    define: { "process.env": "{}" },
  });
  return outputFiles[0]?.text ?? "";
}

/** Makes built pages ready for the time without a network. */
export async function writeOffline(built: Built): Promise<void> {
  const build = await readBuild(built);
  const course = listCourse(build);
  const { text, version } = writtenList(course);
  const mark = markOf(course, version);
  for (const file of await below(built.pages)) {
    const html = file.endsWith(".html") && build.pages.get(pageAt(file));
    if (!html) continue;
    const marked = markPage(html, mark, sitePath("/theme.js"));
    await writeFile(path.join(built.pages, file), marked);
  }
  const list = listPath(version).replace("/_next", built.next);
  await mkdir(path.dirname(list), { recursive: true });
  await writeFile(list, text);
  await writeFile(built.answer("/sw.js"), await workerOf(version));
  console.log(`Listed what ${course.pages.length} pages load: version ${version}.`);
}
