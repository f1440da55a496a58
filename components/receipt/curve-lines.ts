import type { Pass } from "@/labs/pass";
import type { ChartLine } from "../lab/chart/chart";

const lossesOf = { trainLoss: "Train loss", testLoss: "Test loss" } as const;

/** What can be drawn: a run that diverged has no numbers from some pass on. */
function pointsOf(curve: readonly Pass[], loss: keyof typeof lossesOf) {
  return curve
    .map((pass) => ({ x: pass.pass, y: pass[loss] }))
    .filter(({ y }) => Number.isFinite(y) && y >= 0);
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
 * What the receipt tells as every lab draws it, and over it, dotted, the replay: where
 * they agree, both are seen.
 */
export const curveLines = (
  told: readonly Pass[],
  replayed: readonly Pass[],
): readonly ChartLine[] =>
  [
    line("told", "trainLoss", told, { tone: -1, dash: "solid" }),
    line("told", "testLoss", told, { tone: 0, dash: "dashed" }),
    line("replayed", "trainLoss", replayed, { tone: 1, dash: "dotted" }),
    line("replayed", "testLoss", replayed, { tone: 3, dash: "dotted" }),
  ].filter(({ points }) => points.length > 0);
