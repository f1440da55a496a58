import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type CourseList, listPath } from "@/components/offline/course-list";
import { keptSite } from "@/components/offline/kept-site";
import { fileHash } from "@/components/offline/load-file";
import { markId } from "@/components/offline/site-version";

const origin = "https://course.example";
const hashOf = (text: string) =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

/** A browser's caches, in memory; `room` is how many answers fit. */
function memoryCaches(room = { left: Number.POSITIVE_INFINITY }) {
  const all = new Map<string, Map<string, Response>>();
  const addressOf = (request: RequestInfo | URL) =>
    request instanceof Request ? request.url : String(request);
  const cacheOf = (answers: Map<string, Response>) => ({
    match: async (request: RequestInfo | URL) => answers.get(addressOf(request))?.clone(),
    keys: async () => [...answers.keys()].map((url) => new Request(url)),
    delete: async (request: RequestInfo | URL) => answers.delete(addressOf(request)),
    async put(request: RequestInfo | URL, response: Response) {
      if (room.left === 0) throw new DOMException("full", "QuotaExceededError");
      room.left -= 1;
      answers.set(addressOf(request), response);
    },
  });
  const storage = {
    keys: async () => [...all.keys()],
    has: async (name: string) => all.has(name),
    delete: async (name: string) => all.delete(name),
    async open(name: string) {
      const answers = all.get(name) ?? new Map();
      all.set(name, answers);
      return cacheOf(answers);
    },
  };
  return { storage, all };
}

/** A version of a site with two pages, which share a file and have one each. */
function versionOf(word: string, ends: CourseList["ends"] = "") {
  const texts: Record<string, string> = {
    "/_next/static/shared.js": "shared",
    [`/_next/static/${word}.js`]: `first ${word}`,
    [`/data/d.csv?v=${hashOf(word)}`]: word,
  };
  const file = (path: string, text: string) => ({
    ...{ path, hash: hashOf(text), packed: text.length, bytes: 2 * text.length },
  });
  const files = Object.entries(texts).map(([path, text]) => file(path, text));
  const list: CourseList = {
    ends,
    files,
    pages: [
      { ...file("/", word), title: "Home", files: [0, 1] },
      { ...file("/labs", word), title: "Labs", files: [0, 2] },
    ],
  };
  const text = JSON.stringify(list);
  const version = hashOf(text);
  const mark = JSON.stringify({ list: version, files: {} });
  const html = (of: string) =>
    `<script type="application/json" id="${markId}">${mark}</script>${of} ${word}`;
  Object.assign(texts, { "/": html("home"), [`/labs${ends}`]: html("labs") });
  return { version, texts: { ...texts, [listPath(version)]: text } };
}

/** A server of one version at a time; `asked` are the paths in their order. */
function serverOf(base = "") {
  const texts: Record<string, string> = {};
  const asked: string[] = [];
  const server = {
    texts,
    asked,
    /** How many answers are left before the network is cut. */
    left: Number.POSITIVE_INFINITY,
    fetch: async (address: string) => {
      const path = address.slice(origin.length + base.length) || "/";
      server.asked.push(path);
      if (server.left === 0) throw new TypeError("cut");
      server.left -= 1;
      const text = server.texts[path];
      return new Response(text ?? "", { status: text === undefined ? 404 : 200 });
    },
  };
  return server;
}

function siteWith(room?: { left: number }, base = "") {
  const server = serverOf(base);
  const { storage, all } = memoryCaches(room);
  const site = keptSite({ caches: storage, fetch: server.fetch, origin, base });
  const kept = () =>
    [...all.values()].flatMap((answers) =>
      [...answers.keys()].map((url) => url.slice(origin.length)),
    );
  const textOf = async (path: string) => (await site.page(path))?.text();
  return { server, site, kept, textOf, all };
}

const [one, two] = [versionOf("one"), versionOf("two")];

test("an opened page is kept after all that it needs", async () => {
  const { server, site, textOf } = siteWith();
  server.texts = one.texts;
  expect(await site.keepPage("/", one.version)).toBe("kept");
  expect(server.asked.at(-1)).toBe("/");
  expect(await textOf("/")).toContain("home one");
  expect(await textOf("/labs")).toBe(undefined);
  expect(await site.openedPaths()).toEqual(["/"]);
  expect(await (await site.file(`${origin}/_next/static/one.js`))?.text()).toBe(
    "first one",
  );
  server.asked.length = 0;
  expect(await site.keepPage("/", one.version)).toBe("kept");
  expect(server.asked).toEqual([]);
});

test("what the server answers instead of a file is never kept", async () => {
  for (const path of ["/_next/static/one.js", listPath(one.version)]) {
    const { server, site, kept } = siteWith();
    server.texts = { ...one.texts, [path]: "sign in, please" };
    expect(await site.keepPage("/", one.version)).toBe("changed");
    expect(kept()).not.toContain(path);
    expect(await site.page("/")).toBe(undefined);
  }
});

