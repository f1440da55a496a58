import { expect, test } from "vitest";
import { floorOf, floors } from "./floors";
import { circlesOf, readSources, roomOf } from "./import-graph";

const sources = readSources();
const imports = [...sources.values()].flatMap(({ file, imports }) =>
  imports.map((one) => ({ from: file, ...one })),
);

/** Each outside library and the only places it may be imported from. */
const doors: readonly [library: RegExp, door: RegExp][] = [
  [/^@tensorflow\//, /^labs\/engine\//],
  [/^mdx-bundler/, /^content\/lesson\//],
  [/^recharts/, /^components\/chart\//],
  [/^better-sqlite3$/, /^app\/server\/store\/sqlite/],
  [/^jose$/, /^app\/server\/lti\/tokens\.ts$/],
  [/^pg$/, /^app\/server\/store\/postgres/],
  [/^gift-pegjs$/, /^content\/(exchange\/read-gift|markup\/gift|quiz\/kinds\/)/],
  [/^fflate$/, /^content\/exchange\/zip\.ts$/],
  [/^react-markdown$/, /^components\/assignment\/formatted-note\.tsx$/],
  [/^minisearch$/, /^content\/search\/search\.ts$/],
  [/^jsep$/, /^content\/quiz\//],
  [/^pure-rand\//, /^content\/quiz\//],
  [/^ts-fsrs$/, /^content\/quiz\/schedule\.ts$/],
  [/^uqr$/, /^components\/kit\/qr/],
  [/^next($|\/)/, /^(app|components)\//],
  [/^react($|\/|-dom)/, /^(app|components)\//],
];

test("the imports of every top folder are read", () => {
  for (const folder of ["labs", "content", "components", "app"]) {
    const read = imports.filter(({ from }) => from.startsWith(`${folder}/`));
    expect(read.filter(({ file }) => file !== null).length).toBeGreaterThan(10);
  }
});

test("every folder is a room of the house, and every room is there", () => {
  const rooms = new Set([...sources.keys()].map(roomOf));
  expect([...rooms].filter((room) => floorOf(`${room}/x`) === null)).toEqual([]);
  const lived = new Set([...sources.keys()].map(floorOf));
  expect(floors.filter((_, floor) => !lived.has(floor))).toEqual([]);
});

test("a folder imports from folders below it alone, types included", () => {
  const wrong = imports.filter(({ from, file }) => {
    if (file === null || roomOf(file) === roomOf(from)) return false;
    return (floorOf(file) ?? floors.length) > (floorOf(from) ?? -1);
  });
  expect(wrong.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
});

test("no files form a circle", () => {
  expect(circlesOf(sources)).toEqual([]);
});

test("what looks like a path of the project leads to a file of it", () => {
  const lost = imports.filter(
    ({ file, specifier }) =>
      file === null && /^(\.|@\/)/.test(specifier) && !/\.(css|json)$/.test(specifier),
  );
  expect(lost.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
});

test("a module of styles serves its own folder alone", () => {
  const wrong = imports.filter(
    ({ specifier }) => /\.module\.css$/.test(specifier) && !/^\.\/[^/]+$/.test(specifier),
  );
  expect(wrong.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
});

test("each outside library enters through its own door", () => {
  const wrong = imports.filter(({ from, specifier }) =>
    doors.some(([library, door]) => library.test(specifier) && !door.test(from)),
  );
  expect(wrong.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
  for (const [library] of doors) {
    expect(imports.some(({ specifier }) => library.test(specifier))).toBe(true);
  }
});

test("no page loads how questions are written in files before it is asked for", () => {
  const written = /^content\/(exchange|markup|quiz\/question-file|quiz\/kinds\/.*-file)/;
  const wrong = imports.filter(
    ({ from, file, specifier, typeOnly }) =>
      from.startsWith("components/") &&
      file !== null &&
      written.test(file) &&
      !typeOnly &&
      !sources.get(from)?.text.includes(`import("${specifier}")`),
  );
  expect(wrong.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
});

test("files that readers bring are decoded in one place", () => {
  const decodes =
    /FileReader|TextDecoder|readAsText|\bfile\w*\.text\(|\bblob\w*\.text\(/i;
  const doors = [...sources.values()].filter(
    ({ file, text }) => /^(components|content)\//.test(file) && decodes.test(text),
  );
  expect(doors.map(({ file }) => file)).toEqual(["components/kit/text-file.ts"]);
  // What else is read as text comes from a server.
  const others = [...sources.values()].flatMap(({ file, text }) =>
    /^(components|content)\//.test(file)
      ? [...text.matchAll(/(\w+)(\(.*\))?\.text\(\)/g)].map(([, of]) => of)
      : [],
  );
  expect(new Set(others)).toEqual(new Set(["Response", "response"]));
});

test("what a form says of a wrong file comes to people by one door, in their words", () => {
  const says =
    /\.issues\b|ZodError\b|prettifyError|formatError|flattenError|treeifyError/;
  const doors = [...sources.values()].filter(({ text }) => says.test(text));
  expect(doors.map(({ file }) => file)).toEqual(["content/quiz/question-file.ts"]);
  expect(doors[0]?.text).toContain("{ error: faultText }");
});

test("nothing imports from the folder of shared design papers", () => {
  expect(imports.filter(({ specifier }) => specifier.includes("shared/"))).toEqual([]);
});

/** Where a path gets to the browser beside what Next writes, and what is written there. */
const givenToBrowsers = [
  /<(?:[a-z]+|ButtonLink(?! as=\{Link\}))\s[^<]*?\b(?:href|src|action)=("[^$"]*"|\{\s*.*?\}\)*)[\s>/]/g,
  /\b(?:fetch|location\.assign)\((.*)/g,
  /\bnew (?:URL|Worker|Request)\((?!.*import\.meta\.url)(.*)/g,
  /\b(?:push|replace)State\([^,]*, "",\s*([^)]*)/g,
];

/** A place in the page, this very page, other sites' pages, pictures within the page. */
const noPathOfTheSite =
  /^(?:"[#?]|\{`#|(?:window\.location\.)?pathname|new URL\("\.\/|written, here|\{url\}|\{source|\{png|\{map)/;

/** These ask whether it is a path of the site, or are given its whole address. */
const asking = [
  "assignment/formatted-note.tsx",
  "lesson/lesson-components.tsx",
  "offline/load-file.ts",
  "offline/offline-worker.ts",
  "offline/worker-answers.ts",
];

/** Whether what is written, or where its name is given, comes through `sitePath`. */
function isBelowItsFolder(to: string, text: string) {
  if (/^\{?site(Path|Address|File)\(/.test(to)) return true;
  const name = /^\{?(\w+)\b/.exec(to)?.[1];
  return new RegExp(`const ${name} =[^;]*? site(Path|Address)\\(`).test(text);
}

test("no path of the site goes round the folder that the site lies in", () => {
  const wrong = [...sources.values()]
    .filter(({ file }) =>
      /^(components|content|app\/[^/]*tsx|app\/\(|app\/embed)/.test(file),
    )
    .filter(({ file }) => !asking.some((one) => file.endsWith(one)))
    .flatMap(({ file, text }) =>
      givenToBrowsers
        .flatMap((form) => [...text.matchAll(form)])
        .map(([, to = ""]) => to.replace(/^\{\s+/, "{"))
        .filter((to) => !noPathOfTheSite.test(to) && !isBelowItsFolder(to, text))
        .map((to) => `${file}: ${to}`),
    );
  expect(wrong).toEqual([]);
});
