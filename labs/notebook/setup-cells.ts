// The beginning of a notebook: libraries, settings, examples.
import type { Task } from "../run/plan";
import { type Cell, code, decoded, words } from "./python";

export const libraryCells: readonly Cell[] = [
  words(
    "libraries",
    "## Libraries",
    "",
    "PyTorch 1.13 or newer. The numbers go to the GPU where there is one.",
  ),
  code(
    "libraries",
    "import base64",
    "import math",
    "",
    "import numpy as np",
    "import torch",
    "import torch.nn.functional as F",
    "",
    'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")',
    'where = torch.cuda.get_device_name(device) if device.type == "cuda" else "the CPU"',
    'print("PyTorch", torch.__version__, "on", where)',
  ),
];

/** The settings that are plain numbers. */
export function settingCells({ plan, passes }: Task): Cell[] {
  const { seed, rate, batch, decay, drop, regularization } = plan;
  return [
    words(
      "settings",
      "## Settings",
      "",
      "The numbers that decide the run. Change one and run all cells again. The seed draws the " +
        "order of the examples here; the examples and the first weights, which it drew in the " +
        "lab, are written out below.",
    ),
    code(
      "settings",
      `SEED = ${seed}`,
      `RATE = ${rate}  # the learning rate`,
      `BATCH = ${batch}  # examples per step`,
      `PASSES = ${passes}`,
      ...(regularization === "none" ? [] : [`DECAY = ${decay}  # of the regularization`]),
      ...(drop > 0 ? [`DROP = ${drop}  # the share of hidden outputs left out`] : []),
    ),
  ];
}

/** The examples, to the last bit. */
export function exampleCells({ plan, examples }: Task): Cell[] {
  const { train, test, network } = plan;
  const inputs = network.layers[0]!.inputs;
  const outputs = network.layers.at(-1)!.outputs;
  const several = outputs > 1;
  return [
    words(
      "examples",
      "## Examples",
      "",
      `${train} examples that train, then ${test} that only test. They are written in base64: ` +
        "single-precision numbers, little-endian, exactly those of the lab.",
    ),
    {
      ...code(
        "examples",
        "def numbers(text):",
        '    """The numbers that base64 text stands for: float32, little-endian."""',
        '    return np.frombuffer(base64.b64decode(text), dtype="<f4").astype(np.float64)',
        "",
        decoded("features", examples.features),
        decoded("targets", examples.targets),
      ),
      closed: true,
    },
    words(
      "tensors",
      several
        ? `Each of the ${outputs} classes has an output of its own: +1 is wanted for the right class, −1 for the others.`
        : "The wanted output of each example: −1 or +1 for two classes, or the number to predict.",
    ),
    code(
      "tensors",
      `TRAIN, TEST, INPUTS, OUTPUTS = ${train}, ${test}, ${inputs}, ${outputs}`,
      "X = torch.tensor(features, device=device).reshape(TRAIN + TEST, INPUTS)",
      ...(several
        ? [
            "right = torch.tensor(targets.astype(np.int64), device=device)",
            "goals = 2.0 * F.one_hot(right, OUTPUTS).double() - 1.0",
          ]
        : ["goals = torch.tensor(targets, device=device).reshape(TRAIN + TEST, 1)"]),
      'print("examples × inputs:", tuple(X.shape))',
    ),
  ];
}
