import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { shuffled, streamKey, streams } from "@/labs/arithmetic/random";
import { labs } from "@/labs/catalog/labs";
import { alphabet } from "@/labs/data/alphabet";
import type { DatasetName } from "@/labs/data/datasets";
import { drawPoints } from "@/labs/data/sample";
import { textOfRun } from "@/labs/data/text";
import {
  type ActivationName,
  activations,
  type BuiltInActivation,
} from "@/labs/network/activation";
import { type BuiltInLoss, type LossName, losses } from "@/labs/network/loss";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { type Notebook, type NotebookSource, notebookOf } from "@/labs/notebook/notebook";
import { base64Length, base64Of } from "@/labs/notebook/python";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { provideData } from "../provide-data";

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

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

/** The Python of each cell by its id. */
const pythonCells = (run: Run, told = about) =>
  new Map(
    cellsOf(notebookOf(run, told))
      .filter(({ cell_type }) => cell_type === "code")
      .map(({ id, source }) => [id, source.join("")]),
  );

const python = (run: Run, told = about) =>
  [...pythonCells(run, told).values()].join("\n");

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

test("a table is written to the last bit", () => {
  provideData();
  const run: Run = { ...plainRun, data: "digits", samples: 40 };
  const { examples, plan } = planOf(run);
  const text = python(run);
  expect(numbersNamed("features", text)).toEqual([...examples.features]);
  expect(numbersNamed("targets", text)).toEqual([...examples.targets]);
  expect(text).toContain(`TRAIN = ${plan.train} `);
});

