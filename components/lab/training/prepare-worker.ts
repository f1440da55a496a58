// Works out what the views of a lab are about to draw, so that the page need not.
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { testAnswers } from "@/labs/training/score";
import { type PackedMaps, packMaps } from "../plane/known-maps";

/** What is asked of a network; `tested` are the test examples that it is to answer. */
export type Ask = {
  run: Run;
  weights: Float32Array;
  maps: boolean;
  tested: { features: Float32Array; targets: Float32Array } | null;
};

/** The answer to the `Ask` before it; null where that was not asked for. */
export type Answer = {
  maps: PackedMaps | null;
  answers: ReturnType<typeof testAnswers> | null;
};

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  const { run, weights, maps, tested } = data;
  const plan = { network: networkOf(run), train: 0 };
  const answer: Answer = {
    maps: maps ? packMaps(run, weights) : null,
    answers: tested && testAnswers(plan, tested, weights),
  };
  const { buffer: values } = answer.maps?.values ?? {};
  const { buffer: pixels } = answer.maps?.pixels ?? {};
  const given = [values, pixels].filter((one) => one !== undefined);
  self.postMessage(answer, { transfer: given });
});
