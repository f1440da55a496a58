import { streams } from "@/labs/arithmetic/random";
import { pythonOf } from "@/labs/formula/in-python";
import { optimizerFormulas, regularizationCurve } from "@/labs/network/curves";
import { type Optimizer, optimizers } from "@/labs/network/optimizer";
import { regularizations } from "@/labs/network/regularization";
import type { Plan } from "@/labs/run/plan";
import { type Cell, code, words } from "./python";

// How a notebook trains: the step and the passes.

/** The term added to the loss, before it is multiplied by the strength; null for none. */
function penaltyInPython({ regularization }: Plan): string | null {
  if (regularization === "none") return null;
  const { value } = regularizationCurve(regularization);
  return `sum(torch.sum(${pythonOf(value)}) for w in weights)`;
}

/** Lines that update the slots of tensor `k` and give the `change` of a step. */
function updateLines(optimizer: Plan["optimizer"], kept: readonly string[]): string[] {
  const { slots }: Optimizer = optimizers[optimizer];
  const formulas = optimizerFormulas(optimizer);
  const names = {
    g: "gradient",
    tenth: "(1 - 0.9 ** count)",
    thousandth: "(1 - 0.999 ** count)",
    ...Object.fromEntries(slots.map(({ symbol }, slot) => [symbol, `${kept[slot]}[k]`])),
  };
  return [
    ...formulas.slots.map((update, slot) => {
      return `${kept[slot]}[k] = rounded(${pythonOf(update, names)})`;
    }),
    `change = ${pythonOf(formulas.change, names)}`,
  ];
}

function stepCells(plan: Plan): Cell[] {
  const { optimizer, regularization } = plan;
  const kept = ["first", "second"].slice(0, optimizers[optimizer].slots.length);
  const added = penaltyInPython(plan);
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
      ...updateLines(optimizer, kept).map((line) => `            ${line}`),
      "            tensors[k].copy_(rounded(tensors[k] - RATE * change))",
    ),
  ];
}

function passCells(plan: Plan): Cell[] {
  const added = penaltyInPython(plan);
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

// The hash that orders the examples of each pass and leaves outputs out, in Python.

const hasHidden = ({ network }: Plan) => network.layers.length > 1;

/** Whether anything is left out in a step. */
const drops = (plan: Plan) => plan.drop > 0 && hasHidden(plan);

/** Which example stands where in each pass. */
const orderCells: readonly Cell[] = [
  words(
    "order",
    "## Order of the examples",
    "",
    "The lab shuffles with a hash of its own, so that any device can compute any place of the " +
      "order alone: a Feistel network, walked until it lands inside the list. In Python it is " +
      "the same arithmetic on whole numbers, so the batches are the same.",
  ),
  code(
    "order",
    "def hash32(x):",
    '    """32 well mixed bits (lowbias32), for an int or an array of uint64."""',
    "    x = x & 0xFFFFFFFF",
    "    x = ((x ^ (x >> 16)) * 0x21F0AAAD) & 0xFFFFFFFF",
    "    x = ((x ^ (x >> 15)) * 0x735A2D97) & 0xFFFFFFFF",
    "    return x ^ (x >> 15)",
    "",
    "def key_of(stream, number):",
    '    """The key of one stream of random numbers in one pass."""',
    "    return hash32(number + hash32(stream + hash32(SEED)))",
    "",
    "def order_of(number):",
    '    """Which example stands at each position of pass `number`."""',
    `    key = key_of(${streams.order}, number)`,
    "    half = ((max(TRAIN, 2) - 1).bit_length() + 1) // 2",
    "    mask = (1 << half) - 1",
    "    at = np.arange(TRAIN, dtype=np.uint64)",
    "    outside = np.ones(TRAIN, dtype=bool)",
    "    while outside.any():",
    "        left, right = at[outside] >> half, at[outside] & mask",
    "        for turn in range(4):",
    "            mixed = hash32(key + turn * 0x9E3779B9 + right) & mask",
    "            left, right = right, left ^ mixed",
    "        at[outside] = (left << half) | right",
    "        outside = at >= TRAIN",
    "    return at",
  ),
];

/** Dropout, where the plan has any. */
function dropCells(plan: Plan): Cell[] {
  if (!drops(plan)) return [];
  return [
    words(
      "drop",
      "## Dropout",
      "",
      "Which hidden outputs are left out is drawn with the same hash, for each example in " +
        "each pass. Those that stay are scaled up.",
    ),
    code(
      "drop",
      "HIDDEN = WIDTHS[1:-1]",
      "",
      "def kept_of(chosen, number):",
      '    """What the hidden outputs are multiplied by: a tensor for each hidden layer."""',
      "    neurons = np.arange(sum(HIDDEN), dtype=np.uint64)",
      "    draws = chosen[:, None] * sum(HIDDEN) + neurons",
      `    bits = hash32(key_of(${streams.drop}, number) + draws * 0x9E3779B9) >> 8`,
      "    # A draw of 24 bits leaves an output out where it is below this.",
      "    bound = math.floor(DROP * 2**24 + 0.5)",
      "    kept = np.where(bits >= bound, 1 / (1 - DROP), 0.0)",
      "    return torch.tensor(kept, device=device).split(HIDDEN, dim=1)",
    ),
  ];
}
