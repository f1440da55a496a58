// A host of files that serves the build as it is, or as a later version of it, on one
// address; and that can be cut off in the middle.
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import {
  type Build,
  listCourse,
  markOf,
  markPage,
  writtenList,
} from "@/app/build/list-course";
import { readBuild, serverBuild, workerOf } from "@/app/build/write-offline";
import { listPath } from "@/components/offline/course-list";
import { markId } from "@/components/offline/site-version";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  json: "application/json",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
  png: "image/png",
};

const bytes = (text: string) => new TextEncoder().encode(text);
const isText = (file: string) => /\.(js|css|json)$/.test(file);

/** Marks a build as the version that it is, and gives every file that a host needs. */
async function served({
  ends,
  pages,
  files,
}: Build): Promise<ReadonlyMap<string, Uint8Array>> {
  const old = new RegExp(
    `<script type="application/json" id="${markId}">.*?</script>`,
    "s",
  );
  const unmarked = new Map(
    [...pages].map(([page, html]) => [
      page,
      html.replace(old, "").replace(/(theme\.js)\?v=\w+/, "$1"),
    ]),
  );
  const course = listCourse({ ends, pages: unmarked, files });
  const { text, version } = writtenList(course);
  const mark = markOf(course, version);
  const marked = [...unmarked].map(
    ([page, html]) => [page, bytes(markPage(html, mark, "/theme.js"))] as const,
  );
  return new Map([
    ...files,
    ...marked,
    [listPath(version), bytes(text)],
    ["/sw.js", bytes(await workerOf(version))],
  ]);
}

/**
 * A later version of a build: every script has another name, pages and theme.js say `word`, and
 * nothing of the version before is left.
 */
function laterOf({ ends, pages, files }: Build, word: string): Build {
  const scripts = [...files.keys()].flatMap(
    (file) => /\/static\/(?:chunks|inline)\/([\w.~-]+\.js)$/.exec(file)?.[1] ?? [],
  );
  const known = new Set(scripts);
  const renamed = (text: string) =>
    text.replace(/[\w.~-]+\.js\b/g, (name) =>
      known.has(name) ? `${word}-${name}` : name,
    );
  const decoder = new TextDecoder();
  return {
    ends,
    pages: new Map(
      [...pages].map(([page, html]) => [
        page,
        renamed(html).replace("<html ", `<html data-version="${word}" `),
      ]),
    ),
    files: new Map(
      [...files].map(([file, content]) => {
        const name = renamed(file);
        if (file === "/theme.js") {
          const says = `\ndocument.documentElement.dataset.themeOf = "${word}";`;
          return [name, bytes(decoder.decode(content) + says)];
        }
        return [name, isText(file) ? bytes(renamed(decoder.decode(content))) : content];
      }),
    ),
  };
}

/** Serves the build on loopback; `turn` changes to a later version of it. */
export async function serveVersions() {
  const build = await readBuild(serverBuild);
  let current = await served(build);
  /** How many answers are left before every connection is cut. */
  let left = Number.POSITIVE_INFINITY;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    asked.push(pathname);
    left -= 1;
    if (left < 0) return void request.socket.destroy();
    const content = current.get(pathname);
    const [, ending = ""] = /\.(\w+)$/.exec(pathname) ?? [];
    const type = ending ? types[ending] : "text/html; charset=utf-8";
    response.writeHead(content ? 200 : 404, {
      "content-type": type ?? "application/octet-stream",
      "cache-control": pathname === "/sw.js" ? "no-cache" : "max-age=0",
    });
    response.end(content ?? "");
  });
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port was given.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    async turn(word: string) {
      current = await served(laterOf(build, word));
    },
    cutAfter(answers: number) {
      left = answers;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The paths of the pages that a browser keeps as they were opened. */
export const openedIn = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(" opened"));
    const kept = name ? await (await caches.open(name)).keys() : [];
    return kept.map(({ url }) => new URL(url).pathname);
  });
