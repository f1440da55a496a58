// The network's cells: its layers, its first weights, its loss.

import { outputsOf, sampleOf } from "../data/sample";
import type { Curve } from "../formula/curve";
import { moduleOf, pythonOf } from "../formula/in-python";
import { formulaText } from "../formula/print";
import { simplified } from "../formula/simplify";
import { activationCurve, lossCurve } from "../network/curves";
import { type InitializationName, initializations } from "../network/initialization";
import { biasesOf, type WeightedLayer, weightedLayers } from "../network/network";
import { networkOf } from "../run/plan";
import { hasConvolution, type Run } from "../run/run";
import { convolutionLines } from "./convolution-cells";
import { type Cell, code, shown, words } from "./python";

/** A formula in Python, in which PyTorch always finds a tensor and a slope by `name`. */
function tensorText({ value, slope }: Pick<Curve, "value" | "slope">, name: string) {
  const text = pythonOf(simplified(value));
  const rises = slope.kind !== "number" || slope.value !== 0;
  return rises ? text : `${text} + 0 * ${name}`;
}

/** PyTorch's name of an activation, or a function of its own. */
function activationInPython(curve: Curve): string {
  const text = tensorText(curve, "z");
  const [, bare] = /^([\w.]+)\(z\)$/.exec(text) ?? [];
  return moduleOf(curve.value) ?? bare ?? `lambda z: ${text}`;
}

const dropoutCells = (run: Run): Cell[] => {
  const { layers } = networkOf(run);
  const dense = layers.findIndex(({ kind }) => kind === "dense");
  const before = layers.slice(0, dense).map(({ outputs }) => outputs);
  const sizes = before.length > 0 ? `[${before.join(", ")}, *HIDDEN]` : "HIDDEN";
  return [
    words(
      "dropout",
      "## Dropout",
      "",
      "`nn.Dropout`, but for what is left out: the lab draws that for each hidden output of " +
        "each example in each pass. In both, the outputs that stay are scaled up.",
    ),
    code(
      "dropout",
      "class Dropout(nn.Module):",
      "    def draw(self, number, examples):",
      '        """Draws what is left out of the next batch, in pass `number`."""',
      `        sizes = ${sizes}`,
      "        neurons = torch.arange(sum(sizes), device=examples.device)",
      "        draws = examples[:, None] * sum(sizes) + neurons",
      '        bits = hash32(key_of("drop", number) + draws * 0x9E3779B9) >> 8',
      "        kept = bits >= math.floor(DROP * 2**24 + 0.5)",
      "        self.masks = (kept / (1 - DROP)).split(sizes, dim=1)",
      "",
      "    def forward(self, x, layer):",
      "        return x * self.masks[layer] if self.training else x",
    ),
  ];
};

function layerCells(run: Run): Cell[] {
  const dropped = (line: string) => (run.drop > 0 ? [line] : []);
  const curves = run.activations.map((name) => activationCurve(name));
  const windows = convolutionLines(run);
  const layers = windows ? "self.layers[1:-1]" : "self.layers[:-1]";
  const own = windows ? `k + ${windows.before}` : "k";
  return [
    words(
      "network",
      "## Network",
      "",
      "Hidden layers, each with its activation; the output is linear. Where there are more " +
        "layers than activations, the last activation goes on." +
        (windows ? " A convolution with the first activation stands before them." : ""),
    ),
    code(
      "network",
      `ACTIVATIONS = [${curves.map((curve) => activationInPython(curve)).join(", ")}]`,
      "",
      "class Network(nn.Module):",
      '    """From rows of inputs to rows of outputs."""',
      "",
      "    def __init__(self, inputs, outputs):",
      "        super().__init__()",
      ...(windows?.width ?? []),
      "        widths = [inputs, *HIDDEN, outputs]",
      "        self.layers = nn.ModuleList(nn.Linear(*pair) for pair in zip(widths, widths[1:]))",
      ...(windows?.layer ?? []),
      ...dropped("        self.dropout = Dropout()"),
      "",
      ...(windows?.method ?? []),
      "    def forward(self, x):",
      ...(windows?.call ?? []),
      `        for k, layer in enumerate(${layers}):`,
      "            activation = ACTIVATIONS[min(k, len(ACTIVATIONS) - 1)]",
      "            x = activation(layer(x))",
      ...dropped(`            x = self.dropout(x, ${own})`),
      "        return self.layers[-1](x)",
      "",
      "model = Network(X.shape[1], T.shape[1]).to(device)",
      "print(model)",
    ),
  ];
}

/** A weight or bias that was typed, set in PyTorch's terms. */
function typedLine(layers: readonly WeightedLayer[], at: number, value: number): string {
  const k = layers.findLastIndex(({ weightsAt }) => weightsAt <= at);
  const layer = layers[k]!;
  const { weightsAt, biasesAt } = layer;
  const columns = biasesOf(layer);
  const [input, output] = [Math.floor((at - weightsAt) / columns), at - weightsAt];
  const weight = layer.kind === "dense" ? "weight" : "weight.flatten(1)";
  const place =
    at < biasesAt ? `${weight}[${output % columns}, ${input}]` : `bias[${at - biasesAt}]`;
  return `        model.layers[${k}].${place} = ${value}`;
}

