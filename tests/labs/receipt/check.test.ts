import { expect, test } from "vitest";
import { type Check, checked, checking } from "@/labs/receipt/check";
import { anyReceipt } from "@/labs/receipt/findings";
import { type Opened, openReceipt, pack } from "@/labs/receipt/packed";
import { curvePasses, longestCurve, type Receipt } from "@/labs/receipt/receipt";
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
  expect(found.testLoss).toBeCloseTo(receipt.curve.at(-1)?.testLoss ?? 0, 6);
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
  const rounded = receipt.curve.map(({ pass, trainLoss, testLoss }) => ({
    pass,
    trainLoss: Math.fround(trainLoss),
    testLoss: Math.fround(testLoss),
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
});

test("a replay can be stopped, and the check says how far it came", async () => {
  const steps = checking(await opened(trainReceipt(link, "Ada")), judge, anyReceipt);
  steps.next(true);
  let step = steps.next(true);
  while (!step.done) step = steps.next(false);
  expect(step.value.verdict).toBe("unconfirmed");
  expect(step.value.decided).toMatch(/stopped after pass 1 of 40.*its losses agree/);
});

test("an earlier version of the arithmetic is not replayed", async () => {
  const old = { ...(await opened(trainReceipt(link, "Ada"))), kernel: 7 };
  const found = checked(old, judge);
  expect(found.verdict).toBe("unconfirmed");
  expect(found.decided).toContain("Not replayable");
});

for (const [lab, query] of [
  ["pictures", "layers=8&samples=100&passes=2&goal=accuracy_5"],
  ["series", "passes=5&goal=loss_50"],
  ["sound", "passes=2&goal=accuracy_1"],
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
