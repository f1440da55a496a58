"use client";
// The run of a claim in a text: nothing is loaded before it is trained, or nearly so.
import { useEffect, useRef, useState } from "react";
import type { Lab } from "@/labs/catalog/lab";
import type { Claim } from "@/labs/claim/claim";
import type { ClaimTrainer, ClaimTraining } from "./train-claim";

/** How a claim's run is trained from a text, and how far it is. */
export type ClaimRun = {
  /** Null until it was made ready. */
  training: ClaimTraining | null;
  /** From the click on, also while it is still being loaded. */
  busy: boolean;
  /** Why it cannot be trained, in a sentence. */
  problem: string | null;
  /** Loads its data and what trains it. */
  ready(): void;
  /** Opens the engine, too, so that the first pass comes soon. */
  warm(): void;
  /**
   * Trains it from its start in `milliseconds`; at once for who wants no motion. With four
   * more seeds beside it where `seeds` is 5.
   */
  train(milliseconds: number, seeds?: 1 | 5): void;
};

const unloaded =
  "The part of the page that trains could not be loaded. Try again once you are online.";

/** The run of one claim, to be trained where it stands. */
export function useClaimRun(lab: Lab, claim: Claim): ClaimRun {
  const [training, setTraining] = useState<ClaimTraining | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const opened = useRef<Promise<ClaimTrainer> | null>(null);
  const left = useRef(false);

  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      void opened.current?.then((trainer) => trainer.close());
      opened.current = null;
    };
  }, []);

  function open(): Promise<ClaimTrainer> {
    opened.current ??= import("./train-claim").then(
      ({ openClaimTrainer }) => openClaimTrainer(lab, claim, setTraining),
      () => {
        throw new Error(unloaded);
      },
    );
    return opened.current;
  }

  /** `asked`: whoever waits for it is told what goes wrong. */
  async function act(doing: (trainer: ClaimTrainer) => void, asked: boolean) {
    try {
      const trainer = await open();
      if (left.current) return trainer.close();
      setProblem(null);
      doing(trainer);
    } catch (error) {
      opened.current = null;
      if (asked) setProblem(error instanceof Error ? error.message : String(error));
    }
    setWaiting(false);
  }

  return {
    training,
    busy: waiting || training?.state.status === "running",
    problem,
    ready: () => void act(() => {}, true),
    warm: () => void act((trainer) => trainer.warm(), false),
    train(milliseconds, seeds = 1) {
      setWaiting(true);
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      void act((trainer) => trainer.train(still ? 0 : milliseconds, seeds), true);
    },
  };
}
