// All that views draw of a side: its maps, and its answers to the held examples.
import type { Rows } from "@/labs/data/dataset";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { answersTo } from "@/labs/training/score";
import { type PackedMaps, packMaps } from "../plane/known-maps";

/** A question to a network; `asked` are the held examples that it is to answer. */
export type PreparedAsk = {
  run: Run;
  weights: Float32Array;
  maps: boolean;
  asked: Rows | null;
};

/** Null where that was not asked for. */
export type Prepared = {
  maps: PackedMaps | null;
  answers: ReturnType<typeof answersTo> | null;
};

/** Works out both for a side as its weights are now. */
export function prepared({ run, weights, maps, asked }: PreparedAsk): Prepared {
  return {
    maps: maps ? packMaps(run, weights) : null,
    answers: asked && answersTo(asked, networkOf(run), weights),
  };
}
