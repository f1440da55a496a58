"use client";
import { useMemo } from "react";
import { Chart } from "@/components/chart/chart";
import type { ChartLine } from "@/components/chart/chart-line";
import { curveSentence } from "@/components/chart/loss-curves";
import { Disclosure } from "@/components/kit/disclosure";
import { Num } from "@/components/kit/reader-numbers";
import { ScrollTable } from "@/components/kit/scroll-table";
import { capital } from "@/components/kit/wording";
import { numberText } from "@/labs/arithmetic/number-text";
import type { HeldSet } from "@/labs/data/sample";
import type { Pass } from "@/labs/training/training";

type Props = {
  /** The curve that the receipt tells. */
  told: readonly Pass[];
  /** As far as the replay came; null where there is none yet. */
  replayed: readonly Pass[] | null;
  /** The set of its second loss. */
  held: HeldSet;
};

/** The curve of a receipt with the replay's: as a chart, a sentence and numbers. */
export function ReceiptCurve({ told, replayed, held }: Props) {
  const lines = useMemo(
    () => curveLines(told, replayed ?? [], held),
    [told, replayed, held],
  );
  return (
    <>
      <h3>The curve</h3>
      <Chart
        label="Losses at the passes that the receipt tells, and those of the replay"
        lines={lines}
        xLabel="Pass"
        yLabel="Loss"
        yFrom={0}
      />
      <p>{curveSentence(told, held)} So says the receipt.</p>
      <Disclosure summary="The losses as numbers">
        <CurveTable told={told} replayed={replayed} held={held} />
      </Disclosure>
    </>
  );
}

type LossName = "trainLoss" | "heldLoss";

/** The points that can be drawn: a run that diverged has no numbers from some pass on. */
function pointsOf(curve: readonly Pass[], loss: LossName) {
  return curve
    .map((pass) => ({ x: pass.pass, y: pass[loss] }))
    .filter(({ y }) => Number.isFinite(y));
}

const line = (
  whose: "told" | "replayed",
  loss: LossName,
  set: HeldSet | "train",
  curve: readonly Pass[],
  look: Pick<ChartLine, "tone" | "dash">,
): ChartLine => ({
  id: `${whose}-${loss}`,
  label: `${capital(set)} loss, ${whose === "told" ? "as it says" : "replayed"}`,
  points: pointsOf(curve, loss),
  ...look,
});

/**
 * The receipt's curve as every lab draws its own, and over it, dotted, the replay: where
 * they agree, both are seen.
 */
const curveLines = (
  told: readonly Pass[],
  replayed: readonly Pass[],
  held: HeldSet,
): readonly ChartLine[] =>
  [
    line("told", "trainLoss", "train", told, { tone: -1, dash: "solid" }),
    line("told", "heldLoss", held, told, { tone: 7, dash: "dashed" }),
    line("replayed", "trainLoss", "train", replayed, { tone: 2, dash: "dotted" }),
    line("replayed", "heldLoss", held, replayed, { tone: 3, dash: "dotted" }),
  ].filter(({ points }) => points.length > 0);

function CurveTable({ told, replayed, held }: Props) {
  const again = new Map(replayed?.map((pass) => [pass.pass, pass]));
  const shown = (loss: number | undefined) =>
    loss === undefined ? "–" : numberText(loss);
  return (
    <ScrollTable label="Losses">
      <thead>
        <tr>
          <th scope="col">Pass</th>
          <th scope="col">Train loss</th>
          <th scope="col">replayed</th>
          <th scope="col">{capital(held)} loss</th>
          <th scope="col">replayed</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ pass, trainLoss, heldLoss }) => (
          <tr key={pass}>
            <th scope="row">{pass}</th>
            <td>
              <Num>{numberText(trainLoss)}</Num>
            </td>
            <td>{shown(again.get(pass)?.trainLoss)}</td>
            <td>
              <Num>{numberText(heldLoss)}</Num>
            </td>
            <td>{shown(again.get(pass)?.heldLoss)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