test("a page of a version that the server no longer has is not taken for its own", async () => {
  const { server, site, textOf } = siteWith();
  server.texts = one.texts;
  await site.keepPage("/", one.version);
  server.texts = two.texts;
  expect(await site.keepPage("/labs", one.version)).toBe("changed");
  expect(await textOf("/labs")).toBe(undefined);
  expect(await site.keepPage("/", two.version)).toBe("kept");
  expect(await textOf("/")).toContain("home two");
});

test("the whole course counts once all of it is there, and goes on where it was", async () => {
  const { server, site, textOf } = siteWith();
  server.texts = one.texts;
  const before = await site.state(one.version);
  expect(before).toMatchObject({ whole: false, begun: false });
  expect(before?.left).toEqual(before?.all);
  server.left = 2;
  expect(await site.keepCourse(one.version)).toBe("away");
  expect(await site.state(one.version)).toMatchObject({ whole: false, begun: true });
  server.left = Number.POSITIVE_INFINITY;
  server.asked.length = 0;
  const heard: number[] = [];
  const { left } = (await site.state(one.version)) ?? {};
  expect(await site.keepCourse(one.version, (bytes) => heard.push(bytes))).toBe("kept");
  expect(heard.reduce((sum, bytes) => sum + bytes, 0)).toBe(left?.packed);
  expect(server.asked).toHaveLength(3);
  expect(await site.state(one.version)).toMatchObject({
    ...{ whole: true, current: true, left: { packed: 0, bytes: 0 } },
  });
  expect(await textOf("/labs")).toContain("labs one");
});

test("stopping keeps what is there", async () => {
  const { server, site } = siteWith();
  server.texts = one.texts;
  const stop = new AbortController();
  const ending = site.keepCourse(one.version, () => stop.abort(), stop.signal);
  expect(await ending).toBe("stopped");
  expect(await site.state(one.version)).toMatchObject({ whole: false, begun: true });
});

test("a half-finished update leaves the version before whole, and then replaces it", async () => {
  const { server, site, textOf, kept } = siteWith();
  server.texts = one.texts;
  await site.keepCourse(one.version);
  await site.keepPage("/labs", one.version);
  server.texts = two.texts;
  server.asked.length = 0;
  for (const left of [1, 1, 1]) {
    server.left = left;
    expect(await site.keepCourse(two.version)).toBe("away");
    await site.prune();
    expect(await textOf("/")).toContain("home one");
    expect(await textOf("/labs")).toContain("labs one");
    expect(await site.file(`${origin}/_next/static/one.js`)).toBeDefined();
    expect(await site.state(two.version)).toMatchObject({ whole: true, current: false });
  }
  server.left = Number.POSITIVE_INFINITY;
  expect(await site.keepCourse(two.version)).toBe("kept");
  expect(server.asked).not.toContain("/_next/static/shared.js");
  await site.prune();
  expect(await textOf("/")).toContain("home two");
  expect(await textOf("/labs")).toContain("labs two");
  expect(kept().filter((path) => path.includes("one"))).toEqual([]);
});

test("letting go of the course frees all but what was opened", async () => {
  const { server, site, textOf, kept } = siteWith();
  server.texts = one.texts;
  await site.keepPage("/labs", one.version);
  const before = kept().sort();
  await site.keepCourse(one.version);
  expect(kept().length).toBeGreaterThan(before.length);
  await site.dropCourse();
  await site.prune();
  expect(kept().sort()).toEqual(before);
  expect(await textOf("/labs")).toContain("labs one");
});

test("without room nothing is half kept, and what was kept stays", async () => {
  for (let answers = 0; answers < 8; answers += 1) {
    const room = { left: Number.POSITIVE_INFINITY };
    const { server, site, textOf, kept } = siteWith(room);
    server.texts = one.texts;
    await site.keepCourse(one.version);
    await site.prune();
    const before = kept().sort();
    server.texts = two.texts;
    room.left = answers;
    const outcome = await site.keepCourse(two.version);
    await site.prune();
    if (outcome === "kept") {
      expect(await textOf("/")).toContain("home two");
      continue;
    }
    expect(outcome).toBe("full");
    expect(kept().sort()).toEqual(before);
    expect(await textOf("/")).toContain("home one");
  }
});

test("pages that are folders are asked for as such", async () => {
  const folders = versionOf("folders", "/");
  const { server, site, textOf } = siteWith(undefined, "/a");
  server.texts = folders.texts;
  expect(await site.keepCourse(folders.version)).toBe("kept");
  expect(server.asked).toContain("/labs/");
  expect(await textOf("/labs")).toContain("labs folders");
});

test("a packed file is the same where the host has it unpacked", async () => {
  const packed = gzipSync("1,2");
  expect(await fileHash(new Blob([packed]))).toBe(hashOf("1,2"));
  expect(await fileHash(new Blob(["1,2"]))).toBe(hashOf("1,2"));
  expect(await fileHash(new Blob([packed.subarray(0, 12)]))).toBe("");
});

test("sites in two folders of a host keep apart", async () => {
  const first = siteWith(undefined, "/a");
  first.server.texts = one.texts;
  expect(await first.site.keepCourse(one.version)).toBe("kept");
  expect(first.kept()).toContain("/a/labs");
  expect([...first.all.keys()].every((name) => name.startsWith("next-pass /a/"))).toBe(
    true,
  );
});
