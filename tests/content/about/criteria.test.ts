// The accessibility report against the truth: WCAG's list, the tests that it names, axe's
// rules, and what it says of all sources.
import { readFileSync } from "node:fs";
import axe from "axe-core";
import { expect, test } from "vitest";
import axeRules from "@/content/about/axe-rules.json";
import { type Criterion, principles, reportDate } from "@/content/about/criteria";
import { filesBelow, readSources } from "@/tests/import-graph";

const criteria = principles.flatMap(({ criteria }) => criteria);
const numberOf = ({ id }: Criterion) => id.split(".").map(Number);

test("each of the 55 criteria of levels A and AA is there once, in its order", () => {
  expect(criteria.length).toBe(55);
  expect(criteria.filter(({ level }) => level === "A").length).toBe(31);
  const order = criteria
    .map(numberOf)
    .map(([a = 0, b = 0, c = 0]) => a * 1e4 + b * 100 + c);
  expect(order).toEqual([...new Set(order)].toSorted((one, other) => one - other));
  const principle = principles.flatMap(({ criteria }, at) =>
    criteria.map(({ id }) => id.startsWith(`${at + 1}.`)),
  );
  expect(principle).not.toContain(false);
});

test("what is said to be met is shown by a test or was looked at by hand", () => {
  for (const { id, says, tests, looked } of criteria) {
    expect([id, says !== "", tests.length > 0 || looked !== null]).toEqual([
      id,
      true,
      true,
    ]);
    expect(looked ?? reportDate).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

type Declared = { called: string; title: string; body: string };

/** A title as the report writes it: what is put in is a `…`. */
const written = (title: string) =>
  title.replace(/\$\{[^}]*\}/g, "…").replace(/\\(.)/g, "$1");

/** The tests that a file declares: by what they are called, and their text up to the next. */
function declaredIn(text: string): readonly Declared[] {
  const titles = new Map(
    [...text.matchAll(/const (\w+) =\s+(["`])((?:\\.|(?!\2)[^\\])*)\2;/g)].map(
      ([, name = "", , title = ""]) => [name, title],
    ),
  );
  const declarations =
    /(?:^|\n)\s*((?:test|it)(?:\.[a-z]+)*)\(\s*(?:(["`])((?:\\.|(?!\2)[^\\])*)\2|(\w+)),/g;
  const found = [...text.matchAll(declarations)];
  return found.map(({ index, 1: called = "", 3: title, 4: name = "" }, at) => ({
    called,
    title: written(title ?? titles.get(name) ?? ""),
    body: text.slice(index, found[at + 1]?.index),
  }));
}

/** What is wrong with a test that is named; null where it is there and always run. */
function faultOf(text: string, title: string): string | null {
  if (/(^|\n)\s*(test\.describe\.(skip|fixme|only)|test\.only)\(/.test(text))
    return "left out";
  const named = declaredIn(text).filter(
    (one) => one.title === title || one.title === `${title}…`,
  );
  if (named.length !== 1) return `${named.length} tests of this title`;
  const [one] = named;
  const isSkipped = one?.called !== "test" || /\.(skip|fixme|fail)\(/.test(one.body);
  return isSkipped ? "skipped" : null;
}

test("a test that is skipped, renamed or twice there is found out", () => {
  const one = 'test("it works", () => {\n});\n';
  expect(faultOf(one, "it works")).toBe(null);
  expect(faultOf(one, "it worked")).toBe("0 tests of this title");
  expect(faultOf(one + one, "it works")).toBe("2 tests of this title");
  expect(faultOf(one.replace("test(", "test.skip("), "it works")).toBe("skipped");
  expect(faultOf(one.replace("{\n", "{\n  test.skip(true);"), "it works")).toBe(
    "skipped",
  );
  expect(faultOf(`test.describe.skip("", () => {});\n${one}`, "it works")).toBe(
    "left out",
  );
  const made = `const title = \`on \${day}\`;\ntest(title, async () => {});\n`;
  expect(faultOf(made, "on …")).toBe(null);
});

test("every test that the report names is there and is run", () => {
  const faults = criteria.flatMap(({ id, tests }) =>
    tests.flatMap(({ file, title }) => {
      const fault = faultOf(readFileSync(`tests/${file}`, "utf8"), title);
      return fault === null ? [] : [`${id}: ${file}: ${title}: ${fault}`];
    }),
  );
  expect(faults).toEqual([]);
});

test("axe’s rules are those of the version that the tests run, by their own tags", () => {
  const runs = axe
    .getRules()
    // What axe itself leaves out where nothing else is asked for.
    .filter(
      ({ tags }) => !tags.some((tag) => /experimental|aaa|wcag22|obsolete/.test(tag)),
    );
  const rules: Record<string, string[]> = {};
  for (const { ruleId, tags } of runs) {
    for (const tag of tags) {
      const [, a, b, c] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
      const id = `${a}.${b}.${c}`;
      if (criteria.some((one) => one.id === id))
        rules[id] = [...(rules[id] ?? []), ruleId];
    }
  }
  expect(axeRules).toEqual({ version: axe.version, rules });
  const asked = readFileSync("tests/journey/accessible.ts", "utf8");
  // Nothing is left out of what axe runs by itself but in the looks that change colours alone.
  expect(asked).not.toMatch(/disableRules|withTags|exclude\(/);
});

/** As in CSS's relative luminance: of "#rrggbb" or "#rgb". */
function luminance(colour: string): number {
  const digits = colour.slice(1).replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3");
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

test("edges of controls, the focus and lines stand out by 3 to 1, day and night", () => {
  const css = readFileSync("components/kit/tokens.css", "utf8");
  const colours = new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, name = "", day = "", night = ""]) => [name, [day, night]],
    ),
  );
  const lines = ["control", "accent", "ink", "good", "bad", "orange", "blue", "muted"];
  const tones = [...colours.keys()].filter((name) => name.startsWith("tone-"));
  expect(tones.length).toBe(4);
  const weak = [...lines, ...tones].flatMap((name) =>
    ["paper", "raised"].flatMap((ground) =>
      [0, 1].flatMap((at) => {
        const ratio = contrast(
          colours.get(name)?.[at] ?? "",
          colours.get(ground)?.[at] ?? "",
        );
        return ratio >= 3 ? [] : [`${name} on ${ground}: ${ratio}`];
      }),
    ),
  );
  expect(weak).toEqual([]);
});

test("nothing plays by itself, locks the screen, moves with the device or takes bare keys", () => {
  const sources = [...readSources().values()].filter(({ file }) =>
    /^(app|components)\//.test(file),
  );
  const text = sources.map(({ text }) => text).join("\n");
  expect(text).not.toMatch(/<video|<audio|autoPlay|devicemotion|deviceorientation/);
  expect(text).not.toMatch(/orientation:|screen\.orientation|accessKey|userScalable/);
  const styles = filesBelow(["app", "components"]).filter((file) =>
    file.endsWith(".css"),
  );
  expect(styles.length).toBeGreaterThan(50);
  for (const file of styles) {
    expect(readFileSync(file, "utf8")).not.toMatch(/orientation:/);
  }
  // Keys of a whole page: the search’s, which needs Ctrl or ⌘, and Escape.
  const hear = sources.filter(({ text }) =>
    /(window|document)\.addEventListener\("key/.test(text),
  );
  expect(hear.map(({ file }) => file).toSorted()).toEqual([
    "components/lab/by-ear/play-tones.ts",
    "components/lesson/reading-bar.tsx",
    "components/site/search-button.tsx",
  ]);
  const names = sources.filter(({ text }) => text.includes('autoComplete="name"'));
  expect(names.map(({ file }) => file).toSorted()).toEqual([
    "components/assignment/do/name-part.tsx",
    "components/class/learner/join-page.tsx",
  ]);
});
