// Measures the house: npx tsx tests/house.ts, with --list for every offender by name.
import { readFileSync } from "node:fs";
import { floorOf } from "./floors";
import {
  circlesOf,
  filesBelow,
  readSources,
  roomOf,
  type SourceFile,
} from "./import-graph";

const sources = readSources();
const files = [...sources.values()];
const list = process.argv.includes("--list");

/** Files that a reader opens, in this order, to follow one thing through the house. */
const walks: Record<string, readonly string[]> = {
  "a click on Train, to the chart": [
    "components/lab/run-buttons.tsx",
    "components/lab/training/use-lab.ts",
    "components/lab/training/lab-reducer.ts",
    "components/lab/training/lab-state.ts",
    "components/lab/training/side.ts",
    "components/lab/training/lab-training.ts",
    "components/lab/training/train-sides.ts",
    "labs/engine/engine.ts",
    "labs/engine/open-engine.ts",
    "labs/run/plan.ts",
    "labs/engine/connection.ts",
    "labs/engine/worker.ts",
    "labs/engine/device.ts",
    "labs/engine/trainer.ts",
    "labs/engine/session.ts",
    "labs/engine/train-passes/operation.ts",
    "labs/engine/train-passes/cpu-kernel.ts",
    "labs/training/training.ts",
    "components/lab/lab-bench.tsx",
    "components/lab/loss-panel.tsx",
    "components/chart/loss-curves.ts",
    "components/chart/loss-chart.tsx",
    "components/chart/loss-scale.ts",
  ],
  "a receipt, made to checked": [
    "components/assignment/do/receipt-part.tsx",
    "components/assignment/do/judged-goals.ts",
    "components/assignment/do/make-receipt.ts",
    "content/quiz/answer-text.ts",
    "labs/receipt/receipt.ts",
    "labs/assignment/learner-start.ts",
    "labs/assignment/assignment-link.ts",
    "labs/run/link.ts",
    "labs/receipt/packed.ts",
    "app/(site)/receipt/page.tsx",
    "components/receipt/receipt-desk.tsx",
    "components/receipt/receipt-address.ts",
    "components/receipt/receipt-intake.tsx",
    "components/receipt/read-receipts.ts",
    "components/receipt/find-receipts.ts",
    "components/receipt/judging-form.tsx",
    "components/receipt/receipt-list.ts",
    "components/receipt/listed-receipt.ts",
    "components/receipt/receipt-checker.ts",
    "labs/engine/watchdog.ts",
    "components/receipt/check-report.ts",
    "components/receipt/judging-link.ts",
    "components/receipt/receipt-check-worker.ts",
    "components/quiz/course-questions.ts",
    "labs/receipt/check.ts",
    "labs/receipt/replay.ts",
    "labs/receipt/findings.ts",
    "labs/assignment/attempt.ts",
    "labs/assignment/goal.ts",
    "labs/run/plan.ts",
    "labs/receipt/arithmetic.ts",
    "labs/training/training.ts",
    "components/receipt/receipt-details.tsx",
    "components/receipt/verdict-section.tsx",
    "components/receipt/receipt-curve.tsx",
  ],
  "a quiz card": [
    "components/quiz/question-set.tsx",
    "components/quiz/question-card.tsx",
    "components/quiz/use-card.ts",
    "components/quiz/card-view.ts",
    "components/quiz/question-form.tsx",
    "components/quiz/answer-store.ts",
    "components/quiz/inputs/question-input.tsx",
    "components/quiz/inputs/choice-input.tsx",
    "components/quiz/inputs/input-feedback.tsx",
    "content/quiz/pool.ts",
    "content/quiz/question.ts",
    "content/quiz/answer-book.ts",
    "content/quiz/kinds/choice.ts",
    "content/quiz/kinds/kind.ts",
    "content/quiz/kinds/draw.ts",
  ],
};

const importers = new Map<string, Set<string>>(
  files.map(({ file }) => [file, new Set()]),
);
for (const { file, imports } of files) {
  for (const { file: to } of imports) if (to && to !== file) importers.get(to)?.add(file);
}

