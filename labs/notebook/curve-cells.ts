// The end of a notebook: the curve, and the lab's beside it.

import { thinOut } from "../arithmetic/thin-out";
import type { Pass } from "../training/training";
import { type Cell, code, words } from "./python";

/** The most passes of the lab that a notebook carries. */
const mostPasses = 200;

const nine = (loss: number) => String(Number(loss.toPrecision(9)));

function seenCells(passes: readonly Pass[]): Cell[] {
  return [
    words(
      "seen",
      "## What the lab drew",
      "",
      "Passes, train losses and test losses. Single precision rounds, and PyTorch adds up in " +
        "another order than the lab, so expect a difference of about a millionth, and more in " +
        "a run that goes on long.",
    ),
    code(
      "seen",
      "lab = [",
      ...thinOut(passes, mostPasses).map(
        ({ pass, trainLoss, testLoss }) =>
          `    (${pass}, ${nine(trainLoss)}, ${nine(testLoss)}),`,
      ),
      "]",
      "shared = [one for one in lab if one[0] < len(curve)]",
      "apart = [max(abs(a - curve[n][0]), abs(b - curve[n][1])) for n, a, b in shared]",
      'print(f"largest difference from the lab in {len(shared)} passes: {max(apart):.1e}")',
    ),
  ];
}

/** The lab's curve of the same run, where there is one, and the chart, or a table where there is no matplotlib. */
export function curveCells(seen: readonly Pass[] | null): Cell[] {
  return [
    ...(seen ? seenCells(seen) : []),
    words("curve", "## The curve"),
    code(
      "curve",
      "try:",
      "    import matplotlib.pyplot as plt",
      "except ImportError:",
      "    plt = None",
      "",
      "if plt:",
      "    train, test = zip(*curve)",
      '    plt.plot(train, label="train loss")',
      '    plt.plot(test, "--", label="test loss")',
      ...(seen
        ? [
            '    plt.plot(*zip(*[(n, a) for n, a, b in lab]), ".", markersize=3, label="train loss in the lab")',
            '    plt.plot(*zip(*[(n, b) for n, a, b in lab]), ".", markersize=3, label="test loss in the lab")',
          ]
        : []),
      '    plt.xlabel("pass")',
      '    plt.ylabel("loss")',
      "    plt.legend()",
      "    plt.show()",
      "else:",
      '    print("  pass  train loss   test loss")',
      "    for number in sorted({*range(0, len(curve), max(1, len(curve) // 20)), len(curve) - 1}):",
      '        print(f"{number:6d}  {curve[number][0]:10.6f}  {curve[number][1]:10.6f}")',
    ),
  ];
}
