// The network's cells: its weights, its layers, its loss.

import { pythonOf } from "../formula/in-python";
import { type ActivationName, activationLabel } from "../network/activation";
import { activationCurve, lossCurve } from "../network/curves";
import { type LossName, lossLabel } from "../network/loss";
import { widthsOf } from "../network/network";
import type { Task } from "../run/plan";
import { type Cell, code, decoded, words } from "./python";

/** A Python function of the weighted sums. */
function activationInPython(name: ActivationName): string {
  const text = pythonOf(activationCurve(name).value, { z: "sums" });
  const [, bare] = /^([\w.]+)\(sums\)$/.exec(text) ?? [];
  return bare ?? `lambda sums: ${text}`;
}

/** The loss of each output, from `scores` and `goals`: both are rows × outputs. */
const lossInPython = (name: LossName) =>
  pythonOf(lossCurve(name).value, {
    s: "scores",
    t: "goals",
    r: "torch.logsumexp(scores, dim=1, keepdim=True)",
  });

/** The weights before the first pass, and the network that they make. */
export function networkCells({ plan, state }: Task): Cell[] {
  const { layers, size } = plan.network;
  const hidden = layers.slice(0, -1);
  const named = hidden.map(({ activation }) => activationLabel(activation));
  const widths = widthsOf(plan.network);
  const drops = plan.drop > 0 && hidden.length > 0;
  return [
    words(
      "weights",
      "## Network",
      "",
      `Layers of ${widths.join(", ")} numbers; ${size} weights and biases, as they are before ` +
        `the first pass of seed ${plan.seed}. They are kept in double precision, and autograd follows them.`,
    ),
    {
      ...code("weights", decoded("start", state.subarray(0, size))),
      closed: true,
    },
    code(
      "layers",
      `WIDTHS = ${JSON.stringify(widths).replaceAll(",", ", ")}`,
      "weights, biases, at = [], [], 0",
      "for inputs, outputs in zip(WIDTHS, WIDTHS[1:]):",
      "    for into, shape in (weights, (inputs, outputs)), (biases, (outputs,)):",
      "        count = math.prod(shape)",
      "        tensor = torch.tensor(start[at:at + count], device=device).reshape(shape)",
      "        into.append(tensor.requires_grad_())",
      "        at += count",
    ),
    words(
      "network",
      hidden.length > 0
        ? `Hidden layers: ${named.join(", ")}. The output is linear.`
        : "There is no hidden layer, and the output is linear.",
    ),
    code(
      "network",
      `ACTIVATIONS = [${hidden.map(({ activation }) => activationInPython(activation)).join(", ")}]`,
      "",
      `def scores_of(x${drops ? ", kept=None" : ""}):`,
      '    """What the network puts out for rows of inputs."""',
      "    for k, activation in enumerate(ACTIVATIONS):",
      "        x = activation(x @ weights[k] + biases[k])",
      ...(drops ? ["        if kept is not None:", "            x = x * kept[k]"] : []),
      "    return x @ weights[-1] + biases[-1]",
    ),
    words("loss", "## Loss", "", `${lossLabel(plan.loss)}: how wrong each example is.`),
    code(
      "loss",
      "def loss_of(scores, goals):",
      `    return (${lossInPython(plan.loss)}).sum(dim=1)`,
    ),
  ];
}
