// What of the site is kept in the browser. Files are kept under addresses that name their
// content by its hash, all together: no page can be given those of another version. Only a
// page's HTML changes under its address, and it is kept once everything that it may load is:
// what is kept is whole at every moment, and of one version page by page. A course that was
// asked for in full has a cache of its own for its pages, which counts once it holds its
// list: until then the version before it stays.
import {
  type CourseList,
  filesOf,
  type ListedFile,
  type ListedPage,
  listPath,
  readCourseList,
  sizeOf,
} from "./course-list";
import { eachOf, fileHash, load, type Outcome, put, type SiteCache } from "./load-file";
import { versionIn } from "./site-version";

export type CourseState = {
  /** Whether the whole course is kept, in this version or an earlier one. */
  whole: boolean;
  /** Whether it is in this version. */
  current: boolean;
  /** Whether this version is kept in part. */
  begun: boolean;
  /** Bytes that are still to be loaded, and of the whole course: packed, and as kept. */
  left: { packed: number; bytes: number };
  all: { packed: number; bytes: number };
};

type SiteCaches = Pick<CacheStorage, "has" | "keys" | "delete"> & {
  open(name: string): Promise<SiteCache>;
};

type Around = {
  caches: SiteCaches;
  fetch: (address: string, how: RequestInit) => Promise<Response>;
  /** As in "https://course.example". */
  origin: string;
  /** The folder that the site lies in, as in "/course"; "" at the root. */
  base: string;
};

/** An address stands for the same file whoever asks for it. */
const anyhow = { ignoreVary: true };

export type KeptSite = ReturnType<typeof keptSite>;

