// Receipts of another learner's run, and of numbers that were bent as far as they go.
import { expect, test } from "vitest";
import { attemptOf } from "@/labs/assignment/attempt";
import { seedFor } from "@/labs/assignment/learner-start";
import { checked } from "@/labs/receipt/check";
import type { Expected } from "@/labs/receipt/findings";
import { openReceipt, pack } from "@/labs/receipt/packed";
import type { Receipt } from "@/labs/receipt/receipt";
import { assignmentOf, trainReceipt } from "./train-receipt";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_3*neurons_4&lock=data-noise" +
  "&samples=60&layers=3&passes=40";

const onGpu = { kind: "webgpu", name: "A GPU" } as const;

async function checkOf(receipt: Receipt, expected?: Expected) {
  const opened = await openReceipt(await pack(receipt));
  if ("problem" in opened) {
    return { verdict: "refused", decided: opened.problem, findings: [] };
  }
  return checked(opened, () => "unknown", expected);
}

test.each(["", "lr=0.1&"])("no run brings a seed of its own: %sseed=…", async (set) => {
  const rate = set ? 0.1 : 0.03;
  const friend = trainReceipt(link, "Bob", { rate });
  const seed = seedFor(assignmentOf(link), { name: "Ada" });
  expect((await checkOf(friend)).verdict).toBe("confirmed");
  for (const run of [`${set}seed=${friend.seed}`, `seed=${friend.seed}`]) {
    const passedOn = { ...friend, name: "Ada", seed, run };
    expect((await checkOf(passedOn)).verdict).toBe("refused");
  }
});

/** The receipt, as of a GPU, its weights bent within a GPU's rounding to lose less. */
function bent(receipt: Receipt): Receipt & { loss: number } {
  const own = { ...assignmentOf(receipt.link).run, seed: receipt.seed };
  const weights = receipt.weights.slice();
  const seen = () => attemptOf(own, weights, "webgpu", new Set());
  for (let at = 0; at < weights.length; at += 1) {
    const before = weights[at]!;
    const { heldLoss } = seen();
    for (const share of [1.009, 0.991]) {
      weights[at] = before * share;
      if (seen().heldLoss < heldLoss) break;
      weights[at] = before;
    }
  }
  const { trainLoss, heldLoss } = seen();
  const last = { ...receipt.curve.at(-1)!, trainLoss, heldLoss };
  const curve = [...receipt.curve.slice(0, -1), last];
  return { ...receipt, device: onGpu, weights, curve, loss: heldLoss };
}

test("a goal that only bent weights meet is not confirmed, and not accused", async () => {
  const lossOf = (of: Receipt) => of.curve.at(-1)!.heldLoss;
  for (let at = 0; at < 200; at += 1) {
    const plain = trainReceipt(link, `Ada ${at}`);
    const { loss, ...forged } = bent(plain);
    // Further off, the replay alone tells.
    if (loss < 0.992 * lossOf(plain) || loss >= lossOf(plain)) continue;
    const between = Number(((loss + lossOf(plain)) / 2).toFixed(5));
    const assignment = assignmentOf(link.replace("loss_3", `loss_${between}`));
    const honest = await checkOf(plain, { assignment, learner: null });
    expect(honest).toMatchObject({ verdict: "not met", met: [false, true] });
    const found = await checkOf(forged, { assignment, learner: null });
    expect(found).toMatchObject({ verdict: "unconfirmed", met: [false, true] });
    expect(found.decided).toMatch(
      /the replay does not meet it, test loss .* rounding decides/,
    );
    expect(found.findings).toContainEqual(
      expect.objectContaining({ about: "goal", verdict: "unsure", says: found.decided }),
    );
    return;
  }
  throw new Error("No goal lay in between.");
});

test("no GPU trained a run that asks for the CPU", async () => {
  const onCpu = trainReceipt(`${link}&device=cpu`, "Ada");
  expect((await checkOf(onCpu)).verdict).toBe("confirmed");
  const { verdict, findings } = await checkOf({ ...onCpu, device: onGpu });
  expect(verdict).toBe("contradicted");
  expect(findings).toContainEqual({
    ...{ about: "settings", verdict: "bad" },
    says: "Its run asks for the CPU, and it says that a GPU trained it.",
  });
});
