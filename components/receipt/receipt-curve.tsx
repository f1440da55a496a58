"use client";
import { useMemo } from "react";
import { Chart } from "@/components/chart/chart";
import type { ChartLine } from "@/components/chart/chart-line";
import { curveSentence } from "@/components/chart/loss-curves";
import { Disclosure } from "@/components/kit/disclosure";
import { ScrollTable } from "@/components/kit/scroll-table";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Pass } from "@/labs/training/training";

type Props = {
  /** The curve that the receipt tells. */
  told: readonly Pass[];
  /** As far as the replay came; null where there is none yet. */
  replayed: readonly Pass[] | null;
};

/** The curve of a receipt with the replay's: as a chart, a sentence and numbers. */
export function ReceiptCurve({ told, replayed }: Props) {
  const lines = useMemo(() => curveLines(told, replayed ?? []), [told, replayed]);
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
      <p>{curveSentence(told)} So says the receipt.</p>
      <Disclosure summary="The losses as numbers">
        <CurveTable told={told} replayed={replayed} />
      </Disclosure>
    </>
  );
}

const lossesOf = { trainLoss: "Train loss", testLoss: "Test loss" } as const;

/** The points that can be drawn: a run that diverged has no numbers from some pass on. */
function pointsOf(curve: readonly Pass[], loss: keyof typeof lossesOf) {
  return curve
    .map((pass) => ({ x: pass.pass, y: pass[loss] }))
    .filter(({ y }) => Number.isFinite(y));
}

const line = (
  whose: "told" | "replayed",
  loss: keyof typeof lossesOf,
  curve: readonly Pass[],
  look: Pick<ChartLine, "tone" | "dash">,
): ChartLine => ({
  id: `${whose}-${loss}`,
  label: `${lossesOf[loss]}, ${whose === "told" ? "as it says" : "replayed"}`,
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
): readonly ChartLine[] =>
  [
    line("told", "trainLoss", told, { tone: -1, dash: "solid" }),
    line("told", "testLoss", told, { tone: 7, dash: "dashed" }),
    line("replayed", "trainLoss", replayed, { tone: 2, dash: "dotted" }),
    line("replayed", "testLoss", replayed, { tone: 3, dash: "dotted" }),
  ].filter(({ points }) => points.length > 0);

function CurveTable({ told, replayed }: Props) {
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
          <th scope="col">Test loss</th>
          <th scope="col">replayed</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ pass, trainLoss, testLoss }) => (
          <tr key={pass}>
            <th scope="row">{pass}</th>
            <td>{numberText(trainLoss)}</td>
            <td>{shown(again.get(pass)?.trainLoss)}</td>
            <td>{numberText(testLoss)}</td>
            <td>{shown(again.get(pass)?.testLoss)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