/** What is kept of the site that lies there. */
export function keptSite({ caches, fetch, origin, base }: Around) {
  // The caches of an origin belong to all sites in its folders.
  const prefix = `next-pass ${base}/`;
  const openFiles = () => caches.open(`${prefix} files`);
  const openOpened = () => caches.open(`${prefix} opened`);
  const coursePrefix = `${prefix} course `;
  const openCourse = (version: string) => caches.open(coursePrefix + version);
  const at = (path: string) => origin + base + path;
  /** Where a page is asked for; the site's own folder may be named without a slash. */
  const addressOf = (path: string, { ends }: CourseList) =>
    path === "/" ? origin + base + (ends || base ? ends : "/") : at(path) + ends;

  async function keepFile(file: Pick<ListedFile, "path" | "hash">): Promise<Outcome> {
    const cache = await openFiles();
    const address = at(file.path);
    if (await cache.match(address, anyhow)) return "kept";
    const answer = await load(fetch, address);
    if (typeof answer === "string") return answer;
    const content = await answer.blob().catch(() => null);
    if (!content) return "away";
    if ((await fileHash(content)) !== file.hash) return "changed";
    return put(cache, address, content, answer);
  }

  /** The list of a version that is kept already. */
  async function keptList(version: string): Promise<CourseList | null> {
    const response = await (await openFiles()).match(at(listPath(version)), anyhow);
    return response ? readCourseList(await response.text()) : null;
  }

  async function listOf(version: string): Promise<CourseList | Outcome> {
    const outcome = await keepFile({ path: listPath(version), hash: version });
    return (await keptList(version)) ?? outcome;
  }

  /** Keeps a page's HTML in a cache; from another one where it has the same version. */
  async function keepHtml(
    { path }: ListedPage,
    version: string,
    list: CourseList,
    to: SiteCache,
    others: readonly SiteCache[],
  ): Promise<Outcome> {
    for (const cache of [to, ...others]) {
      const response = await cache.match(at(path), anyhow);
      const html = (await response?.text()) ?? "";
      if (!response || versionIn(html) !== version) continue;
      return cache === to ? "kept" : put(to, at(path), html, response);
    }
    const response = await load(fetch, addressOf(path, list));
    if (typeof response === "string") return response;
    const html = await response.text().catch(() => null);
    if (html === null) return "away";
    return versionIn(html) === version ? put(to, at(path), html, response) : "changed";
  }

  async function courseVersions(): Promise<{ version: string; whole: boolean }[]> {
    const names = (await caches.keys()).filter((name) => name.startsWith(coursePrefix));
    return Promise.all(
      names.map(async (name) => {
        const version = name.slice(coursePrefix.length);
        const list = await (await openCourse(version)).match(at(listPath(version)));
        return { version, whole: list !== undefined };
      }),
    );
  }

  async function dropCourses(
    which: (course: { version: string; whole: boolean }) => boolean,
  ) {
    for (const course of await courseVersions()) {
      if (which(course)) await caches.delete(coursePrefix + course.version);
    }
  }

  /** What of a version's course is not kept yet. */
  async function missing(list: CourseList, version: string) {
    const files = await openFiles();
    const keptFiles = new Set((await files.keys()).map(({ url }) => url));
    const isBegun = await caches.has(coursePrefix + version);
    const pages = isBegun ? await (await openCourse(version)).keys() : [];
    const keptPages = new Set(pages.map(({ url }) => url));
    return {
      isBegun,
      files: list.files.filter(({ path }) => !keptFiles.has(at(path))),
      pages: list.pages.filter(({ path }) => !keptPages.has(at(path))),
    };
  }

  return {
    /** The kept file of an address. */
    file: async (address: string) => (await openFiles()).match(address, anyhow),

    /** The kept page of a path: as it was opened last, else that of the whole course. */
    async page(path: string): Promise<Response | undefined> {
      const opened = await (await openOpened()).match(at(path), anyhow);
      if (opened) return opened;
      const whole = (await courseVersions()).filter((course) => course.whole);
      const found = whole.map(async ({ version }) =>
        (await openCourse(version)).match(at(path), anyhow),
      );
      return (await Promise.all(found)).find((page) => page !== undefined);
    },

    /** The paths of pages that were opened and are kept. */
    async openedPaths(): Promise<string[]> {
      const kept = await (await openOpened()).keys();
      return kept.map(({ url }) => url.slice(at("").length));
    },

    list: keptList,

    /** Keeps a page that was opened, with all that it may load. */
    async keepPage(path: string, version: string): Promise<Outcome> {
      const list = await listOf(version);
      if (typeof list === "string") return list;
      const page = list.pages.find((one) => one.path === path);
      if (!page) return "changed";
      const outcome = await eachOf(filesOf(list, page), keepFile);
      if (outcome !== "kept") return outcome;
      const isBegun = await caches.has(coursePrefix + version);
      const others = isBegun ? [await openCourse(version)] : [];
      return keepHtml(page, version, list, await openOpened(), others);
    },

    /**
     * Keeps every page of a version, and lets go of versions before it when all are there;
     * whatever stops it, the next time goes on where it was. `onKept` hears of bytes, as they
     * travel. Where there is no room, what was kept of this version is let go of.
     */
    async keepCourse(
      version: string,
      onKept: (packed: number) => void = () => {},
      signal?: AbortSignal,
    ): Promise<Outcome> {
      const list = await listOf(version);
      if (typeof list === "string") return list;
      await dropCourses((course) => !course.whole && course.version !== version);
      const course = await openCourse(version);
      const opened = await openOpened();
      const left = await missing(list, version);
      const counted =
        <T extends ListedFile>(keep: (one: T) => Promise<Outcome>) =>
        async (one: T) => {
          const outcome = await keep(one);
          if (outcome === "kept") onKept(one.packed);
          return outcome;
        };
      let outcome = await eachOf(left.files, counted(keepFile), signal);
      if (outcome === "kept") {
        const keep = (page: ListedPage) =>
          keepHtml(page, version, list, course, [opened]);
        outcome = await eachOf(left.pages, counted(keep), signal);
      }
      if (outcome === "kept") {
        const text = JSON.stringify(list);
        outcome = await put(course, at(listPath(version)), text, new Response());
      }
      if (outcome === "full") await dropCourses((one) => one.version === version);
      if (outcome !== "kept") return outcome;
      await dropCourses((one) => one.version !== version);
      for (const request of await opened.keys()) {
        const html = await (await opened.match(request, anyhow))?.text();
        if (versionIn(html ?? "") !== version) await opened.delete(request);
      }
      return "kept";
    },

    /** Lets go of the whole course; what was opened stays. */
    dropCourse: () => dropCourses(() => true),

    /** How much of a version is kept; null where its list cannot be had. */
    async state(version: string): Promise<CourseState | null> {
      const list = await listOf(version);
      if (typeof list === "string") return null;
      const courses = await courseVersions();
      const left = await missing(list, version);
      return {
        whole: courses.some((course) => course.whole),
        current: courses.some((course) => course.whole && course.version === version),
        begun: left.isBegun,
        left: sizeOf([...left.files, ...left.pages]),
        all: sizeOf([...list.files, ...list.pages]),
      };
    },

    /** Lets go of all files that no kept page may load; for when no other page is open. */
    async prune() {
      const files = await openFiles();
      const opened = await openOpened();
      const wanted = new Set<string>();
      for (const request of await opened.keys()) {
        const html = (await (await opened.match(request, anyhow))?.text()) ?? "";
        const version = versionIn(html) ?? "";
        const list = await keptList(version);
        const page = list?.pages.find(({ path }) => at(path) === request.url);
        if (!list || !page) {
          await opened.delete(request);
          continue;
        }
        wanted.add(at(listPath(version)));
        for (const { path } of filesOf(list, page)) wanted.add(at(path));
      }
      for (const { version } of await courseVersions()) {
        wanted.add(at(listPath(version)));
        for (const { path } of (await keptList(version))?.files ?? [])
          wanted.add(at(path));
      }
      for (const request of await files.keys()) {
        if (!wanted.has(request.url)) await files.delete(request);
      }
    },
  };
}
