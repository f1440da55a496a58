// The names of a network's weights and biases.
import { classNames, inputNames } from "../data/sample";
import type { Layer, Network } from "../network/network";
import type { Run } from "../run/run";

/**
 * A neuron, counted from 1 in its layer; an output by its class where there are several.
 */
export function neuronName(run: Run, network: Network, layer: number, at: number) {
  if (layer < network.layers.length - 1) return `layer ${layer + 1} neuron ${at + 1}`;
  const several = network.layers[layer]!.outputs > 1;
  const named = several ? classNames(run)[at] : undefined;
  return several ? `output ${named ?? at + 1}` : "output";
}

/** All the weights into one neuron, then its bias: where each stands, and its name. */
export function weightsInto(run: Run, network: Network, layer: number, neuron: number) {
  const { inputs, outputs, weightsAt, biasesAt } = network.layers[layer]!;
  const into = neuronName(run, network, layer, neuron);
  const names = layer === 0 ? inputNames(run) : null;
  const source = (at: number) =>
    names ? (names[at] ?? `input ${at + 1}`) : neuronName(run, network, layer - 1, at);
  return [
    ...Array.from({ length: inputs }, (_, at) => ({
      at: weightsAt + at * outputs + neuron,
      name: `${source(at)} → ${into}`,
    })),
    { at: biasesAt + neuron, name: `bias of ${into}` },
  ];
}

const holds = ({ weightsAt, biasesAt, outputs }: Layer, at: number) =>
  at >= weightsAt && at < biasesAt + outputs;

/** The layer and neuron that a weight or bias at a place of the flat array leads into. */
export function neuronOf(network: Network, at: number) {
  const layer = Math.max(
    network.layers.findIndex((one) => holds(one, at)),
    0,
  );
  const { weightsAt, biasesAt, outputs } = network.layers[layer]!;
  const neuron = at < biasesAt ? (at - weightsAt) % outputs : at - biasesAt;
  return { layer, neuron };
}

/** The name of the weight or bias at a place of the flat array. */
export function weightName(run: Run, network: Network, at: number): string {
  const { layer, neuron } = neuronOf(network, at);
  const found = weightsInto(run, network, layer, neuron).find((one) => one.at === at);
  return found?.name ?? `weight ${at}`;
}
