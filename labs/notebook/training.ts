// How a notebook trains: the step and the passes.
import { optimizers } from "../network/optimizer";
import { regularizations } from "../network/regularization";
import type { Plan } from "../run/plan";
import { dropCells, drops, orderCells } from "./order";
import {
  type Cell,
  code,
  optimizersInPython,
  regularizationsInPython,
  words,
} from "./python";

function stepCells({ optimizer, regularization }: Plan): Cell[] {
  const { slots } = optimizers[optimizer];
  const kept = ["first", "second"].slice(0, slots);
  const added = regularizationsInPython[regularization];
  return [
    words(
      "step",
      "## One step",
      "",
      `The gradient comes from PyTorch; the step is that of ${optimizers[optimizer].label}. ` +
        "Like the lab, it rounds whatever it keeps to single precision.",
      ...(added
        ? [
            "",
            `${regularizations[regularization].label} adds to the loss of a step; the curves show the loss without it.`,
          ]
        : []),
    ),
    code(
      "step",
      "tensors = [*weights, *biases]",
      ...kept.map((name) => `${name} = [torch.zeros_like(tensor) for tensor in tensors]`),
      "",
      "def rounded(x):",
      "    return x.float().double()",
      "",
      "def step(objective, count):",
      '    """Lowers all weights and biases; `count` counts the steps of the run from 1."""',
      "    gradients = torch.autograd.grad(objective, tensors)",
      "    with torch.no_grad():",
      "        for k, gradient in enumerate(gradients):",
      ...optimizersInPython[optimizer].map((line) => `            ${line}`),
      "            tensors[k].copy_(rounded(tensors[k] - RATE * change))",
    ),
  ];
}

function passCells(plan: Plan): Cell[] {
  const added = regularizationsInPython[plan.regularization];
  const kept = drops(plan) ? ", kept_of(chosen, number)" : "";
  return [
    words(
      "passes",
      "## All passes",
      "",
      "After each pass, the mean loss of the examples that train and of those that test.",
    ),
    code(
      "passes",
      "def losses_now():",
      "    with torch.no_grad():",
      "        each = loss_of(scores_of(X), goals)",
      "    return each[:TRAIN].mean().item(), each[TRAIN:].mean().item()",
      "",
      "curve, count = [losses_now()], 0",
      "for number in range(1, PASSES + 1):",
      "    order = order_of(number)",
      "    for at in range(0, TRAIN, BATCH):",
      "        chosen = order[at:at + BATCH]",
      "        rows = torch.as_tensor(chosen.astype(np.int64), device=device)",
      `        objective = loss_of(scores_of(X[rows]${kept}), goals[rows]).mean()`,
      ...(added ? [`        objective = objective + DECAY * ${added}`] : []),
      "        count += 1",
      "        step(objective, count)",
      "    curve.append(losses_now())",
      "    if not math.isfinite(sum(curve[-1])):",
      '        print(f"The run diverged in pass {number}: try a lower learning rate.")',
      "        break",
      'print(f"pass {len(curve) - 1}: train loss {curve[-1][0]:.6f}, test loss {curve[-1][1]:.6f}")',
    ),
  ];
}

/** How the run trains. */
export function trainingCells(plan: Plan): Cell[] {
  return [...orderCells, ...dropCells(plan), ...stepCells(plan), ...passCells(plan)];
}
