import { expect, test } from "vitest";
import {
  pointsOf,
  type ReceiptSummary,
  summarize,
} from "@/components/receipt/check-report";
import {
  type ListedReceipt,
  noticedIn,
  sameWeights,
  standingOf,
} from "@/components/receipt/listed-receipt";
import {
  columns,
  columnsOf,
  filterReceipts,
  sortReceipts,
} from "@/components/receipt/receipt-columns";
import { csvName, csvOf, csvRows } from "@/components/receipt/receipt-csv";
import { checked } from "@/labs/receipt/check";
import { openReceipt, pack } from "@/labs/receipt/packed";
import type { Receipt } from "@/labs/receipt/receipt";
import type { Run } from "@/labs/run/run";
import { parseCsv, parseCsvRecords } from "@/tests/parse-csv";
import { trainReceipt } from "../../labs/receipt/train-receipt";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_9*neurons_4&samples=20&layers=2&passes=6&device=cpu";

let id = 0;

async function rowOf(receipt: Receipt): Promise<ListedReceipt> {
  const packed = await pack(receipt);
  const opened = await openReceipt(packed);
  if ("problem" in opened) throw new Error(opened.problem);
  id += 1;
  const check = checked(opened, () => "unknown");
  const points = pointsOf(opened.assignment, check);
  return {
    id,
    packed,
    file: `${id}.txt`,
    handedIn: null,
    summary: summarize(opened),
    state: { kind: "checked", check, stopped: false, points },
  };
}

const learner = (name: string, set: Partial<Run> = {}, of = link) =>
  rowOf(trainReceipt(of, name, set));

const damaged: ListedReceipt = {
  id: 999,
  packed: "x",
  file: "broken, “it”.txt",
  handedIn: null,
  summary: null,
  state: { kind: "failed", problem: "This receipt is damaged.", again: false },
};

const names = (rows: readonly ListedReceipt[]) =>
  rows.map(({ summary }) => summary?.name ?? "damaged");

const [ada, bob, zoe] = [
  await learner("Ada", { passes: 30 }),
  await learner("bob", { layers: [9] }),
  await learner("Zoë", { passes: 200 }),
];
const rows = [zoe, damaged, bob, ada];

test("rows are sorted by a column, and what has no value comes last both ways", () => {
  const by = (column: "learner" | "passes" | "neurons", down = false) =>
    names(sortReceipts(rows, { by: column, down }));
  expect(by("passes")).toEqual(["bob", "Ada", "Zoë", "damaged"]);
  expect(by("passes", true)).toEqual(["Zoë", "Ada", "bob", "damaged"]);
  expect(by("neurons")).toEqual(["Zoë", "Ada", "bob", "damaged"]);
  expect(by("neurons", true)[0]).toBe("bob");
  expect(by("learner")).toEqual(["Ada", "bob", "damaged", "Zoë"]);
});

test("verdicts are sorted as they are told, not by their letters", () => {
  const standings = sortReceipts(rows, { by: "verdict", down: false });
  expect(names(standings)).toEqual(["Zoë", "Ada", "bob", "damaged"]);
});

test("rows are filtered by text in any case, and by verdict", () => {
  const text = (sought: string) =>
    names(filterReceipts(rows, { text: sought, standing: "" }));
  expect(text("")).toHaveLength(4);
  expect(text(" ZOË ")).toEqual(["Zoë"]);
  expect(text("circle")).toEqual(["Zoë", "bob", "Ada"]);
  expect(text("broken,")).toEqual(["damaged"]);
  expect(text("neurons, at most")).toEqual(["bob"]);
  const standing = filterReceipts(rows, { text: "", standing: "confirmed" });
  expect(names(standing)).toEqual(["Zoë", "Ada"]);
  expect(filterReceipts(rows, { text: "ada", standing: "not met" })).toEqual([]);
});

test("a CSV file holds a line for each receipt, and every column", () => {
  const text = csvOf(csvRows(rows, (path) => `https://next-pass.example/course${path}`));
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  const data = parseCsvRecords(text.slice(1));
  expect(data).toHaveLength(4);
  const [first, second, third] = data;
  expect(first).toMatchObject({
    learner: "Zoë",
    assignment: "Circle",
    lab: "The network",
    verdict: "confirmed",
    passes: "200",
    neurons: "2",
    device: "CPU",
    seed: String(zoe.summary?.seed),
    "made at (UTC, as it says)": "2026-11-23T00:00:00.000Z",
    run: `https://next-pass.example/course${zoe.summary?.run}`,
    "assignment link": `https://next-pass.example/course${zoe.summary?.assignment}`,
    file: zoe.file,
  });
  const check = zoe.state.kind === "checked" ? zoe.state.check : null;
  expect(Math.fround(Number(first?.["test loss"]))).toBe(check?.testLoss);
  expect(Number(first?.["accuracy (0 to 1)"])).toBe(check?.accuracy);
  expect(second).toMatchObject({
    learner: "broken, “it”.txt",
    verdict: "unreadable",
    "what decided": "This receipt is damaged.",
    "test loss": "",
    seed: "",
  });
  expect(third?.verdict).toBe("not met");
});