const against = files.flatMap(({ file, imports }) =>
  imports.flatMap(({ file: to }) => {
    if (to === null || roomOf(to) === roomOf(file)) return [];
    const [from, at] = [floorOf(file), floorOf(to)];
    return from === null || at === null || at > from ? [`${file} → ${to}`] : [];
  }),
);

/** A route that Next looks for, a worker's entry, or a record of a list. */
const isDoor = ({ file, text }: SourceFile) =>
  /(^|\/)(page|layout|route|not-found|error|global-error|instrumentation(-client)?)\.tsx?$/.test(
    file,
  ) ||
  /worker\.ts$/.test(file) ||
  /^(labs\/catalog|content\/quiz\/kinds|components\/quiz\/inputs|components\/figure\/spots)\//.test(
    file,
  ) ||
  /\bsatisfies (Dataset|Activation|Loss|Optimizer|Regularization)\b|: Dataset\b/.test(
    text,
  );

const small = files.filter(
  (one) => one.lines <= 30 && importers.get(one.file)?.size === 1 && !isDoor(one),
);

const styles = filesBelow(["app", "components"])
  .filter((file) => file.endsWith(".css"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));
/** Each size that the declarations of some properties name: a token, or a length as it stands. */
function sizesOf(property: string): string[] {
  const declared = new RegExp(`(?<![\\w-])${property}\\s*:([^;{}]+);`, "g");
  const sizes =
    /var\(--(?:text|space|radius|root)[\w-]*\)|(?<![\w.(-])-?\d*\.?\d+(?:rem|em|px|pt|%|vw|cqi)/g;
  const found = styles.flatMap(({ text }) =>
    [...text.matchAll(declared)].flatMap(([, value = ""]) =>
      // In the short form of a font, a line's height follows the size.
      [...value.replace(/\/\s*\S+/g, "").matchAll(sizes)].map(([size]) => size),
    ),
  );
  return [...new Set(found)].filter((size) => Number.parseFloat(size) !== 0);
}
// The root's size is what one rem is: the same size as the text for reading.
const fontSizes = sizesOf("font(?:-size)?").filter((size) => !size.includes("--root"));
const spaces = sizesOf("(?:(?:row-|column-)?gap|(?:scroll-)?(?:padding|margin)[a-z-]*)");
const radii = sizesOf("border-[a-z-]*radius");
const queries = /\((?:max-|min-)?(?:width|inline-size)\s*[:<>=]+\s*([^)]+)\)/g;
const breakpoints = new Set(
  styles.flatMap(({ text }) =>
    [...text.matchAll(queries)].map(([, width = ""]) => width),
  ),
);

/** Classes of modules that no importer names; an importer that looks names up may use any. */
const deadClasses = styles.flatMap(({ file, text }) => {
  if (!file.endsWith(".module.css")) return [];
  const names = new Set(
    [
      ...text
        .replace(/:global\([^)]*\)/g, "")
        .matchAll(/\.([a-zA-Z][\w-]*)(?=[^{};]*\{)/g),
    ].map(([, name = ""]) => name),
  );
  const users = files.flatMap(({ text: code }) => {
    const imported = new RegExp(
      `import (\\w+) from "[^"]*/${file.split("/").at(-1)?.replaceAll(".", "\\.")}"`,
    ).exec(code);
    return imported ? [{ code, as: imported[1] ?? "" }] : [];
  });
  const isUsed = (name: string) =>
    users.some(
      ({ code, as }) =>
        new RegExp(`\\b${as}\\.${name}\\b`).test(code) || code.includes(`${as}[`),
    );
  return [...names].filter((name) => !isUsed(name)).map((name) => `${file}: .${name}`);
});

