// The hash that orders the examples of each pass and leaves outputs out, in Python.

import { streams } from "../arithmetic/random";
import type { Plan } from "../run/plan";
import { type Cell, code, words } from "./python";

const hasHidden = ({ network }: Plan) => network.layers.length > 1;

/** Whether anything is left out in a step. */
export const drops = (plan: Plan) => plan.drop > 0 && hasHidden(plan);

/** Which example stands where in each pass. */
export const orderCells: readonly Cell[] = [
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

/** What drops out, where anything does. */
export function dropCells(plan: Plan): Cell[] {
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
