import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  type Build,
  listCourse,
  markOf,
  markPage,
  writtenList,
} from "@/app/build/list-course";
import { filesOf, readCourseList } from "@/components/offline/course-list";
import { versionIn } from "@/components/offline/site-version";

const bytes = (text: string) => new TextEncoder().encode(text);

const build: Build = {
  ends: "",
  pages: new Map([
    [
      "/",
      '<head><title>A &amp; b · Next Pass</title></head><script src="/_next/static/a.js">',
    ],
    ["/labs", '<head></head><script src="/theme.js"></script>"c.js"'],
    ["/embed/labs/x", "<head></head>only.js"],
    ["/_not-found", "<head></head>only.js"],
  ]),
  files: new Map(
    Object.entries({
      "/_next/static/a.js": 'import("static/b.js");fetch("/data/d.csv.gz")',
      "/_next/static/b.js": "new Worker('a.js');\"s.css\"",
      "/_next/static/s.css": "url(../media/f.woff2) url(../media/f.woff)",
      "/_next/static/media/f.woff2": "f",
      "/_next/static/media/f.woff": "f",
      "/_next/static/c.js": "",
      "/_next/static/only.js": "",
      "/_next/static/never.js": "",
      "/theme.js": "dark",
      "/data/d.csv.gz": "1,2",
    }).map(([file, text]) => [file, file.endsWith(".gz") ? gzipSync(text) : bytes(text)]),
  ),
};

test("a page needs what it names, and what that names, in a circle or not", () => {
  const list = listCourse(build);
  const needs = (path: string) => {
    const page = list.pages.find((one) => one.path === path);
    return (
      page &&
      filesOf(list, page)
        .map((file) => file.path.replace(/=.*/, "="))
        .sort()
    );
  };
  expect(list.pages.map(({ path, title }) => [path, title])).toEqual([
    ["/", "A & b"],
    ["/labs", ""],
  ]);
  expect(needs("/")).toEqual([
    "/_next/static/a.js",
    "/_next/static/b.js",
    "/_next/static/media/f.woff2",
    "/_next/static/s.css",
    "/data/d.csv.gz?v=",
  ]);
  expect(needs("/labs")).toEqual(["/_next/static/c.js", "/theme.js?v="]);
  expect(list.files).toHaveLength(7);
});

test("a version is another one as soon as anything in it is", () => {
  const versionOf = (one: Build) => writtenList(listCourse(one)).version;
  const version = versionOf(build);
  expect(version).toMatch(/^[0-9a-f]{16}$/);
  expect(versionOf(build)).toBe(version);
  const pages = new Map([...build.pages, ["/labs", `${build.pages.get("/labs")}!`]]);
  expect(versionOf({ ...build, pages })).not.toBe(version);
  const files = new Map([...build.files, ["/theme.js", bytes("light")]]);
  expect(versionOf({ ...build, files })).not.toBe(version);
  expect(readCourseList(writtenList(listCourse(build)).text)).toEqual(listCourse(build));
});

test("a page says of which version it is, and asks for its own theme.js", () => {
  const mark = markOf(listCourse(build), "0123456789abcdef");
  const html = markPage(build.pages.get("/labs") ?? "", mark, "/theme.js");
  expect(versionIn(html)).toBe("0123456789abcdef");
  expect(html).toContain(
    `<script src="/theme.js?v=${mark.files["/theme.js"]}"></script>`,
  );
  expect(Object.keys(mark.files)).toEqual(["/data/d.csv.gz", "/theme.js"]);
  expect(versionIn("<head></head>")).toBe(null);
});

test("a damaged list is none", () => {
  for (const text of [
    "",
    "<html>",
    "{}",
    '{"ends":"","files":[{}],"pages":[]}',
    '{"ends":"","files":[],"pages":[{}]}',
    '{"ends":"x","files":[],"pages":[]}',
  ]) {
    expect(readCourseList(text)).toBe(null);
  }
});
