// Receipts as they were once handed out: each opens, says the same, and is judged the same.

import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { judgedAnswer } from "@/content/quiz/question";
import { checked } from "@/labs/receipt/check";
import { openReceipt, pack } from "@/labs/receipt/packed";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { createTraining } from "@/labs/training/loops";
import type { Pass } from "@/labs/training/training";
import { provideData } from "../labs/provide-data";
import { trainReceipt } from "../labs/receipt/train-receipt";
import keptOfSecond from "./compiled-receipts.json";
import bitsOfFirst from "./loops.json";
import kept from "./receipts.json";

type KeptReceipt = {
  says: string;
  /** The link that the learner was given. */
  asks: string;
  /** What the learner set otherwise. */
  set?: Partial<Run>;
  /** Whether it is just what such a learner's training makes. */
  whole: boolean;
  packed: string;
  receipt: {
    name: string;
    weights: number;
    weightBits: string;
    curve: number;
    curveBits: string;
  };
  /** What differs from the assignment's run. */
  run: object;
  check: {
    verdict: string;
    replayed: string;
    findings: readonly { about: string; verdict: string; says: string }[];
  };
};

/** What an assignment asks, of whom, and what they set otherwise. */
type Whose = { asks: string; set?: Partial<Run>; name: string };

provideData();
const receipts = kept.receipts as readonly KeptReceipt[];
/** As the version of 2026-11-29 made them, the first to train with compiled programs. */
const compiled = keptOfSecond as readonly (Whose & { packed: string })[];
const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);
const judge = (id: string, text: string) => judgedAnswer(questions, id, text);

const bitsOf = (part: string | Float32Array) =>
  createHash("sha256")
    .update(
      typeof part === "string"
        ? part
        : Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    )
    .digest("hex")
    .slice(0, 24);

const gpuMet = "Trained on the GPU (WebGPU): met, trained on the GPU (WebGPU).";
const gpuSays = "Trained on the GPU (WebGPU): as it says; no receipt can prove it.";

/** That a GPU trained it was once taken for true, and is now taken as said. */
function judgedNow(check: KeptReceipt["check"]) {
  const asSaid = check.findings.map((finding) =>
    isGpuMet(finding) ? { ...finding, verdict: "unsure", says: gpuSays } : finding,
  );
  const was = check.verdict === "confirmed" && check.findings.some(isGpuMet);
  const now = was ? { verdict: "unconfirmed", decided: gpuSays } : {};
  return { ...check, ...now, findings: asSaid };
}

const isGpuMet = ({ says }: { says: string }) => says === gpuMet;

/** The bits of a curve under the names that its losses had when it was kept. */
const curveBits = (curve: readonly Pass[]) =>
  bitsOf(
    JSON.stringify(
      curve.map(({ pass, trainLoss, heldLoss }) => ({
        ...{ pass, trainLoss },
        testLoss: heldLoss,
      })),
    ),
  );

/** How well it is pressed is the browser's affair. */
const unpressed = (packed: string) => inflateSync(Buffer.from(packed, "base64url"));

test.each(receipts)("$says: $asks", async ({ packed, receipt, run, check }) => {
  const opened = await openReceipt(packed);
  if ("problem" in opened) throw new Error(opened.problem);
  const { weights, curve, version, kernel, ...rest } = opened.receipt;
  expect([version, kernel]).toEqual([1, 1]);
  expect({
    ...rest,
    weights: weights.length,
    weightBits: bitsOf(weights),
    curve: curve.length,
    curveBits: curveBits(curve),
  }).toEqual(receipt);
  expect(opened.run).toEqual({ ...opened.assignment.run, ...run });
  const { verdict, decided, findings, ...seen } = checked(opened, judge);
  const { testLoss, accuracy, replayed } = seen;
  const judged = { verdict, decided, findings, testLoss, accuracy };
  expect({ ...judged, replayed: curveBits(replayed) }).toEqual(judgedNow(check));
  expect(unpressed(await pack(opened.receipt))).toEqual(unpressed(packed));
});

test.each(receipts.filter(({ whole }) => whole))(
  "work that was kept makes the same receipt: $asks",
  async ({ asks, set, packed, receipt }) => {
    const again = await pack(
      trainReceipt(asks, { name: receipt.name, former: true }, set, 1),
    );
    expect(unpressed(again)).toEqual(unpressed(packed));
  },
);

test.each(kept.problems)(
  "what was no receipt is none: $problem",
  async ({ text, problem }) => {
    expect(await openReceipt(text)).toEqual({ problem });
  },
);

test.each(Object.entries(bitsOfFirst))(
  "the first arithmetic gives the bits that it gave: %s",
  (link, bits) => {
    const { run, refused } = parseRun(link, plainRun);
    expect(refused).toEqual([]);
    const { plan, examples, state } = planOf(run);
    const curve = new Float32Array(2 * run.passes);
    createTraining(plan, examples).train(state, 1, run.passes, curve);
    expect(bitsOf(Float32Array.of(...state, ...curve))).toBe(bits);
  },
);

test.each(compiled)(
  "the second arithmetic gives the bits that it gave: $asks",
  async ({ asks, set, name, packed }) => {
    const opened = await openReceipt(packed);
    if ("problem" in opened) throw new Error(opened.problem);
    expect(opened.receipt.kernel).toBe(2);
    expect(checked(opened, judge).findings).toContainEqual({
      about: "replay",
      verdict: "good",
      says: "Replayed, identical: training it again gave the same bits.",
    });
    const again = await pack(trainReceipt(asks, { name }, set, 2));
    expect(unpressed(again)).toEqual(unpressed(packed));
  },
);
