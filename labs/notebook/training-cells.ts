// How a notebook trains: the optimizer, the order of the examples, the passes.

import { heldSet } from "../data/sample";
import { pythonOf } from "../formula/in-python";
import { formulaText } from "../formula/print";
import { regularizationCurve } from "../network/curves";
import type { OptimizerName } from "../network/optimizer";
import type { Run } from "../run/run";
import { type Cell, code, shown, words } from "./python";

/** PyTorch's own optimizer with the lab's numbers: its class, and more arguments. */
const torchOptimizers: Readonly<Record<OptimizerName, readonly [string, string]>> = {
  sgd: ["SGD", ""],
  momentum: ["SGD", ", momentum=0.9"],
  rmsprop: ["RMSprop", ", alpha=0.9, eps=1e-7"],
  adam: ["Adam", ", betas=(0.9, 0.999), eps=1e-7"],
};

/** The slope of this is the weight itself: PyTorch's `weight_decay`. */
const decaying = "w^2 / 2";

const decaySays = [
  "",
  "L2 adds DECAY × w² / 2 for each weight w to the loss of a step. Its slope is DECAY × w, and " +
    "to add that to the gradient is what PyTorch calls `weight_decay`. Biases have none.",
];

const penaltySays = [
  "",
  "PyTorch's optimizers have no such regularization: the training adds it to the loss of a " +
    "step, for weights and not for biases.",
];

function optimizerCells(run: Run): Cell[] {
  const [name, more] = torchOptimizers[run.optimizer];
  const { value } = regularizationCurve(run.regularization);
  const regular = run.regularization !== "none";
  const decays = formulaText(value) === decaying;
  return [
    words(
      "optimizer",
      `## Optimizer: ${shown(run, "optimizer")}`,
      ...(decays ? decaySays : regular ? penaltySays : []),
    ),
    code(
      "optimizer",
      ...(regular ? ["weights = [layer.weight for layer in model.layers]"] : []),
      ...(decays
        ? [
            "biases = [layer.bias for layer in model.layers]",
            'parameters = [{"params": weights, "weight_decay": DECAY}, {"params": biases}]',
          ]
        : ["parameters = model.parameters()"]),
      ...(regular && !decays
        ? [
            "",
            "def penalty():",
            `    return DECAY * sum(torch.sum(${pythonOf(value)}) for w in weights)`,
            "",
          ]
        : []),
      `optimizer = torch.optim.${name}(parameters, lr=RATE${more})`,
    ),
  ];
}

/** Which example stands where in each pass. */
const orderCells = (run: Run): Cell[] => [
  words(
    "order",
    "## Order of the examples",
    "",
    "The lab shuffles the examples anew in each pass, by a formula that tells for each place " +
      "alone which example stands there. As a `Sampler` it gives `DataLoader` the same batches.",
  ),
  code(
    "order",
    "def shuffled(place, count, key):",
    '    """A Feistel network, walked until it lands inside the list."""',
    "    half = ((max(count, 2) - 1).bit_length() + 1) // 2",
    "    mask = (1 << half) - 1",
    "    while True:",
    "        left, right = place >> half, place & mask",
    "        for turn in range(4):",
    "            mixed = hash32(key + turn * 0x9E3779B9 + right) & mask",
    "            left, right = right, left ^ mixed",
    "        place = (left << half) | right",
    "        if place < count:",
    "            return place",
    "",
    "class LabOrder(Sampler):",
    '    """Which example comes next; each time it is asked, in the order of a new pass."""',
    "",
    "    def __init__(self, count):",
    "        self.count, self.number = count, 0",
    "",
    "    def __len__(self):",
    "        return self.count",
    "",
    "    def __iter__(self):",
    "        self.number += 1",
    '        key = key_of("order", self.number)',
    "        return (shuffled(place, self.count, key) for place in range(self.count))",
    "",
    `examples = TensorDataset(X[:TRAIN], T[:TRAIN]${run.drop > 0 ? ", torch.arange(TRAIN, device=device)" : ""})`,
    "order = LabOrder(TRAIN)",
    "loader = DataLoader(examples, batch_size=BATCH, sampler=order)",
  ),
];

function passCells(run: Run): Cell[] {
  const { drop, regularization } = run;
  const held = heldSet(run);
  const rows = held === "test" ? "TRAIN:" : "TRAIN:OPEN";
  const formula = formulaText(regularizationCurve(regularization).value);
  const added = regularization !== "none" && formula !== decaying;
  return [
    words(
      "passes",
      "## Training",
      "",
      `\`curve\` gets the mean loss of the examples that train and of those that ${held === "test" ? "test" : "validate"}, before the first pass and after each.`,
    ),
    code(
      "passes",
      "@torch.no_grad()",
      "def losses_now():",
      "    model.eval()",
      "    train = loss_of(model(X[:TRAIN]), T[:TRAIN])",
      `    ${held} = loss_of(model(X[${rows}]), T[${rows}])`,
      `    return train.item(), ${held}.item()`,
      "",
      "curve = [losses_now()]",
      "while len(curve) <= PASSES and math.isfinite(sum(curve[-1])):",
      "    model.train()",
      `    for x, t${drop > 0 ? ", numbers" : ""} in loader:`,
      ...(drop > 0 ? ["        model.dropout.draw(order.number, numbers)"] : []),
      "        optimizer.zero_grad()",
      `        loss = loss_of(model(x), t)${added ? " + penalty()" : ""}`,
      "        loss.backward()",
      "        optimizer.step()",
      "    curve.append(losses_now())",
      "if not math.isfinite(sum(curve[-1])):",
      '    print("The run diverged: try a lower learning rate.")',
      `print(f"pass {len(curve) - 1}: train loss {curve[-1][0]:.6f}, ${held} loss {curve[-1][1]:.6f}")`,
    ),
  ];
}

/** How the run trains. */
export const trainingCells = (run: Run): Cell[] => [
  ...optimizerCells(run),
  ...orderCells(run),
  ...passCells(run),
];
