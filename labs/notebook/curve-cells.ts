// The end of a notebook: the curve, and the lab's beside it.

import { thinOut } from "../arithmetic/thin-out";
import type { HeldSet } from "../data/sample";
import type { Pass } from "../training/training";
import { type Cell, code, words } from "./python";

/** The most passes of the lab that a notebook carries. */
const mostPasses = 200;

const nine = (loss: number) => String(Number(loss.toPrecision(9)));

function seenCells(passes: readonly Pass[], held: HeldSet): Cell[] {
  return [
    words(
      "seen",
      "## What the lab drew",
      "",
      `Passes, train losses and ${held} losses. Single precision rounds, and PyTorch adds up in ` +
        "another order than the lab, so expect a difference of about a millionth, and more in " +
        "a run that goes on long.",
    ),
    code(
      "seen",
      "lab = [",
      ...thinOut(passes, mostPasses).map(
        ({ pass, trainLoss, heldLoss }) =>
          `    (${pass}, ${nine(trainLoss)}, ${nine(heldLoss)}),`,
      ),
      "]",
      "shared = [one for one in lab if one[0] < len(curve)]",
      "apart = [max(abs(a - curve[n][0]), abs(b - curve[n][1])) for n, a, b in shared]",
      'print(f"largest difference from the lab in {len(shared)} passes: {max(apart):.1e}")',
    ),
  ];
}

/** The lab's curve of the same run, where there is one, and the chart, or a table where there is no matplotlib. */
export function curveCells(seen: readonly Pass[] | null, held: HeldSet): Cell[] {
  return [
    ...(seen ? seenCells(seen, held) : []),
    words("curve", "## The curve"),
    code(
      "curve",
      "try:",
      "    import matplotlib.pyplot as plt",
      "except ImportError:",
      "    plt = None",
      "",
      "if plt:",
      `    train, ${held} = zip(*curve)`,
      '    plt.plot(train, label="train loss")',
      `    plt.plot(${held}, "--", label="${held} loss")`,
      ...(seen
        ? [
            '    plt.plot(*zip(*[(n, a) for n, a, b in lab]), ".", markersize=3, label="train loss in the lab")',
            `    plt.plot(*zip(*[(n, b) for n, a, b in lab]), ".", markersize=3, label="${held} loss in the lab")`,
          ]
        : []),
      '    plt.xlabel("pass")',
      '    plt.ylabel("loss")',
      "    plt.legend()",
      "    plt.show()",
      "else:",
      `    print("  pass  train loss   ${held} loss")`,
      "    for number in sorted({*range(0, len(curve), max(1, len(curve) // 20)), len(curve) - 1}):",
      '        print(f"{number:6d}  {curve[number][0]:10.6f}  {curve[number][1]:10.6f}")',
    ),
    ...(held === "validation" ? testCells : []),
  ];
}

/** The test set, closed till here. */
const testCells: readonly Cell[] = [
  words(
    "test",
    "## The test set",
    "",
    "Run this once, when all is chosen. Whoever chooses again afterwards has chosen on the test set.",
  ),
  code(
    "test",
    "model.eval()",
    "with torch.no_grad():",
    '    print(f"test loss {loss_of(model(X[OPEN:]), T[OPEN:]).item():.6f}")',
  ),
];
