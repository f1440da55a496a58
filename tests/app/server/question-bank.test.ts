import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { courseQuestions, gradable, gradedBank } from "@/app/server/question-bank";
import { writeBank } from "../api/graded-file";
import { freshFolder } from "./store/store-places";

let folder = "";
beforeEach(() => {
  const before = process.env.COURSE_DATA_DIR;
  folder = freshFolder();
  process.env.COURSE_DATA_DIR = folder;
  onTestFinished(() => {
    if (before === undefined) delete process.env.COURSE_DATA_DIR;
    else process.env.COURSE_DATA_DIR = before;
  });
});

function heard() {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  return () => logged.mock.calls.map(([line]) => String(line));
}

const blank = (id: string, asks = "A ___") =>
  `- { id: ${id}, kind: blank, idea: passes, asks: ${asks}, accepts: [a], right: r, wrong: w }\n`;

const idsNow = async () => (await gradedBank()).map(({ id }) => id);

test("without a folder the bank is empty", async () => {
  expect(await gradedBank()).toEqual([]);
});

test("the bank is read anew when a file comes, changes or goes", async () => {
  writeBank(folder, "b.yaml", blank("of-b"));
  expect(await idsNow()).toEqual(["of-b"]);
  expect(await gradedBank()).toBe(await gradedBank());
  writeBank(folder, "a.yaml", blank("of-a"));
  writeBank(folder, "notes.txt", "no question");
  expect(await idsNow()).toEqual(["of-a", "of-b"]);
  writeBank(folder, "b.yaml", blank("of-b", "Another ___"));
  expect((await gradedBank())[1]?.asks).toBe("Another ___");
  rmSync(`${folder}/graded/a.yaml`);
  expect(await idsNow()).toEqual(["of-b"]);
});

test("a broken file is left out, and told once", async () => {
  const lines = heard();
  writeBank(folder, "good.yaml", blank("good"));
  writeBank(folder, "list.yaml", "a: [");
  writeBank(folder, "odd.yaml", "- { id: odd, kind: riddle }");
  const endless = `- { id: endless, kind: number, idea: passes, asks: "{{a}}", draws: { a: { from: 0, to: 3, step: 1 } }, answer: 1 / (a - 1), right: r, wrong: w }`;
  writeBank(folder, "endless.yaml", endless);
  for (let time = 0; time < 3; time += 1) {
    writeBank(folder, `more${time}.yaml`, blank(`more-${time}`));
    expect(await idsNow()).toEqual([
      "good",
      ...[0, 1, 2].slice(0, time + 1).map((n) => `more-${n}`),
    ]);
  }
  expect(lines()).toHaveLength(3);
  for (const name of ["list.yaml", "odd.yaml", "endless.yaml"]) {
    expect(lines().filter((line) => line.includes(name))).toHaveLength(1);
  }
});

test("a file with an id that the course or a file before it has is left out", async () => {
  const lines = heard();
  const [first] = await courseQuestions();
  writeBank(folder, "a.yaml", blank("mine"));
  writeBank(folder, "b.yaml", blank("mine") + blank("other"));
  writeBank(folder, "c.yaml", blank(first?.id ?? ""));
  writeBank(folder, "d.yaml", blank("twice") + blank("twice"));
  expect(await idsNow()).toEqual(["mine"]);
  expect(lines().map((line) => line.match(/[a-d]\.yaml/)?.[0])).toEqual([
    "b.yaml",
    "c.yaml",
    "d.yaml",
  ]);
});

test("more than the bank holds is left out", async () => {
  const lines = heard();
  const many = Array.from({ length: 500 }, (_, at) => blank(`q${at}`));
  writeBank(folder, "a.yaml", many.join(""));
  writeBank(folder, "b.yaml", blank("one-more"));
  expect(await gradedBank()).toHaveLength(500);
  writeBank(folder, "a.yaml", `# ${"x".repeat(2_000_000)}\n`);
  expect(await idsNow()).toEqual(["one-more"]);
  expect(lines()).toHaveLength(2);
});

test("files count together, and what is told of one names it once", async () => {
  const lines = heard();
  const large = `# ${"x".repeat(700_000)}\n`;
  for (const name of ["a", "b", "c"]) {
    writeBank(folder, `${name}.yaml`, large + blank(`of-${name}`));
  }
  writeBank(folder, "notes.txt", blank("of-no-bank"));
  expect(await idsNow()).toEqual(["of-a", "of-b"]);
  expect(lines().at(-1)).toContain("c.yaml: too much in all");
  writeBank(folder, "c.yaml", "- { id: odd, kind: riddle }");
  expect(await idsNow()).toEqual(["of-a", "of-b"]);
  expect(lines()).toHaveLength(2);
  for (const line of lines()) expect(line.match(/c\.yaml/g)).toHaveLength(1);
});

test("of more than a hundred files the first hundred are read", async () => {
  const lines = heard();
  const name = (at: number) => `${at}`.padStart(3, "0");
  for (let at = 0; at < 101; at += 1) {
    writeBank(folder, `${name(at)}.yaml`, blank(`of-${name(at)}`));
  }
  const ids = await idsNow();
  expect([ids.length, ids.at(-1)]).toEqual([100, "of-099"]);
  expect(lines()).toEqual(["Graded questions, left out: more than 100 files"]);
});

test("what can be graded is of the course and of the bank, in the order asked for", async () => {
  writeBank(folder, "a.yaml", blank("mine"));
  const [first] = await courseQuestions();
  const found = await gradable(["nowhere", "mine", first?.id ?? "", "__proto__"]);
  expect(found.map(({ id }) => id)).toEqual(["mine", first?.id]);
});

test("what is no file is not waited for", async () => {
  writeBank(folder, "a.yaml", blank("mine"));
  execFileSync("mkfifo", [`${folder}/graded/b.yaml`]);
  expect(await idsNow()).toEqual(["mine"]);
});
