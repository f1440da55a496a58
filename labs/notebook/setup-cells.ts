// The beginning of a notebook: libraries, settings, the lab's random numbers.
import { streams } from "../arithmetic/random";
import type { Task } from "../run/plan";
import type { Run } from "../run/run";
import { convolutionLines } from "./convolution-cells";
import { exampleSettings, isDrawn } from "./example-cells";
import { type Cell, code, words } from "./python";

export const libraryCells: readonly Cell[] = [
  words("libraries", "## Libraries", "", "PyTorch 1.13 or newer."),
  code(
    "libraries",
    "import itertools",
    "import math",
    "",
    "import torch",
    "import torch.nn.functional as F",
    "from torch import nn",
    "from torch.utils.data import DataLoader, Sampler, TensorDataset",
    "",
    'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")',
    'where = torch.cuda.get_device_name(device) if device.type == "cuda" else "the CPU"',
    'print("PyTorch", torch.__version__, "on", where)',
  ),
];

/** The settings that are plain numbers. */
export function settingCells(run: Run, task: Task): Cell[] {
  const { data, seed, layers, rate, batch, passes, regularization, decay, drop } = run;
  const drawn = drop > 0 ? "first weights, order and dropout" : "first weights and order";
  return [
    words(
      "settings",
      "## Settings",
      "",
      isDrawn(data)
        ? `Change a number and run all cells again: the examples, ${drawn} are drawn anew, as the lab would draw them.`
        : `Change a number and run all cells again: ${drawn} are drawn anew; the examples stay.`,
    ),
    code(
      "settings",
      `SEED = ${seed}`,
      ...exampleSettings(run, task),
      ...(convolutionLines(run)?.settings ?? []),
      `HIDDEN = [${layers.join(", ")}]  # neurons in each hidden layer`,
      `RATE = ${rate}  # the learning rate`,
      `BATCH = ${batch}  # examples per step`,
      `PASSES = ${passes}  # others call a pass an epoch`,
      ...(regularization === "none" ? [] : [`DECAY = ${decay}  # of the regularization`]),
      ...(drop > 0 ? [`DROP = ${drop}  # the share of hidden outputs left out`] : []),
    ),
  ];
}

/** The hash that draws all random numbers of a run. */
export const randomCells: readonly Cell[] = [
  words(
    "random",
    "## Random numbers",
    "",
    "PyTorch would draw others than the lab, so these come from the lab's own hash.",
  ),
  code(
    "random",
    `STREAMS = ${JSON.stringify(streams).replaceAll(/[:,]/g, "$& ")}`,
    "",
    "def hash32(x):",
    '    """32 well mixed bits (lowbias32) of a whole number or a tensor of them."""',
    "    x = x & 0xFFFFFFFF",
    "    x = ((x ^ (x >> 16)) * 0x21F0AAAD) & 0xFFFFFFFF",
    "    x = ((x ^ (x >> 15)) * 0x735A2D97) & 0xFFFFFFFF",
    "    return x ^ (x >> 15)",
    "",
    "def key_of(stream, number=0):",
    '    """Where a stream of random numbers begins; each pass and layer has its own."""',
    "    return hash32(number + hash32(STREAMS[stream] + hash32(SEED)))",
    "",
    "def uniform(key):",
    '    """Numbers from 0 to 1, one after the other."""',
    "    for index in itertools.count(1):",
    "        yield (hash32(key + index * 0x9E3779B9) >> 8) / 2**24",
  ),
];
