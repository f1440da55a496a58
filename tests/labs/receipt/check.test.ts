import { expect, test } from "vitest";
import { type Check, checked, checking } from "@/labs/receipt/check";
import { anyReceipt } from "@/labs/receipt/findings";
import { type Opened, openReceipt, pack } from "@/labs/receipt/packed";
import { curvePasses, longestCurve, type Receipt } from "@/labs/receipt/receipt";
import type { Run } from "@/labs/run/run";
import { provideData } from "../provide-data";
import { trainReceipt } from "./train-receipt";

provideData();

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_1.5*passes_40&lock=data-noise" +
  "&samples=60&layers=3&passes=40";

const judge = () => "unknown" as const;

async function opened(receipt: Receipt): Promise<Opened> {
  const found = await openReceipt(await pack(receipt));
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

const check = async (receipt: Receipt) => checked(await opened(receipt), judge);

const sayings = ({ findings }: Check) => findings.map(({ says }) => says).join("\n");

test("an honest receipt is confirmed, line by line", async () => {
  const receipt = trainReceipt(link, "Ada Lovelace");
  const found = await check(receipt);
  expect(found.verdict).toBe("confirmed");
  expect(found.decided).toBe(
    "Replayed, identical: training it again gave the same bits.",
  );
  expect(found.findings.every(({ verdict }) => verdict === "good")).toBe(true);
  expect(found.findings.map(({ about, says }) => `${about}: ${says}`)).toEqual([
    `seed: The seed ${receipt.seed} is the one that the name “Ada Lovelace” has in this assignment.`,
    "settings: Every locked setting is as the assignment has it.",
    "curve: The curve gives the losses at 41 passes, from 0 to 40.",
    "weights: The weights, evaluated here, give the losses at the end of the curve.",
    expect.stringMatching(/^goal: Test loss below 1\.5: met, test loss [01]\.\d+\.$/),
    "goal: Passes, at most 40: met, 40 passes.",
    "replay: Replayed, identical: training it again gave the same bits.",
  ]);
  expect(found.replayed).toHaveLength(41);
  expect(found.accuracy).toBeGreaterThan(0.4);
  expect(found.testLoss).toBeCloseTo(receipt.curve.at(-1)?.heldLoss ?? 0, 6);
});

test.each([0, 1, 2, 46, 47, 48, 100, 100_000])(
  "of %i passes the curve has the first, the last and some between",
  (last) => {
    const passes = curvePasses(last);
    expect(passes).toHaveLength(Math.min(last + 1, longestCurve));
    expect([passes[0], passes.at(-1)]).toEqual([0, last]);
    expect(new Set(passes.toSorted((one, other) => one - other))).toEqual(
      new Set(passes),
    );
    expect(passes.every(Number.isInteger)).toBe(true);
  },
);

test("a receipt keeps all it holds through packing", async () => {
  const receipt = trainReceipt(link, "Zoë 王 👩‍🔬");
  const { receipt: read } = await opened(receipt);
  const rounded = receipt.curve.map(({ pass, trainLoss, heldLoss }) => ({
    pass,
    trainLoss: Math.fround(trainLoss),
    heldLoss: Math.fround(heldLoss),
  }));
  expect(read).toEqual({ ...receipt, curve: rounded });
});

test("every learner has other data and other weights", () => {
  const [one, other] = [trainReceipt(link, "Ada"), trainReceipt(link, "Bob")];
  expect(one.seed).not.toBe(other.seed);
  expect(one.weights).not.toEqual(other.weights);
});

test("a goal that is not met is told, and nothing else is held against it", async () => {
  const hard = link.replace("loss_1.5", "loss_0.00002");
  const found = await check(trainReceipt(hard, "Ada"));
  expect(found.verdict).toBe("not met");
  expect(found.decided).toMatch(/^Test loss below 0.00002: not met, test loss 0\./);
});

test("another learner's weights under an own name are caught", async () => {
  const found = await check({ ...trainReceipt(link, "Ada"), name: "Bob" });
  expect(found.verdict).toBe("contradicted");
  expect(found.decided).toContain("“Bob”");
});

test("another learner's weights with the own seed are caught by the replay", async () => {
  const { weights, curve } = trainReceipt(link, "Ada");
  const found = await check({ ...trainReceipt(link, "Bob"), weights, curve });
  expect(found.verdict).toBe("contradicted");
});

test("weights that were trained longer than the receipt says are caught", async () => {
  const { weights, curve } = trainReceipt(link, "Ada", { passes: 80 });
  const short = trainReceipt(link, "Ada");
  const told = [...short.curve.slice(0, -1), { ...curve.at(-1)!, pass: 40 }];
  const found = await check({ ...short, weights, curve: told });
  expect(found.verdict).toBe("contradicted");
  expect(sayings(found)).toContain("Replayed, and it differs");
});

test("a locked setting that was changed is named", async () => {
  const found = await check(trainReceipt(link, "Ada", { noise: 0.1 }));
  expect(found.verdict).toBe("contradicted");
  expect(found.decided).toBe("Locked settings were changed: Noise.");
});

test("another learner's weights, typed and trained for one pass, are caught", async () => {
  const friend = trainReceipt(link, "Bob");
  const edits = [...friend.weights].map((value, at) => ({ at, value }));
  const found = await check(trainReceipt(link, "Ada", { edits, passes: 1 }));
  expect(found.verdict).toBe("contradicted");
  expect(found.decided).toBe("Locked settings were changed: Typed weights.");
});

test("an unlocked setting may be changed", async () => {
  const receipt = trainReceipt(link, "Ada", { layers: [4, 2], rate: 0.1, passes: 30 });
  expect((await check(receipt)).verdict).toBe("confirmed");
});

test("hidden neurons count over all layers, and numbers have no accuracy", async () => {
  const few = link.replace("passes_40", "neurons_5");
  const found = await check(trainReceipt(few, "Ada", { layers: [4, 2] }));
  expect(found.decided).toBe("Hidden neurons, at most 5: not met, 6 hidden neurons.");
  const series = "/labs/series?assignment=1&device=cpu&passes=5&goal=loss_50";
  expect((await check(trainReceipt(series, "Ada"))).accuracy).toBe(null);
});

test("too many passes are a goal not met", async () => {
  const found = await check(trainReceipt(link, "Ada", { passes: 41 }));
  expect(found.verdict).toBe("not met");
  expect(found.decided).toBe("Passes, at most 40: not met, 41 passes.");
});

test("one edited weight is caught, however little it was edited", async () => {
  const receipt = trainReceipt(link, "Ada");
  for (let at = 0; at < receipt.weights.length; at += 1) {
    const weights = receipt.weights.slice();
    const bits = new Uint32Array(weights.buffer);
    bits[at] = bits[at]! ^ 1;
    const { verdict } = await check({ ...receipt, weights });
    expect(verdict, `weight ${at}`).toBe("contradicted");
  }
});

test("with one seed for everyone the check says what it cannot tell", async () => {
  const fixed = link.replace("lock=data-noise", "lock=data-noise-seed");
  const receipt = trainReceipt(fixed, "Ada");
  const found = await check({ ...receipt, name: "Bob" });
  expect(found.verdict).toBe("confirmed");
  expect(sayings(found)).toContain("the numbers alone do not tell who trained");
});

const onGpu = { kind: "webgpu", name: "A GPU" } as const;

function rounded(receipt: Receipt, share: number): Receipt {
  const far = (value: number, at: number) => value * (1 + share * (at % 2 ? 1 : -1));
  return { ...receipt, device: onGpu, weights: receipt.weights.map(far) };
}

/** What decided, as the report has it. */
const decision = ({ findings, decided }: Check) => {
  const found = findings.find(({ says }) => says === decided);
  return found && `${found.about} is ${found.verdict}: ${decided}`;
};

test.each<[string, (receipt: Receipt) => Float32Array]>([
  ["one more", ({ weights }) => Float32Array.from([...weights, 0])],
  ["one less", ({ weights }) => weights.slice(1)],
  ["one that is no number", ({ weights }) => weights.with(3, Number.NaN)],
])("weights that fit no network are told: %s", async (_, weightsOf) => {
  const receipt = trainReceipt(link, "Ada");
  const weights = weightsOf(receipt);
  const found = await check({ ...receipt, weights });
  expect(decision(found)).toBe(
    `weights is bad: The receipt’s ${weights.length} weights do not fit the run’s network of 13, or are no numbers.`,
  );
  expect(found).toMatchObject({
    ...{ verdict: "contradicted", met: [false, false] },
    ...{ testLoss: null, accuracy: null, replayed: [] },
  });
});

const told = (
  receipt: Receipt,
  at: number,
  change: Partial<Receipt["curve"][number]>,
) => ({
  ...receipt,
  curve: receipt.curve.with(at, { ...receipt.curve.at(at)!, ...change }),
});

test("the losses at the end are those of the weights to the last bit", async () => {
  const receipt = trainReceipt(link, "Ada");
  const { trainLoss, heldLoss } = receipt.curve.at(-1)!;
  for (const change of [
    { trainLoss: trainLoss * (1 + 2e-7) },
    { heldLoss: heldLoss * (1 + 2e-7) },
  ]) {
    expect(decision(await check(told(receipt, -1, change)))).toBe(
      "weights is bad: The weights, evaluated here, do not give the losses at the end of the curve.",
    );
  }
});

test("a GPU's losses at the end are those of its weights within a thousandth", async () => {
  const receipt: Receipt = { ...trainReceipt(link, "Ada"), device: onGpu };
  const { trainLoss, heldLoss } = receipt.curve.at(-1)!;
  expect(trainLoss).toBeLessThan(0.8);
  const near = await check(told(receipt, -1, { trainLoss: trainLoss * 1.0005 }));
  expect(near.verdict).toBe("confirmed");
  for (const change of [
    { trainLoss: trainLoss * 1.0012 },
    { heldLoss: heldLoss * 1.002 },
  ]) {
    const far = await check(told(receipt, -1, change));
    expect(decision(far)).toContain(
      "weights is bad: The weights, evaluated here, do not",
    );
  }
});

test("a curve tells the passes that it must, and losses that are numbers", async () => {
  const receipt = trainReceipt(link, "Ada");
  const { curve } = receipt;
  for (const changed of [
    { ...receipt, curve: curve.toSpliced(5, 1) },
    { ...receipt, curve: [...curve.slice(0, 5), ...curve.slice(4)] },
    told(receipt, 5, { pass: 6 }),
    told(receipt, 5, { trainLoss: Number.NaN }),
    told(receipt, 5, { heldLoss: Number.POSITIVE_INFINITY }),
  ]) {
    expect(decision(await check(changed))).toBe(
      "curve is bad: The curve does not give the losses from pass 0 to 40 as the site writes them.",
    );
  }
});

test("fewer test examples than the assignment's count where they are ten or more", async () => {
  const many = link.replace("samples=60", "samples=300");
  const twenty = { samples: 20, split: 0.5 };
  expect((await check(trainReceipt(many, "Ada", twenty))).verdict).toBe("confirmed");
  const nine = await check(trainReceipt(many, "Ada", { ...twenty, split: 0.55 }));
  expect(decision(nine)).toMatch(/^goal is unsure: .*but on 9 test examples, fewer than/);
});

test("which of two devices trained it matters where a goal asks for a GPU alone", async () => {
  const cannotTell = "which of them did cannot be told";
  const onCpu = link.replace("passes_40", "passes_40*device_cpu");
  const found = await check(trainReceipt(onCpu, "Ada"));
  expect(found.verdict).toBe("confirmed");
  expect(sayings(found)).toContain("met, trained on the CPU");
  for (const asked of [link, onCpu]) {
    const said = await check({ ...trainReceipt(asked, "Ada"), device: onGpu });
    expect(sayings(said)).not.toContain(cannotTell);
  }
  const gpu = trainReceipt(link.replace("passes_40", "device_webgpu"), "Ada");
  expect(sayings(await check(gpu))).not.toContain(cannotTell);
  const steps = checking(await opened({ ...gpu, device: onGpu }), judge, anyReceipt);
  steps.next(true);
  const { value } = steps.next(false);
  expect(sayings(value as Check)).toContain("its losses agree");
  expect(sayings(value as Check)).not.toContain(cannotTell);
});

test("a goal on a GPU's weights is met where both they and the replay meet it", async () => {
  const receipt = trainReceipt(link, "Ada");
  for (const share of [1e-4, -1e-4]) {
    const made = rounded(receipt, share);
    const own = (await check(made)).testLoss ?? 0;
    const replay = (await check(receipt)).testLoss ?? 0;
    const goal = { kind: "loss", bound: (own + replay) / 2 } as const;
    const { assignment, ...rest } = await opened(made);
    const asked = { ...rest, assignment: { ...assignment, goals: [goal] } };
    const found = checked(asked, judge);
    expect([found.verdict, found.met]).toEqual([
      own < replay ? "unconfirmed" : "not met",
      [false],
    ]);
  }
});

test("a drifted GPU's run keeps the goals that its own weights meet", async () => {
  const honest = trainReceipt(link, "Ada");
  const { weights, curve } = trainReceipt(link, "Ada", { rate: 0.06 });
  const { assignment, ...rest } = await opened({
    ...honest,
    device: onGpu,
    weights,
    curve,
  });
  const losses = [curve, honest.curve].map((one) => one.at(-1)?.heldLoss ?? 0);
  expect(losses[0]).toBeLessThan(losses[1] ?? 0);
  const bound = ((losses[0] ?? 0) + (losses[1] ?? 0)) / 2;
  const goals = [{ kind: "loss", bound } as const];
  const found = checked({ ...rest, assignment: { ...assignment, goals } }, judge);
  expect(found).toMatchObject({ verdict: "unconfirmed", met: [true] });
  expect(sayings(found)).not.toContain("the replay does not meet it");
});

test("a GPU's rounding agrees within a share that is told", async () => {
  const found = await check(rounded(trainReceipt(link, "Ada"), 1e-6));
  expect(found.verdict).toBe("confirmed");
  expect(sayings(found)).toMatch(/Replayed, agrees within 0\.000\d+ %/);
});

test("a GPU's curve and weights that do not fit each other are caught", async () => {
  const found = await check(rounded(trainReceipt(link, "Ada"), 0.05));
  expect(found.verdict).toBe("contradicted");
  expect(found.decided).toContain("do not give the losses");
});

test("a GPU's run that drifted is not confirmed, and not accused", async () => {
  const { weights, curve } = trainReceipt(link, "Ada", { rate: 0.031 });
  const found = await check({
    ...trainReceipt(link, "Ada"),
    device: onGpu,
    weights,
    curve,
  });
  expect(found.verdict).toBe("unconfirmed");
  expect(found.decided).toContain("Training it once more on the CPU would tell.");
});

test("a CPU's bits do not prove that a GPU was used where one is asked for", async () => {
  const asked = link.replace("passes_40", "passes_40*device_webgpu");
  const receipt = trainReceipt(asked, "Ada");
  expect((await check(receipt)).verdict).toBe("not met");
  const said = await check({ ...receipt, device: onGpu });
  expect(said.verdict).toBe("unconfirmed");
  expect(said.decided).toContain("as it says; no receipt can prove it");
  expect(said.met).toEqual([true, true, true]);
  expect(sayings(said)).toContain("which of them did cannot be told");
});

test("questions asked must have been answered, and wrong answers are told", async () => {
  const asked = link.replace("passes_40", "answer_what-is-a-pass");
  const receipt = trainReceipt(asked, "Ada");
  expect((await check(receipt)).decided).toMatch(/what-is-a-pass: not met/);
  const answers = [{ question: "what-is-a-pass", answer: "1" }];
  const given = await opened({ ...receipt, answers });
  const wrong = checked(given, () => "wrong");
  expect(wrong.verdict).toBe("confirmed");
  expect(sayings(wrong)).toContain("“what-is-a-pass”: answered wrongly");
  expect(checked(given, judge).verdict).toBe("not met");
  expect(checked(given, judge).findings).toContainEqual({
    ...{ about: "answer", verdict: "unsure" },
    says: "The course has no question “what-is-a-pass” to judge the answer by.",
  });
  const others = [{ question: "not-asked", answer: "1" }, ...answers];
  const more = checked(await opened({ ...receipt, answers: others }), () => "wrong");
  expect(sayings(more)).not.toContain("not-asked");
});

test("a replay can be stopped, and the check says how far it came", async () => {
  const steps = checking(await opened(trainReceipt(link, "Ada")), judge, anyReceipt);
  steps.next(true);
  let step = steps.next(true);
  while (!step.done) step = steps.next(false);
  expect(step.value.verdict).toBe("unconfirmed");
  expect(step.value.decided).toMatch(/stopped after pass 1 of 40.*its losses agree/);
});

test.each([1, 2])(
  "a receipt of arithmetic %i is replayed by it, bit by bit",
  async (kernel) => {
    const receipt = trainReceipt(link, "Ada", {}, kernel);
    const found = await check(receipt);
    expect(found.verdict).toBe("confirmed");
    expect(sayings(found)).toContain("Replayed, identical");
    const bits = new Uint32Array(receipt.weights.slice().buffer);
    bits[5] = bits[5]! ^ 1;
    const bent = await check({ ...receipt, weights: new Float32Array(bits.buffer) });
    expect(bent.verdict).toBe("contradicted");
    const other = await check({ ...receipt, kernel: 3 - kernel });
    expect(other.verdict).toBe("contradicted");
  },
);

test("a formula of the learner's own is replayed, and no first arithmetic had any", async () => {
  const own: Partial<Run> = {
    activations: ["=z * sigmoid(z)"],
    loss: "=log1p((s - t)^2)",
  };
  const found = await check(trainReceipt(link, "Ada", own));
  expect(found.verdict).toBe("confirmed");
  expect(sayings(found)).toContain("Replayed, identical");
  expect(found.changed).toContain("Activation Tanh → z * sigmoid(z)");
  const former = await check(trainReceipt(link, "Ada", own, 1));
  expect(former.verdict).toBe("contradicted");
  expect(sayings(former)).toContain("an arithmetic trained it which had none");
});

test("a later version of the arithmetic is not replayed", async () => {
  const found = await check({ ...trainReceipt(link, "Ada"), kernel: 7 });
  expect(found.verdict).toBe("unconfirmed");
  expect(found.decided).toContain("Not replayable");
});

for (const [lab, query] of [
  ["pictures", "layers=8&samples=100&passes=2&goal=accuracy_5"],
  ["series", "passes=5&goal=loss_50"],
  ["sound", "passes=2&goal=accuracy_1"],
  ["text", "layers=8&batch=200&passes=2&goal=loss_3"],
  [
    "text",
    `data=text&text=${"it-was-the-best-of-times_".repeat(9)}&passes=2&goal=loss_4`,
  ],
  ["features", "passes=20&goal=accuracy_20"],
  ["loss", "passes=10&goal=loss_10"],
  ["one-pass", "passes=1&goal=loss_10"],
  ["network", "data=spiral&layers=8-8&act=relu&opt=adam&drop=0.2&passes=9&goal=loss_9"],
]) {
  test(`a receipt of the lab ${lab} is confirmed`, async () => {
    const of = `/labs/${lab}?assignment=1&device=cpu&${query}`;
    expect((await check(trainReceipt(of, "Ada"))).verdict).toBe("confirmed");
  });
}
