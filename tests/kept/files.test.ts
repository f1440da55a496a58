// Files for other systems: the same questions, rows and runs give the same bytes.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { boardFile } from "@/components/class/teacher/board-csv";
import { gradebookOf } from "@/components/class/teacher/grades";
import { sheetKey } from "@/components/questions/sheet";
import { type CsvRow, csvOf } from "@/components/receipt/receipt-csv";
import { giftOf } from "@/content/exchange/gift";
import { qtiOf } from "@/content/exchange/qti";
import { readGift } from "@/content/exchange/read-gift";
import { formerlyPermuted } from "@/content/quiz/kinds/draw";
import { present, type Question } from "@/content/quiz/question";
import { parseQuestions, yamlOf } from "@/content/quiz/question-file";
import { readLink } from "@/labs/assignment/assignment-link";
import { curveCsv, safetensors, weightsJson } from "@/labs/export/export";
import { notebookOf } from "@/labs/notebook/notebook";
import { networkOf, planOf } from "@/labs/run/plan";
import { createTraining } from "@/labs/training/loops";
import { startOf } from "@/labs/training/start";
import type { Pass } from "@/labs/training/training";
import { provideData } from "../labs/provide-data";
import { parseCsvRecords } from "../parse-csv";
import files from "./question-files.json";
import runFiles from "./run-files.json";
import tables from "./tables.json";

provideData();
const kept = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const bitsOf = (bytes: string | Uint8Array) =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 24);

const questions = parseQuestions(kept("questions.yaml"), "questions.yaml");
const exported = (seed: number) => ({
  title: "Next Pass: Kept / questions",
  seed,
  placeOf: ({ id }: Question) => `https://next-pass.example/lessons/kept#question-${id}`,
});

test("questions come out as YAML as they went in", () => {
  expect(yamlOf(questions)).toBe(kept("questions.yaml"));
});

test("questions as GIFT", () => {
  const gift = giftOf(questions, exported(0));
  expect(gift).toBe(kept("questions.gift.txt"));
  for (const [seed, bits] of Object.entries(files.gift)) {
    expect(bitsOf(giftOf(questions, exported(Number(seed))))).toBe(bits);
  }
});

test("the GIFT is read as the same questions", () => {
  const { questions: read, notices } = readGift(kept("questions.gift.txt"), "passes");
  expect(notices).toEqual(files.readGift.notices);
  expect(bitsOf(yamlOf(read))).toBe(files.readGift.yaml);
});

// How their scoring is written has changed; a system knows a question again by its file.
test("questions as QTI, each in its file", () => {
  const zip = unzipSync(qtiOf(questions, exported(0)));
  expect(Object.keys(zip)).toEqual(files.qti);
});

test.each(files.sheet)(
  "$id is drawn, shuffled and keyed on a sheet as before",
  (shown) => {
    const question = questions.find(({ id }) => id === shown.id);
    if (!question) throw new Error("It is not there.");
    const { id, asks, parts, targets } = present(question, 7, formerlyPermuted);
    const { write } = sheetKey(question, { seed: 7, permute: formerlyPermuted });
    const texts = (of: readonly { text: string }[]) => of.map(({ text }) => text);
    expect({ id, write, asks, parts: texts(parts), targets: texts(targets) }).toEqual(
      shown,
    );
  },
);

test("a table of receipts as CSV, formulas made harmless", () => {
  expect(csvOf(tables.rows as CsvRow[])).toBe(kept("receipts.csv"));
});

test("a class's board as CSV has every cell of before, beside new columns", () => {
  const { board, standings, origin, name } = tables;
  type Given = Parameters<typeof gradebookOf>;
  const handedIn = new Map(board.handedIn.map(([id, of]) => [id, new Map(of as never)]));
  const quizzes = new Map(standings.map(([id, of]) => [id, new Map(of as never)]));
  const whole = { ...board, handedIn, marks: [], extensions: [] } as unknown;
  const file = boardFile(
    whole as Parameters<typeof boardFile>[0],
    gradebookOf(whole as Given[0], quizzes as unknown as Given[1]),
    (path) => origin + path,
    new Date(2026, 10, 23),
  );
  expect(file.name).toBe(name);
  const before = parseCsvRecords(kept("board.csv"));
  expect(before).toHaveLength(4);
  expect(parseCsvRecords(file.text)).toMatchObject(before);
});

test.each(runFiles)("the files of a trained run: $link", (of) => {
  const { link } = of;
  const run = readLink(link)?.run;
  if (!run) throw new Error("It is no link of a lab.");
  const { plan, examples, state } = planOf(run);
  const losses = new Float32Array(2 * run.passes);
  createTraining(plan, examples).train(state, 1, run.passes, losses);
  const trained = Array.from({ length: run.passes }, (_, at) => ({
    pass: at + 1,
    trainLoss: losses[2 * at] ?? 0,
    heldLoss: losses[2 * at + 1] ?? 0,
  }));
  const passes = [startOf(run).pass, ...trained];
  const weights = state.slice(0, plan.network.size);
  const address = `https://next-pass.example${link}`;
  const about = { inputs: ["a", "b"], classes: ["no", "yes"] };
  const origin = { link: address, pass: run.passes, ...about };
  // Its words may change, since nothing reads it but people and Python: the test of
  // notebooks executes them, and compares what they compute.
  const notebook = (seen: readonly Pass[] | null) => {
    const made = notebookOf(run, { link: address, seen, diverged: false });
    if ("refused" in made) throw new Error(made.refused);
    return { name: made.name };
  };
  expect({
    link,
    curve: bitsOf(curveCsv(passes, "test")),
    safetensors: bitsOf(safetensors(networkOf(run), weights, { link })),
    json: bitsOf(weightsJson(networkOf(run), weights, origin)),
    notebook: notebook(null),
    notebookWithCurve: notebook(passes),
  }).toEqual({
    ...of,
    notebook: { name: of.notebook.name },
    notebookWithCurve: { name: of.notebookWithCurve.name },
  });
});
