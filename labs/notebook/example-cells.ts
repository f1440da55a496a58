// The examples of a notebook: drawn as the lab draws them, or written out.
import { alphabet } from "../data/alphabet";
import type { PlaneDataset, Point } from "../data/dataset";
import { type DatasetName, datasets, kindOf } from "../data/datasets";
import type { InputName } from "../data/input";
import type { ScalingName } from "../data/scaling";
import { textOfRun } from "../data/text";
import type { TargetKind } from "../network/loss";
import type { planOf, Task } from "../run/plan";
import type { Run } from "../run/run";
import { type Cell, code, decoded, words } from "./python";

/** A run made ready, with what its examples stand for. */
type Made = ReturnType<typeof planOf>;

/** The data whose points follow from a formula. */
type DrawnName = {
  [K in DatasetName]: (typeof datasets)[K] extends PlaneDataset ? K : never;
}[Exclude<DatasetName, "own">];

/** How each draws x, y and target of the example at `index`: the lines of a function. */
const pointLines: Readonly<Record<DrawnName, readonly string[]>> = {
  circle: [
    "blue = index % 2 == 0",
    "nearest, farthest = (0, 1.3) if blue else (1.8, 2.9)",
    "while True:",
    "    x, y = 6 * next(draw) - 3, 6 * next(draw) - 3",
    "    if nearest <= math.sqrt(x * x + y * y) <= farthest:",
    "        return x + NOISE * normal(draw), y + NOISE * normal(draw), 1 if blue else -1",
  ],
  xor: [
    "blue = index % 2 == 0",
    "x = (0.2 + 2.7 * next(draw)) * (-1 if next(draw) < 0.5 else 1)",
    "y = (0.2 + 2.7 * next(draw)) * (1 if blue == (x > 0) else -1)",
    "return x + NOISE * normal(draw), y + NOISE * normal(draw), 1 if blue else -1",
  ],
  gaussian: [
    "target = 1 if index % 2 == 0 else -1",
    "spread = 0.45 + 1.5 * NOISE",
    "x = 1.2 * target + spread * normal(draw)",
    "return x, 1.2 * target + spread * normal(draw), target",
  ],
  rare: [
    "target = 1 if index % 20 == 0 else -1",
    "middle, spread = (1 if target > 0 else -0.6), 0.95 + NOISE",
    "x = middle + spread * normal(draw)",
    "return x, middle + spread * normal(draw), target",
  ],
  spiral: [
    "target = 1 if index % 2 == 0 else -1",
    "along = next(draw)",
    "radius = 0.2 + 2.6 * along",
    "angle = 1.75 * 2 * math.pi * along + (0 if target > 0 else math.pi)",
    "x = radius * math.sin(angle) + 0.5 * NOISE * normal(draw)",
    "return x, radius * math.cos(angle) + 0.5 * NOISE * normal(draw), target",
  ],
  arms: [
    "target = index % 3",
    "distance = 0.2 + 2.4 * next(draw)",
    "angle = 1.6 * distance + target * 2 * math.pi / 3",
    "x = distance * math.cos(angle) + NOISE * normal(draw)",
    "return x, distance * math.sin(angle) + NOISE * normal(draw), target",
  ],
  hills: [
    "x, y = 6 * next(draw) - 3, 6 * next(draw) - 3",
    "def rise(top_x, top_y):",
    "    return 1 / (1 + (x - top_x) ** 2 + (y - top_y) ** 2) ** 2",
    "height = rise(1.4, 1.4) - rise(1.4, -1.4) - rise(-1.4, 1.4) + rise(-1.4, -1.4)",
    "return x, y, height + 0.5 * NOISE * normal(draw)",
  ],
};

/** Whether the points of some data follow from the seed, the noise and their number. */
export const isDrawn = (data: DatasetName): data is DrawnName =>
  Object.hasOwn(pointLines, data);