const crossing = new Map<string, Set<string>>();
for (const { file, imports } of files) {
  for (const { file: to, names } of imports) {
    if (to === null || roomOf(to) === roomOf(file)) continue;
    const known = crossing.get(to) ?? new Set();
    for (const name of names) if (name !== "*") known.add(name);
    crossing.set(to, known);
  }
}
const crossings = [...crossing].flatMap(([file, names]) =>
  [...names].map((name) => {
    const declared = new RegExp(
      `(\\*/\\n)?export (?:async )?(?:function\\*?|const|type|let) ${name}\\b`,
    ).exec(sources.get(file)?.text ?? "");
    return { name: `${file}: ${name}`, documented: declared?.[1] !== undefined };
  }),
);
const undocumented = crossings.filter(({ documented }) => !documented);

const count = (pattern: RegExp) =>
  files.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`),
  );

const basenames = new Map<string, string[]>();
for (const { file } of files) {
  const name = file.split("/").at(-1) ?? file;
  if (/^(page|layout|route|not-found|error)\.tsx?$/.test(name)) continue;
  basenames.set(name, [...(basenames.get(name) ?? []), file]);
}
const sortedLines = files.map(({ lines }) => lines).sort((a, b) => a - b);

const measures: [name: string, value: number | string, offenders: readonly string[]][] = [
  ["source files (.ts, .tsx outside tests)", files.length, []],
  ["lines in the median file", sortedLines[sortedLines.length >> 1] ?? 0, []],
  [
    "files over 300 lines",
    files.filter(({ lines }) => lines > 300).length,
    files.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file} ${lines}`),
  ],
  [
    "circles of files",
    circlesOf(sources).length,
    circlesOf(sources).map((circle) => circle.join(" ↔ ")),
  ],
  ["imports against the floors", against.length, against],
  [
    "files with one importer",
    files.filter(({ file }) => importers.get(file)?.size === 1).length,
    [],
  ],
  [
    "… of those of 30 lines or fewer, no door, no record",
    small.length,
    small.map(
      ({ file, lines }) => `${file} ${lines} ← ${[...(importers.get(file) ?? [])][0]}`,
    ),
  ],
  [
    "names that stand for two files",
    [...basenames.values()].filter((all) => all.length > 1).length,
    [...basenames.values()].filter((all) => all.length > 1).map((all) => all.join(", ")),
  ],
  ["lines of TypeScript", files.reduce((sum, { lines }) => sum + lines, 0), []],
  [
    "lines of CSS",
    styles.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0),
    [],
  ],
  ["lint ignores", count(/biome-ignore[^\n]*/g).length, count(/biome-ignore[^\n]*/g)],
  ["any", count(/\bas any\b|: any\b|<any>/g).length, count(/\bas any\b|: any\b|<any>/g)],
  ["font sizes in use", fontSizes.length, fontSizes],
  ["spaces in use", spaces.length, spaces],
  ["classes that nothing uses", deadClasses.length, deadClasses],
  ["radii in use", radii.length, radii],
  ["breakpoints in use", breakpoints.size, [...breakpoints]],
  [
    'hand-written <button type="button"> outside the kit',
    count(/<button\b/g).filter((one) => !one.startsWith("components/kit/")).length,
    [],
  ],
  [
    "exports that cross a folder, documented",
    `${(100 * (1 - undocumented.length / crossings.length)).toFixed(1)} % of ${crossings.length}`,
    undocumented.map(({ name }) => name),
  ],
  [
    "comments that open with “What”",
    count(/(\/\/|\*) What [^\n]*/g).length,
    count(/(\/\/|\*) What [^\n]*/g),
  ],
  ...Object.entries(walks).map(([name, walk]): [string, number, readonly string[]] => [
    `files on the walk of ${name}`,
    walk.length,
    walk.map((file, at) => {
      if (!sources.has(file)) return `${file} (missing)`;
      const met = walk
        .slice(0, at)
        .some((one) => importers.get(file)?.has(one) || importers.get(one)?.has(file));
      return at === 0 || met ? file : `${file} (from elsewhere)`;
    }),
  ]),
];

for (const [name, value, offenders] of measures) {
  console.log(`${name.padEnd(58)} ${value}`);
  if (list) for (const one of offenders) console.log(`    ${one}`);
}
