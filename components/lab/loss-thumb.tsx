"use client";
import { LossChart } from "@/components/chart/loss-chart";
import { useCalm } from "@/components/kit/use-calm";
import type { Side } from "./training/side";

/** A small curve for where the large one is out of sight. Decorative. */
export function LossThumb({ side }: { side: Side }) {
  const { run, passes } = useCalm(side);
  return (
    <LossChart
      label="Loss by pass"
      curves={[{ id: "thumb", label: "", passes }]}
      passes={run.passes}
      height={100}
    />
  );
}
