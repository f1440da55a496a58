// What the pages of a build may load: found in their text, and in that of their scripts and
// styles, which name every file that they load later.
import { createHash } from "node:crypto";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { CourseList, ListedFile } from "@/components/offline/course-list";
import { markId, type VersionMark } from "@/components/offline/site-version";

/** What a build made, by paths on the site, such as "/labs/network" and "/theme.js". */
export type Build = {
  /** What follows a page's path where it is served. */
  ends: CourseList["ends"];
  /** The HTML of every page. */
  pages: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, Uint8Array>;
};

const hashOf = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Names of files as scripts, styles and pages write them; other forms of fonts are for old browsers. */
const fileName = /[\w.~-]+\.(?:js|css|woff2|svg|json|csv|gz)\b/g;

const isNamedByContent = (file: string) => file.startsWith("/_next/static/");

const isText = (file: string) => /\.(js|css)$/.test(file);

const utf8 = new TextDecoder();

/** The files that a text names, and those that these name, and so on. */
function filesNamedBy({ files }: Build) {
  const byName = new Map([...files.keys()].map((file) => [path.basename(file), file]));
  const namedIn = (text: string) =>
    new Set([...text.matchAll(fileName)].flatMap(([name]) => byName.get(name) ?? []));
  const known = new Map<string, Set<string>>();
  const namedInFile = (file: string) => {
    const found =
      known.get(file) ?? namedIn(isText(file) ? utf8.decode(files.get(file)) : "");
    known.set(file, found);
    return found;
  };
  return (html: string) => {
    const named = namedIn(html);
    // A set hands out what is added to it while it is walked through.
    for (const file of named) for (const other of namedInFile(file)) named.add(other);
    return named;
  };
}

function listed(at: string, content: string | Uint8Array): ListedFile {
  const bytes = Buffer.from(content);
  const packed = /\.(gz|woff2)$/.test(at) ? bytes.length : gzipSync(bytes).length;
  // Of the packed files it is what is in them that counts.
  const hash = hashOf(at.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  return { path: at, hash, packed, bytes: bytes.length };
}

const titleIn = (html: string) => {
  const [, title = ""] = /<title>(.*?)<\/title>/s.exec(html) ?? [];
  return title.replace(/ · Next Pass$/, "").replaceAll("&amp;", "&");
};

/** Frames for other sites' pages, what stands in for a page, and the kit are no pages of the course. */
const isOfCourse = (page: string) => !/^\/(embed\/|_|404$|kit$)/.test(page);

/** The list of what the course's pages may load. */
export function listCourse(build: Build): CourseList {
  const namedBy = filesNamedBy(build);
  const pages = [...build.pages].filter(([page]) => isOfCourse(page));
  const needed = new Map(pages.map(([page, html]) => [page, [...namedBy(html)]]));
  const files = [...new Set([...needed.values()].flat())].sort();
  const places = new Map(files.map((file, place) => [file, place]));
  return {
    ends: build.ends,
    files: files.map((file) => {
      const one = listed(file, build.files.get(file) ?? "");
      return isNamedByContent(file) ? one : { ...one, path: `${file}?v=${one.hash}` };
    }),
    pages: pages.map(([page, html]) => ({
      ...listed(page, html),
      title: titleIn(html),
      files: (needed.get(page) ?? []).flatMap((file) => places.get(file) ?? []),
    })),
  };
}

/** What marks the pages of a version: of the files whose names stay, those that pages need. */
export const markOf = ({ files }: CourseList, version: string): VersionMark => ({
  list: version,
  files: Object.fromEntries(
    files.flatMap(({ path, hash }) => {
      const [file = "", named] = path.split("?");
      return named ? [[file, hash]] : [];
    }),
  ),
});

/** A list as it is written, and its version: the hash of that. */
export function writtenList(list: CourseList): { text: string; version: string } {
  const text = JSON.stringify(list);
  return { text, version: hashOf(text) };
}

/** A page with the mark of its version, and the address of its own theme.js at `theme`. */
export function markPage(html: string, mark: VersionMark, theme: string): string {
  const script = `<script type="application/json" id="${markId}">${JSON.stringify(mark)}</script>`;
  return html
    .replace(`src="${theme}"`, `src="${theme}?v=${mark.files["/theme.js"]}"`)
    .replace("</head>", `${script}</head>`);
}