test("of three sets, the notebook closes the last till its end", () => {
  provideData();
  const run: Run = { ...plainRun, data: "digits", samples: 40, validation: 0.2 };
  const cells = pythonCells(run);
  const { examples, plan, sample } = planOf(run);
  const written = numbersNamed("targets", cells.get("examples") ?? "");
  expect(written).toEqual([...examples.targets, ...(sample.closed?.targets ?? [])]);
  expect(cells.get("settings")).toContain(`OPEN = ${plan.train + plan.held} `);
  expect(cells.get("passes")).toContain("validation = loss_of(model(X[TRAIN:OPEN])");
  expect([...cells.keys()].at(-1)).toBe("test");
  expect(cells.get("test")).toContain("model(X[OPEN:])");
  expect([...pythonCells({ ...run, validation: 0 }).keys()]).not.toContain("test");
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** What a Python program prints as JSON. */
function printedBy(program: string) {
  const { stdout, stderr } = spawnSync("python3", ["-"], {
    input: program,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

/** The data whose points Python draws. */
const drawn = ["circle", "xor", "gaussian", "rare", "spiral", "arms", "hills"] as const;

test.runIf(hasPython)("Python draws the points and their order as the lab does", () => {
  const outliers = [{ x: 2.5, y: -2, target: 1 }];
  const runs = drawn.map((data, at): Run => {
    const settings = { noise: 0.3, samples: 41, split: 0.7, seed: 4294967295 - at };
    const validation = at % 2 === 0 ? 0 : 0.2;
    return { ...plainRun, ...settings, validation, data, outliers };
  });
  const programs = runs.flatMap((run) => {
    const cells = pythonCells(run);
    const drawing = cells.get("examples")?.split("\nx, y, targets =")[0];
    const shuffling = cells.get("order")?.split("\nclass LabOrder")[0];
    const order = '[shuffled(at, TRAIN, key_of("order", 5)) for at in range(TRAIN)]';
    const open = run.validation > 0 ? "OPEN" : "len(points)";
    const told = `all.append([TRAIN, ${open}, points, ${order}])`;
    return [cells.get("settings"), cells.get("random"), drawing, shuffling, told];
  });
  const start = "import itertools, json, math\nall = []";
  const all: [number, number, number[][], number[]][] = printedBy(
    [start, ...programs, "print(json.dumps(all))"].join("\n"),
  );
  runs.forEach((run, at) => {
    const [train, open, points, order] = all[at]!;
    const lab = drawPoints(run);
    const expected = [...lab.train, ...lab.held, ...lab.closed].map(
      ({ x, y, target }) => [x, y, target],
    );
    expect(train).toBe(lab.train.length);
    expect(open).toBe(train + lab.held.length);
    expect(points).toHaveLength(expected.length);
    points.flat().forEach((number, at) => {
      expect(number, run.data).toBeCloseTo(expected.flat()[at]!, 12);
    });
    const key = streamKey(run.seed, streams.order, 5);
    expect(order).toEqual(lab.train.map((_, place) => shuffled(place, train, key)));
  });
});

test.runIf(hasPython)("Python reads a text as it is in the lab", () => {
  provideData();
  const own = "it's the best of times, the worst. ".repeat(9);
  for (const run of [
    labs.text.start,
    { ...labs.text.start, data: "text", text: own },
  ] as const) {
    const cells = pythonCells(run);
    const [reading = ""] = (cells.get("examples") ?? "").split("places = ");
    const told = "print(json.dumps([ALPHABET, text, CONTEXT, SPLIT]))";
    const program = ["import json", cells.get("settings"), reading, told].join("\n");
    expect(printedBy(program)).toEqual([alphabet, textOfRun(run), 3, 0.8]);
  }
});

test("one's own points and typed weights are written as they were typed", () => {
  const own = [0, 1, 0, 1].map((target, at) => ({ x: at - 0.5, y: 2 * at, target }));
  const edits = [2, 5, 7, 9, 99].map((at) => ({ at, value: Math.fround(0.3) + at }));
  const run: Run = { ...plainRun, data: "own", own, layers: [3], edits };
  const text = python(run);
  for (const { x, y, target } of drawPoints({ ...run, split: 1 }).train)
    expect(text).toContain(`\n    (${x}, ${y}, ${target}),\n`);
  const typed = [...text.matchAll(/model\.layers\[(\d)\]\.(\S.*) = (\S+)$/gm)];
  // Two inputs, three neurons, one output: a weight's first place is that of its neuron.
  expect(typed.map((parts) => parts.slice(1))).toEqual([
    ["0", "weight[2, 0]", String(edits[0]!.value)],
    ["0", "weight[2, 1]", String(edits[1]!.value)],
    ["0", "bias[1]", String(edits[2]!.value)],
    ["1", "weight[0, 0]", String(edits[3]!.value)],
  ]);
});

test("whatever the settings say, nothing else in a notebook depends on it", () => {
  const numbers: Partial<Run> = {
    ...{ seed: 8, samples: 120, noise: 0.4, split: 0.8, layers: [3, 4, 5] },
    ...{ rate: 0.2, batch: 9, passes: 40, decay: 0.3, drop: 0.6 },
  };
  for (const data of drawn) {
    for (const regularization of ["none", "l1", "l2"] as const) {
      const run: Run = { ...plainRun, data, regularization, drop: 0.1 };
      const one = pythonCells(run);
      const other = pythonCells({ ...run, ...numbers });
      const differing = [...one.keys()].filter((id) => one.get(id) !== other.get(id));
      expect(differing).toEqual(["settings"]);
    }
  }
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

test("the table and the code name the batch that is trained", () => {
  const run: Run = { ...plainRun, samples: 60, batch: 1000 };
  const text = cellsOf(notebookOf(run, about))[0]?.source.join("");
  expect(text).toContain("| Batch size | 30 |");
  expect(python(run)).toContain("BATCH = 30 ");
});

test("a setting that the run does not use has no code", () => {
  const text = python({ ...plainRun, layers: [], drop: 0.5 });
  expect(text).not.toContain("DECAY");
  expect(text).not.toContain("DROP");
  expect(text).not.toContain("dropout");
  expect(text).toContain("HIDDEN = []");
});

test("what PyTorch has is PyTorch's, and all else is printed from its formula", () => {
  const activation = (name: ActivationName) =>
    /ACTIVATIONS = \[(.*)\]/.exec(python({ ...plainRun, activations: [name] }))?.[1];
  const own = [
    "=z * sigmoid(z)",
    "=max(0, z)",
    "=z > 0 ? 1 : 0",
    "=sqrt(4) * z",
  ] as const;
  expect([...namesOf<BuiltInActivation>(activations), ...own].map(activation)).toEqual([
    ...["nn.Identity()", "nn.ReLU()", "nn.LeakyReLU(0.1)", "nn.Tanh()", "nn.Sigmoid()"],
    ...["nn.ELU()", "nn.Softplus()", "torch.sin"],
    ...["lambda z: z * torch.sigmoid(z)", "nn.ReLU()"],
    ...["lambda z: torch.where(z > 0, 1.0, 0.0) + 0 * z", "lambda z: 2 * z"],
  ]);
  const loss = (name: LossName, data: DatasetName = "arms") => {
    const cell = pythonCells({ ...plainRun, data, loss: name }).get("loss") ?? "";
    return /^ {4}(?:loss =|return) (.*)/m.exec(cell)?.[1];
  };
  const criterion = (name: LossName) =>
    /criterion = (.*)/.exec(python({ ...plainRun, data: "arms", loss: name }))?.[1];
  expect(namesOf<BuiltInLoss>(losses).map(criterion)).toEqual([
    ...["MSELoss", "L1Loss", "HuberLoss", "BCEWithLogitsLoss"].map(
      (module) => `nn.${module}(reduction="none")`,
    ),
    ...["nn.CrossEntropyLoss()", undefined],
  ]);
  expect(loss("squared")).toBe("criterion(s, t)");
  expect(loss("crossentropy", "circle")).toBe("criterion(s, (t + 1) / 2)");
  expect(loss("hinge")).toBe("torch.relu(1 - t * s)");
  expect(loss("=log(1 + abs(s - t))")).toBe("torch.log(1 + torch.abs(s - t))");
  const run: Run = { ...plainRun, loss: "=log(1 + abs(s - t))" };
  const title = cellsOf(notebookOf(run, about))[0]?.source.join("");
  expect(title).toContain("| Loss | log(1 + abs(s - t)) |");
  const starred: Run = { ...plainRun, activations: ["=z * sigmoid(2 * z)"] };
  expect(cellsOf(notebookOf(starred, about))[0]?.source.join("")).toContain(
    "| Activation | `z * sigmoid(2 * z)` |",
  );
  const optimizer = (name: OptimizerName) =>
    /torch\.optim\.(.*)/.exec(python({ ...plainRun, optimizer: name }))?.[1];
  expect(namesOf<OptimizerName>(optimizers).map(optimizer)).toEqual([
    ...["SGD(parameters, lr=RATE)", "SGD(parameters, lr=RATE, momentum=0.9)"],
    "RMSprop(parameters, lr=RATE, alpha=0.9, eps=1e-7)",
    "Adam(parameters, lr=RATE, betas=(0.9, 0.999), eps=1e-7)",
  ]);
  // Too small a constant shows in no curve, so each is looked for in the lab's formulas.
  for (const name of namesOf<OptimizerName>(optimizers)) {
    const written = JSON.stringify(optimizers[name]);
    for (const [number] of optimizer(name)?.matchAll(/\d[\d.e-]*/g) ?? [])
      expect(written).toContain(number);
  }
});

test("cross-entropy is PyTorch's only where all targets are −1 or +1", () => {
  const outliers = [{ x: 1, y: 2, target: 2.5 }];
  const text = python({ ...plainRun, loss: "crossentropy", outliers });
  expect(text).toContain("loss = F.softplus(-t * s)");
  expect(text).not.toContain("criterion");
});

test("L2 is PyTorch's weight decay, and L1 stands in the loss of a step", () => {
  const l2 = python({ ...plainRun, regularization: "l2" });
  expect(l2).toContain('{"params": weights, "weight_decay": DECAY}, {"params": biases}');
  const l1 = python({ ...plainRun, regularization: "l1" });
  expect(l1).toContain("DECAY * sum(torch.sum(torch.abs(w)) for w in weights)");
  expect(l1).toContain("loss = loss_of(model(x), t) + penalty()");
});

test("the lab's curve goes with it, thinned to what can be compared", () => {
  const passes = Array.from({ length: 1001 }, (_, pass) => ({
    pass,
    trainLoss: 1 / (pass + 1),
    heldLoss: 2 / (pass + 1),
  }));
  const text = python(plainRun, { ...about, seen: passes });
  const rows = [...text.matchAll(/^ {4}\((\d+), ([\d.e-]+), ([\d.e-]+)\),$/gm)];
  expect(rows.length).toBeLessThanOrEqual(200);
  expect(rows[0]?.slice(1)).toEqual(["0", "1", "2"]);
  expect(rows.at(-1)?.slice(1)).toEqual(["1000", "0.000999000999", "0.001998002"]);
  const all = python(plainRun, { ...about, seen: passes.slice(0, 4) });
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
  provideData();
  const large = notebookOf({ ...plainRun, data: "digits", samples: 500 }, about, 51_000);
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
