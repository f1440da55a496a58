import type { ActivationName } from "@/labs/activation";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import styles from "./take-away.module.css";

/** What PyTorch calls each activation; a sine it lacks, so that one is written out. */
const modules: Readonly<Record<ActivationName, string>> = {
  linear: "torch.nn.Identity()",
  relu: "torch.nn.ReLU()",
  leaky: "torch.nn.LeakyReLU(0.1)",
  tanh: "torch.nn.Tanh()",
  sigmoid: "torch.nn.Sigmoid()",
  elu: "torch.nn.ELU()",
  softplus: "torch.nn.Softplus()",
  sine: "Sine()",
};

const sine = [
  "class Sine(torch.nn.Module):",
  "    def forward(self, sums):",
  "        return torch.sin(sums)",
  "",
];

/** The weights in PyTorch, in a few lines. */
export function PythonNote({ run, file }: { run: Run; file: string }) {
  const { layers } = networkOf(run);
  const lines = layers.flatMap(({ inputs, outputs, activation }, index) => {
    const linear = `    torch.nn.Linear(${inputs}, ${outputs}),`;
    return index === layers.length - 1
      ? [linear]
      : [linear, `    ${modules[activation]},`];
  });
  const code = [
    "import torch",
    "from safetensors.torch import load_file",
    "",
    ...(layers.some(({ activation }) => activation === "sine") ? sine : []),
    "network = torch.nn.Sequential(",
    ...lines,
    ")",
    `weights = load_file("${file}")`,
    "linear = [m for m in network if isinstance(m, torch.nn.Linear)]",
    "for index, module in enumerate(linear):",
    '    module.weight.data = weights[f"layers.{index}.weight"]',
    '    module.bias.data = weights[f"layers.{index}.bias"]',
  ].join("\n");
  return (
    <details>
      <summary>The weights in PyTorch</summary>
      <p className={lab.small}>
        The safetensors file names and turns its tensors as PyTorch does. With{" "}
        <code>pip install torch safetensors</code>:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus */}
      <pre className={styles.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
    </details>
  );
}
