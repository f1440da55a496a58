// The formulas of a run in Python, on tensors of PyTorch. Slopes are not among them: the
// notebook takes its gradient from PyTorch, which checks the lab's own.
import type { ActivationName } from "../network/activation";
import type { LossName } from "../network/loss";
import type { OptimizerName } from "../network/optimizer";
import type { RegularizationName } from "../network/regularization";

/** A function of the weighted sums. */
export const activationsInPython: Readonly<Record<ActivationName, string>> = {
  linear: "lambda sums: sums",
  relu: "torch.relu",
  leaky: "lambda sums: F.leaky_relu(sums, 0.1)",
  tanh: "torch.tanh",
  sigmoid: "torch.sigmoid",
  elu: "F.elu",
  softplus: "lambda sums: F.softplus(sums, threshold=100)",
  sine: "torch.sin",
};

/** The loss of each output, from `scores` and `goals`: both are rows × outputs. */
export const lossesInPython: Readonly<Record<LossName, string>> = {
  squared: "(scores - goals) ** 2",
  absolute: "(scores - goals).abs()",
  huber: 'F.huber_loss(scores, goals, reduction="none")',
  crossentropy: "F.softplus(-goals * scores, threshold=100)",
  categorical: "(torch.logsumexp(scores, dim=1, keepdim=True) - scores) * (goals > 0)",
  hinge: "torch.relu(1 - goals * scores)",
};

/** Lines that renew what is kept for tensor `k` and give the `change` of a step. */
export const optimizersInPython: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: ["change = gradient"],
  momentum: ["first[k] = rounded(0.9 * first[k] + gradient)", "change = first[k]"],
  rmsprop: [
    "first[k] = rounded(0.9 * first[k] + 0.1 * gradient ** 2)",
    "change = gradient / (first[k].sqrt() + 1e-7)",
  ],
  adam: [
    "first[k] = rounded(0.9 * first[k] + 0.1 * gradient)",
    "second[k] = rounded(0.999 * second[k] + 0.001 * gradient ** 2)",
    "mean = first[k] / (1 - 0.9 ** count)",
    "spread = second[k] / (1 - 0.999 ** count)",
    "change = mean / (spread.sqrt() + 1e-7)",
  ],
};

/** What is added to the loss, before it is multiplied by the strength. */
export const regularizationsInPython: Readonly<
  Record<RegularizationName, string | null>
> = {
  none: null,
  l1: "sum(w.abs().sum() for w in weights)",
  l2: "sum((w ** 2).sum() for w in weights) / 2",
};
