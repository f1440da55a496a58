"use client";
import { neuronName, neuronOf, weightsInto } from "@/labs/landscape/weight-name";
import type { Network } from "@/labs/network";
import type { Run } from "@/labs/run";

type Props = {
  /** Which way on the map: "Across" or "Upwards". */
  label: string;
  run: Run;
  network: Network;
  /** The chosen weight or bias, and the one that is taken by the other way. */
  at: number;
  taken: number;
  onChoose(at: number): void;
};

/** Chooses one of all weights and biases: first the neuron it leads into, then itself. */
export function WeightChoice({ label, run, network, at, taken, onChoose }: Props) {
  const here = neuronOf(network, at);
  const neurons = network.layers.flatMap(({ outputs }, layer) =>
    Array.from({ length: outputs }, (_, neuron) => ({ layer, neuron })),
  );
  const firstInto = (index: number) => {
    const { layer = 0, neuron = 0 } = neurons[index] ?? {};
    const into = weightsInto(run, network, layer, neuron);
    return into.find((one) => one.at !== taken)?.at ?? at;
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <select
        aria-label={`${label}: neuron`}
        value={neurons.findIndex(
          ({ layer, neuron }) => layer === here.layer && neuron === here.neuron,
        )}
        onChange={(event) => onChoose(firstInto(Number(event.target.value)))}
      >
        {neurons.map(({ layer, neuron }, index) => (
          <option key={`${layer} ${neuron}`} value={index}>
            into {neuronName(run, network, layer, neuron)}
          </option>
        ))}
      </select>
      <select
        aria-label={`${label}: weight or bias`}
        value={at}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {weightsInto(run, network, here.layer, here.neuron).map((one) => (
          <option key={one.at} value={one.at} disabled={one.at === taken}>
            {one.name}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
