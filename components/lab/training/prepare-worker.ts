// Works out what the views of a lab are about to draw, so that the page need not.
import type { Rows } from "@/labs/data/dataset";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { answersTo } from "@/labs/training/score";
import { type PackedMaps, packMaps } from "../plane/known-maps";

/** What is asked of a network; `asked` are the held examples that it is to answer. */
export type Ask = {
  run: Run;
  weights: Float32Array;
  maps: boolean;
  asked: Rows | null;
};

/** The answer to the `Ask` before it; null where that was not asked for. */
export type Answer = {
  maps: PackedMaps | null;
  answers: ReturnType<typeof answersTo> | null;
};

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  const { run, weights, maps, asked } = data;
  const answer: Answer = {
    maps: maps ? packMaps(run, weights) : null,
    answers: asked && answersTo(asked, networkOf(run), weights),
  };
  const { buffer: values } = answer.maps?.values ?? {};
  const { buffer: pixels } = answer.maps?.pixels ?? {};
  const given = [values, pixels].filter((one) => one !== undefined);
  self.postMessage(answer, { transfer: given });
});
