import type { Pass } from "../pass";

/** The loss curve as CSV: a line for each pass, every digit kept. */
export function curveCsv(passes: readonly Pass[]): string {
  const lines = passes.map(({ pass, trainLoss, testLoss }) =>
    [pass, trainLoss, testLoss].join(","),
  );
  return `pass,train_loss,test_loss\n${lines.join("\n")}\n`;
}
