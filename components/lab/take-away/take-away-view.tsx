"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { download } from "@/components/kit/download";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ScrollRegion } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { Code } from "@/components/kit/with-code";
import { siteAddress } from "@/content/site-path";
import { numberText } from "@/labs/arithmetic/number-text";
import { datasets } from "@/labs/data/datasets";
import { classNames, heldSet, scaledNames } from "@/labs/data/sample";
import { curveCsv, safetensors, weightsJson } from "@/labs/export/export";
import { moduleOf, pythonOf } from "@/labs/formula/in-python";
import type { ActivationName } from "@/labs/network/activation";
import { activationCurve } from "@/labs/network/curves";
import { pathOf } from "@/labs/run/link";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import type { ViewProps } from "../training/use-lab";
import { decisionPicture } from "./decision-picture";
import { networkSvg, neuronImages } from "./network-svg";
import styles from "./take-away-view.module.css";

/** The weights, the pictures and the curve, as files to keep. */
export function TakeAwayView({ state, side }: ViewProps) {
  const [said, setSaid] = useState("");
  const { run, weights, passes, sample } = side;
  const network = networkOf(run);
  const held = heldSet(run);
  const last = passes.at(-1);
  const pass = last?.pass ?? 0;
  const name = `${state.lab.id}-${run.data}-pass-${pass}`;
  const title = `${datasets[run.data].label} after pass ${pass}: train loss ${numberText(last?.trainLoss ?? 0)}, ${held} loss ${numberText(last?.heldLoss ?? 0)}`;

  const link = () => siteAddress(pathOf(state.lab, run));
  function keep(ending: string, content: BlobPart, type: string) {
    download(`${name}.${ending}`, content, type);
    setSaid(`${name}.${ending} is with your browser’s downloads.`);
  }
  /** Weights that are numbers; a run that diverged may have none. */
  function ifFinite(then: () => void) {
    if (weights.every(Number.isFinite)) then();
    else setSaid("The weights are no longer numbers, so there is nothing to take away.");
  }
  const origin = () => ({
    link: link(),
    pass,
    inputs: scaledNames(run),
    classes: classNames(run),
  });
  const json = () =>
    ifFinite(() =>
      keep("json", weightsJson(network, weights, origin()), "application/json"),
    );
  function tensors() {
    const { link, inputs, classes } = origin();
    const metadata = {
      link,
      pass: String(pass),
      inputs: inputs.join(","),
      classes: classes.join(","),
      activations: network.layers.map(({ activation }) => activation).join(","),
    };
    const file = () => safetensors(network, weights, metadata);
    ifFinite(() => keep("safetensors", file(), "application/octet-stream"));
  }
  function svg() {
    const onPlane = sample.points !== null;
    const mapOf = onPlane ? neuronImages(run, weights) : () => null;
    keep("svg", networkSvg({ run, weights, onPlane, mapOf, title }), "image/svg+xml");
  }
  async function png() {
    if (!sample.points) return;
    setSaid("Drawing…");
    const lines = [title, link().replace(/^(.{90}).+$/, "$1…")];
    const picture = await decisionPicture(run, weights, sample.points, lines);
    if (picture) keep("png", picture, "image/png");
    else setSaid("This browser could not draw the picture.");
  }
  const csv = () => keep("csv", curveCsv(passes, held), "text/csv");
  return (
    <Stack>
      <p>
        What is shown now, after pass {pass}, as files: the {network.size} weights and
        biases, the pictures, the curve. Nothing leaves your browser.
      </p>
      <Row>
        <Button onClick={json}>Weights (JSON)</Button>
        <Button onClick={tensors}>Weights (safetensors)</Button>
        {sample.points && <Button onClick={() => void png()}>Map (PNG)</Button>}
        <Button onClick={svg}>Network (SVG)</Button>
        <Button onClick={csv}>Curve (CSV)</Button>
      </Row>
      <Status>{said}</Status>
      <PythonNote run={run} file={`${name}.safetensors`} />
    </Stack>
  );
}

/** A module of what PyTorch has no name for. */
const writtenOut = (name: ActivationName, module: string) => [
  `class ${module}(torch.nn.Module):`,
  "    def forward(self, sums):",
  `        return ${pythonOf(activationCurve(name).value, { z: "sums" })}`,
  "",
];

/** The weights in PyTorch, in a few lines. */
function PythonNote({ run, file }: { run: Run; file: string }) {
  const { layers } = networkOf(run);
  const known = (name: ActivationName) => moduleOf(activationCurve(name).value);
  const unnamed = [...new Set(layers.map(({ activation }) => activation))].filter(
    (name) => known(name) === null,
  );
  const moduleName = (name: ActivationName) => {
    const at = unnamed.indexOf(name);
    return at > 0 ? `Own${at + 1}` : "Own";
  };
  const own = unnamed.flatMap((name) => writtenOut(name, moduleName(name)));
  const lines = layers.flatMap(({ inputs, outputs, activation }, index) => {
    const linear = `    torch.nn.Linear(${inputs}, ${outputs}),`;
    if (index === layers.length - 1) return [linear];
    const module = known(activation);
    return [linear, `    ${module ? `torch.${module}` : `${moduleName(activation)}()`},`];
  });
  const code = [
    "import torch",
    ...(own.some((line) => line.includes("F."))
      ? ["import torch.nn.functional as F"]
      : []),
    "from safetensors.torch import load_file",
    "",
    ...own,
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
    <Disclosure summary="The weights in PyTorch">
      <Small>
        The safetensors file names and turns its tensors as PyTorch does. With{" "}
        <Code>pip install torch safetensors</Code>:
      </Small>
      <ScrollRegion aria-label="Code for PyTorch" className={styles.code}>
        <pre>
          <Code>{code}</Code>
        </pre>
      </ScrollRegion>
    </Disclosure>
  );
}