/** How far first weights reach, with the root written between `root` and `end`. */
function limitIn(name: InitializationName, root: string, end: string): string {
  const { factor, fan } = initializations[name];
  const whole = `${root}${fan === "in" ? "inputs" : "(inputs + outputs)"}${end}`;
  return factor === 1 ? whole : `${factor} * ${whole}`;
}

const advised = { glorot: "Glorot and Bengio advise", he: "He and others advise" };

/** How the first weights are drawn, in words. */
function drawnSays(name: InitializationName): string {
  if (initializations[name].factor === 0) return "All zero, as the lab was told";
  const limit = limitIn(name, "√(6 / ", ")").replace("*", "×");
  const like = `Drawn as the lab draws them, for layers of any size: uniform in ±${limit}`;
  return name === "glorot" || name === "he" ? `${like}, as ${advised[name]}` : like;
}

function weightCells(run: Run): Cell[] {
  const network = networkOf(run);
  const { size } = network;
  const layers = weightedLayers(network);
  const windows = hasConvolution(run);
  const edits = run.edits.filter(({ at }) => at < size);
  return [
    words(
      "weights",
      "## First weights",
      "",
      `${drawnSays(run.initialization)}; biases begin at 0.` +
        (windows
          ? " A convolution's inputs are those of one window, its outputs so many for each kernel."
          : "") +
        (edits.length > 0 ? " Then come those that were typed in the lab." : ""),
    ),
    code(
      "weights",
      "with torch.no_grad():",
      "    for k, layer in enumerate(model.layers):",
      '        draw = uniform(key_of("weights", k))',
      ...(windows
        ? [
            "        neurons, inputs = layer.weight.flatten(1).shape",
            "        outputs = inputs * neurons if k == 0 else neurons",
          ]
        : ["        outputs, inputs = layer.weight.shape"]),
      `        limit = ${limitIn(run.initialization, "math.sqrt(6 / ", ")")}`,
      ...(windows
        ? [
            "        drawn = [limit * (2 * next(draw) - 1) for _ in range(inputs * neurons)]",
            "        drawn = torch.tensor(drawn).reshape(inputs, neurons).T",
            "        layer.weight.copy_(drawn.reshape(layer.weight.shape))",
          ]
        : [
            "        drawn = [limit * (2 * next(draw) - 1) for _ in range(inputs * outputs)]",
            "        layer.weight.copy_(torch.tensor(drawn).reshape(inputs, outputs).T)",
          ]),
      "        layer.bias.zero_()",
      ...(edits.length > 0
        ? [
            `    if HIDDEN == [${run.layers.join(", ")}]:`,
            ...edits.map(({ at, value }) => typedLine(layers, at, value)),
          ]
        : []),
    ),
  ];
}

/** The losses that PyTorch has, by their formula. */
const torchLosses: Readonly<Record<string, string>> = {
  "(s - t)^2": "MSELoss",
  "abs(s - t)": "L1Loss",
  "abs(s - t) <= 1 ? (s - t)^2 / 2 : abs(s - t) - 0.5": "HuberLoss",
  "softplus(-t * s)": "BCEWithLogitsLoss",
  "t > 0 ? r - s : 0": "CrossEntropyLoss",
};

/** Those that want 0 and 1 where the lab has −1 and +1. */
const wantingShares: readonly string[] = ["BCEWithLogitsLoss", "CrossEntropyLoss"];

/** Whether all that is wanted is −1 or +1: an outlier may have any target. */
const hasShares = (run: Run) =>
  outputsOf(run) > 1 || sampleOf(run).targets.every((target) => Math.abs(target) === 1);

function lossCells(run: Run): Cell[] {
  const curve = lossCurve(run.loss);
  const named = torchLosses[formulaText(curve.value)];
  const shares = named !== undefined && wantingShares.includes(named);
  const known = shares && !hasShares(run) ? undefined : named;
  const sums = outputsOf(run) > 1 && known !== "CrossEntropyLoss";
  const each = known
    ? `criterion(s, ${shares ? "(t + 1) / 2" : "t"})`
    : tensorText(curve, "s");
  const says = [
    ...(known ? [] : ["PyTorch has no such loss, so this is its formula."]),
    ...(known && shares ? ["PyTorch wants 0 and 1 where the lab has −1 and +1."] : []),
    ...(sums ? ["An example's loss is the sum over its outputs."] : []),
  ].join(" ");
  return [
    words("loss", `## Loss: ${shown(run, "loss")}`, ...(says ? ["", says] : [])),
    code(
      "loss",
      ...(known
        ? [`criterion = nn.${known}(${sums ? 'reduction="none"' : ""})`, ""]
        : []),
      "def loss_of(s, t):",
      '    """The mean loss of scores s that should be t."""',
      ...(known && !sums
        ? [`    return ${each}`]
        : [`    loss = ${each}`, `    return loss${sums ? ".sum(dim=1)" : ""}.mean()`]),
    ),
  ];
}

/** The network, its first weights and its loss. */
export function networkCells(run: Run): Cell[] {
  return [
    ...(run.drop > 0 ? dropoutCells(run) : []),
    ...layerCells(run),
    ...weightCells(run),
    ...lossCells(run),
  ];
}
