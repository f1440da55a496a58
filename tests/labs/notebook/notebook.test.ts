import { expect, test } from "vitest";
import { type Notebook, type NotebookSource, notebookOf } from "@/labs/notebook/notebook";
import { base64Length, base64Of } from "@/labs/notebook/python";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { provideData } from "../provide-data";

const about: NotebookSource = {
  link: "https://a.b/labs/dsvm?seed=7",
  seen: null,
  diverged: false,
};

type Cell = { cell_type: string; id: string; source: string[]; outputs?: unknown[] };

function cellsOf(made: Notebook): Cell[] {
  if ("refused" in made) throw new Error(made.refused);
  const { cells }: { cells: Cell[] } = JSON.parse(made.text);
  return cells;
}

const python = (run: Run, told = about) =>
  cellsOf(notebookOf(run, told))
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => source.join(""))
    .join("\n");

/** The numbers that a name stands for in the Python text. */
function numbersNamed(name: string, text: string): number[] {
  const base64 = new RegExp(`${name} = numbers\\("""([^"]*)"""`).exec(text)?.[1] ?? "";
  const bytes = Buffer.from(base64, "base64");
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(4 * at));
}

test("base64 is that of Node, in lines of a thousand characters", () => {
  for (const count of [0, 1, 2, 3, 250, 251, 1000]) {
    const numbers = Float32Array.from({ length: count }, (_, at) => Math.fround(at / 7));
    const text = base64Of(numbers);
    expect(text.replaceAll("\n", "")).toBe(
      Buffer.from(numbers.buffer).toString("base64"),
    );
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(1001);
    expect(base64Length(count)).toBe(text.replaceAll("\n", "").length);
  }
});

test("a notebook holds the examples and the first weights to the last bit", () => {
  const run: Run = {
    ...plainRun,
    data: "arms",
    noise: 0.2,
    layers: [5, 3],
    edits: [{ at: 2, value: Math.fround(0.3) }],
  };
  const { examples, state, plan } = planOf(run);
  const text = python(run);
  expect(numbersNamed("features", text)).toEqual([...examples.features]);
  expect(numbersNamed("targets", text)).toEqual([...examples.targets]);
  expect(numbersNamed("start", text)).toEqual([...state.slice(0, plan.network.size)]);
  expect(numbersNamed("start", text)[2]).toBe(Math.fround(0.3));
});

test("it is Jupyter's format 4.5: kernel python3, cells with ids of their own, no outputs", () => {
  const made = notebookOf(plainRun, about);
  if ("refused" in made) throw new Error(made.refused);
  const { nbformat, nbformat_minor, metadata, cells } = JSON.parse(made.text);
  expect([nbformat, nbformat_minor]).toEqual([4, 5]);
  expect(metadata.kernelspec.name).toBe("python3");
  const ids = cells.map(({ id }: Cell) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  for (const { cell_type, outputs } of cells) {
    expect(outputs).toEqual(cell_type === "code" ? [] : undefined);
  }
});

test("it names its link, its seed and its settings", () => {
  const run: Run = { ...plainRun, seed: 4294967295, rate: 0.00001, drop: 0.2, batch: 7 };
  const cells = cellsOf(notebookOf(run, about));
  const title = cells[0]?.source.join("");
  expect(title).toContain("<https://a.b/labs/dsvm?seed=7>");
  expect(title).toContain("| Seed | 4294967295 |");
  expect(title).toContain("| Activation | Tanh |");
  expect(title).toContain("| Inputs | x, y |");
  const text = python(run);
  for (const line of ["SEED = 4294967295", "RATE = 0.00001", "BATCH = 7", "DROP = 0.2"]) {
    expect(text).toContain(line);
  }
});

test("a setting that the run does not use has no code", () => {
  const text = python({ ...plainRun, layers: [], drop: 0.5 });
  expect(text).not.toContain("DECAY");
  expect(text).not.toContain("kept_of");
  expect(text).toContain("ACTIVATIONS = []");
  expect(python({ ...plainRun, regularization: "l1" })).toContain(
    "DECAY * sum(torch.sum(torch.abs(w)) for w in weights)",
  );
});

test("the gradient is PyTorch's own", () => {
  expect(python(plainRun)).toContain("torch.autograd.grad(objective, tensors)");
});

test("the lab's curve goes with it, thinned to what can be compared", () => {
  const passes = Array.from({ length: 1001 }, (_, pass) => ({
    pass,
    trainLoss: 1 / (pass + 1),
    testLoss: 2 / (pass + 1),
  }));
  const text = python(plainRun, { ...about, seen: { passes } });
  const rows = [...text.matchAll(/^ {4}\((\d+), ([\d.e-]+), ([\d.e-]+)\),$/gm)];
  expect(rows.length).toBeLessThanOrEqual(200);
  expect(rows[0]?.slice(1)).toEqual(["0", "1", "2"]);
  expect(rows.at(-1)?.slice(1)).toEqual(["1000", "0.000999000999", "0.001998002"]);
  const all = python(plainRun, {
    ...about,
    seen: { passes: passes.slice(0, 4) },
  });
  expect(all.match(/^ {4}\(\d/gm)).toHaveLength(4);
  expect(python(plainRun)).not.toContain("lab = [");
});

test("equal runs give equal notebooks, others do not", () => {
  expect(notebookOf({ ...plainRun }, about)).toEqual(notebookOf(plainRun, about));
  expect(notebookOf({ ...plainRun, seed: 8 }, about)).not.toEqual(
    notebookOf(plainRun, about),
  );
});

test("a run that diverges and one that is too large are refused in a sentence", () => {
  const diverged = notebookOf(plainRun, { ...about, diverged: true });
  expect(diverged).toEqual({ refused: expect.stringMatching(/^This run diverges.*\.$/) });
  const large = notebookOf(plainRun, about, 51_000);
  expect(large).toEqual({ refused: expect.stringContaining("use fewer examples.") });
});

test("the largest run of a lab has a notebook, and its size was foreseen", () => {
  provideData();
  const run: Run = {
    ...plainRun,
    data: "digits",
    samples: 2000,
    layers: Array(6).fill(64),
  };
  const made = notebookOf(run, about);
  if ("refused" in made) throw new Error(made.refused);
  expect(made.text.length).toBeGreaterThan(500_000);
  expect(made.text.length).toBeLessThan(10_000_000);
  expect(made.name).toBe("next-pass-digits-seed-7.ipynb");
});
