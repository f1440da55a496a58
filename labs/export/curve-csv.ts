import { csvText } from "../arithmetic/csv";
import type { Pass } from "../training/training";

/** The loss curve as CSV: a line for each pass, every digit kept. */
export function curveCsv(passes: readonly Pass[]): string {
  const rows = passes.map(({ pass, trainLoss, testLoss }) => [pass, trainLoss, testLoss]);
  return csvText([["pass", "train_loss", "test_loss"], ...rows]);
}