/** Whether the examples are points of the plane. */
export const isOnPlane = ({ data }: Run) => isDrawn(data) || data === "own";

/** Whether the examples are cut from a text. */
export const isText = ({ data }: Run) => datasets[data].on === "text";

/** The settings that decide the examples. */
export function exampleSettings(run: Run, { plan }: Task): string[] {
  const { data, samples, noise, validation, context } = run;
  const closes = validation > 0;
  if (isText(run)) {
    return [`CONTEXT = ${context}  # letters that the network sees`, ...shareLines(run)];
  }
  if (!isOnPlane(run)) {
    const others = closes ? "" : "; the others only test";
    return [
      `TRAIN = ${plan.train}  # examples that train${others}`,
      ...(closes
        ? [
            `OPEN = ${plan.train + plan.held}  # with those that validate; the others only test`,
          ]
        : []),
    ];
  }
  return [
    ...(isDrawn(data) ? [`SAMPLES = ${samples}  # examples`, `NOISE = ${noise}`] : []),
    ...shareLines(run),
  ];
}

/** The shares of the examples that train and that are held out. */
const shareLines = ({ split, validation }: Run) => [
  `SPLIT = ${split}  # the share of the examples that trains`,
  ...(validation > 0
    ? [`VALIDATION = ${validation}  # the share held out to choose by`]
    : []),
];

/** Each input from x and y. */
const inputText: Readonly<Record<InputName, string>> = {
  x: "x",
  y: "y",
  xx: "x * x",
  yy: "y * y",
  xy: "x * y",
  sinx: "torch.sin(x)",
  siny: "torch.sin(y)",
};

/** Each scaling of the inputs. */
const scalingLines: Readonly<Record<ScalingName, readonly string[]>> = {
  none: [],
  ten: ["features[:, 0] *= 10"],
  hundred: ["features[:, 0] *= 100"],
  standard: [
    "# Mean and deviation of the training set alone: the rest counts as unseen.",
    "deviation = features[:TRAIN].std(dim=0, unbiased=False)",
    "deviation[deviation == 0] = 1",
    "features = (features - features[:TRAIN].mean(dim=0)) / deviation",
  ],
};

/** A list of points, a line each. */
const pointsText = (name: string, points: readonly Point[]) => [
  `${name} = [`,
  ...points.map(({ x, y, target }) => `    (${x}, ${y}, ${target}),`),
  "]",
];

/** Lines that make the `points` of the plane. */
const pointsMade = (run: Run) =>
  isDrawn(run.data)
    ? [
        "def normal(draw):",
        '    """A number from nearly the standard normal distribution."""',
        "    return sum(next(draw) for _ in range(12)) - 6",
        "",
        "def point(draw, index):",
        '    """x, y and target of the example at `index`."""',
        ...pointLines[run.data].map((line) => `    ${line}`),
        "",
        'draw = uniform(key_of("data"))',
        "points = [point(draw, index) for index in range(SAMPLES)]",
      ]
    : pointsText("points", datasets.own.points(run));

/** How many of a list train, and how many more are held out. */
const countLines = ({ validation }: Run, list: string) => [
  `TRAIN = min(max(math.floor(len(${list}) * SPLIT + 0.5), 1), len(${list}) - ${validation > 0 ? 2 : 1})`,
  ...(validation > 0
    ? [
        `OPEN = TRAIN + min(max(math.floor(len(${list}) * VALIDATION + 0.5), 1), len(${list}) - TRAIN - 1)`,
      ]
    : []),
];

/** Points of the plane, and the inputs that are computed from them. */
const planeLines = (run: Run) => [
  ...pointsMade(run),
  ...countLines(run, "points"),
  ...(run.outliers.length > 0
    ? [
        ...pointsText("outliers", run.outliers),
        "points[TRAIN:TRAIN] = outliers",
        "TRAIN += len(outliers)",
        ...(run.validation > 0 ? ["OPEN += len(outliers)"] : []),
      ]
    : []),
  "x, y, targets = torch.tensor(points, dtype=torch.float64).T",
  `features = torch.stack([${run.inputs.map((name) => inputText[name]).join(", ")}], dim=1)`,
  ...scalingLines[run.scaling],
];