test("what a learner changed stands in the verdict, the table and the CSV file", async () => {
  const easy = await learner("Eva", { data: "gaussian", noise: 0, passes: 3 });
  expect(standingOf(easy)).toBe("confirmed");
  const changes = "Data Circle → Two clouds";
  const [changed, open, ...others] = noticedIn(easy);
  expect(changed).toContain(`Changed by the learner: ${changes}`);
  expect(open).toBe(
    "Its link lets learners choose other examples: Data, Noise, Share used for training, Examples, Outliers.",
  );
  expect(others).toEqual([]);
  expect(columns.changed.text(easy)).toContain(changes);
  const [row] = parseCsvRecords(csvOf(csvRows([easy], String)).slice(1));
  expect(row?.changed).toContain(changes);
  expect(row?.["left open"]).toBe(
    "Data, Noise, Share used for training, Examples, Outliers",
  );
  const found = filterReceipts([easy, ada], { text: "two clouds", standing: "" });
  expect(names(found)).toEqual(["Eva"]);
});

test("a learner who changed nothing under whole locks leaves nothing to notice", async () => {
  const shut = `${link}&lock=data-noise-split-samples-outlier`;
  const honest = await learner("Ada", {}, shut);
  expect(noticedIn(honest)).toEqual([]);
  expect(columns.changed.text(honest)).toBe("–");
});

test("points are a column once any goal gives them", async () => {
  const worth = await learner("Ada", {}, `${link}&points=2-0.5`);
  expect(columnsOf(rows)).not.toContain("points");
  expect(columnsOf([...rows, worth])).toContain("points");
  expect(columns.points.text(worth)).toBe("2.5 of 2.5");
  expect(columns.points.text(zoe)).toBe("–");
  const [row] = parseCsvRecords(csvOf(csvRows([worth], String)).slice(1));
  expect(row).toMatchObject({ points: "2.5", "points of": "2.5" });
});

test("no cell of a CSV file begins as a formula does", () => {
  const odd = [
    "=1+1",
    "@x",
    "+x",
    "-2+3",
    "\t=1",
    "\r=1",
    "\n=1",
    "=1\n+1",
    "＝1",
    "＠x",
  ];
  const text = csvOf(odd.map((name) => ({ learner: name, why: name, testLoss: 0.5 })));
  const data = parseCsv(text.slice(1));
  expect(data.slice(1)).toEqual(odd.map((name) => [`'${name}`, `'${name}`, "0.5"]));
});

test("names with commas, quotes, line breaks and emoji come back from a CSV file", () => {
  const odd = [
    'Ada "the first"',
    "Byron, Ada",
    "two\nlines",
    "a;b",
    " spaced ",
    "王 👩‍🔬",
  ];
  const text = csvOf(odd.map((learner) => ({ learner, seed: 7 })));
  const data = parseCsv(text.slice(1));
  expect(data).toEqual([["learner", "seed"], ...odd.map((name) => [name, "7"])]);
});

test("columns that no row has are left out, and numbers keep all their digits", () => {
  const made = Date.UTC(2026, 0, 2, 3, 4, 5);
  const lines = csvOf([
    { learner: "Ada", testLoss: Math.fround(0.1), received: made },
    { learner: "Bob", testLoss: null },
  ])
    .slice(1)
    .trim()
    .split("\r\n");
  expect(lines).toEqual([
    "learner,test loss,received at (UTC)",
    "Ada,0.1,2026-01-02T03:04:05.000Z",
    "Bob,,",
  ]);
});

test("a file is named for its day", () => {
  expect(csvName("receipts", new Date(2026, 10, 3, 23, 59))).toBe(
    "receipts-2026-11-03.csv",
  );
});

test("the same weights under different names are told as a fact", async () => {
  const copied = await rowOf({ ...trainReceipt(link, "Ada"), name: "Cyril" });
  const honest = await learner("Ada");
  expect(sameWeights(rows)).toEqual([]);
  const [fact, ...others] = sameWeights([...rows, honest, copied]);
  expect(others).toEqual([]);
  expect(fact).toContain("“Ada” and “Cyril” hold the same weights.");
  expect(fact).toContain("a seed of their own");
});

test("with one seed for everyone, equal weights are explained", async () => {
  const fixed = `${link}&lock=seed`;
  const [fact] = sameWeights([
    await learner("Ada", {}, fixed),
    await learner("Bob", {}, fixed),
  ]);
  expect(fact).toContain("equal settings give equal weights by themselves");
});

test("one learner's two receipts with the same weights are nothing to tell", async () => {
  const twice = { ...trainReceipt(link, "Ada"), at: 5 };
  expect(sameWeights([await learner("Ada"), await rowOf(twice)])).toEqual([]);
});

test("what a receipt is about can be handed from a worker to its page", () => {
  const summary: ReceiptSummary = structuredClone(zoe.summary!);
  expect(summary).toEqual(zoe.summary);
  expect(summary.run).toMatch(/^\/labs\/network\?.*seed=/);
});