const joined = (open: Float32Array, closed: Float32Array = new Float32Array()) => {
  const all = new Float32Array(open.length + closed.length);
  all.set(open);
  all.set(closed, open.length);
  return all;
};

/** Letters in one line of a program. */
const lineLength = 100;

/** A text, and each of its letters but the first as an example: those before it, one-hot. */
function textLines(run: Run): string[] {
  const text = textOfRun(run);
  const count = Math.ceil(text.length / lineLength);
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify(text.slice(at * lineLength, (at + 1) * lineLength)),
  );
  return [
    `ALPHABET = ${JSON.stringify(alphabet)}`,
    "text = (",
    ...lines.map((line) => `    ${line}`),
    ")",
    "places = torch.tensor([ALPHABET.index(letter) for letter in text])",
    "windows = places.unfold(0, CONTEXT + 1, 1)",
    "features = F.one_hot(windows[:, :-1], len(ALPHABET)).flatten(1)",
    "targets = windows[:, -1]",
    ...countLines(run, "targets"),
  ];
}

/** Features and targets as they are, to the last bit. */
const tableLines = ({ examples, plan, sample }: Made) => [
  "import base64",
  "",
  "def numbers(text):",
  '    """The numbers that base64 text stands for: float32, little-endian."""',
  "    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32)",
  "",
  decoded("features", joined(examples.features, sample.closed?.features)),
  `features = features.reshape(-1, ${plan.network.layers[0]!.inputs})`,
  decoded("targets", joined(examples.targets, sample.closed?.targets)),
];

function saysOf(run: Run): string {
  const { data } = run;
  if (isText(run)) {
    return "Each letter of the text is to be told from those before it. Write another `text` as you like, in letters of `ALPHABET`.";
  }
  if (isDrawn(data))
    return "Drawn as in the lab. For other examples change `SAMPLES`, `NOISE` or `point`.";
  if (data === "own")
    return "Your points, as x, y and target, in the order that the seed gave them. Write others as you like.";
  return (
    "Written in base64, exactly those of the lab. To train on others, set `features` (a row " +
    "for each example, those that train first) and `targets` (a number for each)."
  );
}

const wantedSays = {
  classes: "The output should be −1 for one class and +1 for the other.",
  several:
    "Each class has an output of its own: it should be +1 for that class, else −1.",
  number: "The output should be the number to predict.",
} satisfies Record<TargetKind, string>;

/** The examples as tensors: those that train come first. */
export function exampleCells(run: Run, task: Made): Cell[] {
  const { outputs } = task.plan.network.layers.at(-1)!;
  const several = outputs > 1;
  return [
    words("examples", `## Examples: ${datasets[run.data].label}`, "", saysOf(run)),
    isOnPlane(run) || isText(run)
      ? code("examples", ...(isText(run) ? textLines(run) : planeLines(run)))
      : { ...code("examples", ...tableLines(task)), closed: true },
    words("tensors", wantedSays[kindOf(run)]),
    code(
      "tensors",
      ...(several
        ? [
            `CLASSES = ${outputs}`,
            "wanted = 2 * (targets[:, None] == torch.arange(CLASSES)).float() - 1",
          ]
        : ["wanted = targets.reshape(-1, 1)"]),
      "X, T = features.float().to(device), wanted.float().to(device)",
      run.validation > 0
        ? 'print(TRAIN, "examples train,", OPEN - TRAIN, "validate,", len(X) - OPEN, "test; each has", X.shape[1], "inputs")'
        : 'print(TRAIN, "examples train,", len(X) - TRAIN, "test; each has", X.shape[1], "inputs")',
    ),
  ];
}
