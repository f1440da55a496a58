"use client";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import type { Side } from "@/components/lab/training/side";
import type { Axes } from "@/labs/landscape/loss-surface";
import { neuronName, neuronOf, weightsInto } from "@/labs/landscape/weight-name";
import type { Network } from "@/labs/network/network";
import type { Run } from "@/labs/run/run";
import { movedMost } from "./surface";
import styles from "./surface-controls.module.css";

/** The most times that the surface can be halved or doubled. */
const deepest = 8;

type Props = {
  side: Side;
  network: Network;
  across: number;
  up: number;
  zoom: number;
  setZoom(zoom: number): void;
  onTurn(axes: Axes): void;
};

/** The choice of two weights for the surface, and of the part in view. */
export function SurfaceControls(props: Props) {
  const { side, network, across, up, zoom, setZoom, onTurn } = props;
  const { run } = side;
  return (
    <>
      <div className={styles.axes}>
        <WeightChoice
          {...{ run, network }}
          label="Across"
          at={across}
          other={up}
          onChoose={(at) => onTurn([at, up])}
        />
        <WeightChoice
          {...{ run, network }}
          label="Upwards"
          at={up}
          other={across}
          onChoose={(at) => onTurn([across, at])}
        />
      </div>
      <Row role="group" aria-label="View of the surface">
        <Button onClick={() => onTurn(movedMost(side))}>The two that moved most</Button>
        <Button disabled={zoom >= deepest} onClick={() => setZoom(zoom + 1)}>
          Zoom in
        </Button>
        <Button disabled={zoom <= -deepest} onClick={() => setZoom(zoom - 1)}>
          Zoom out
        </Button>
        <Button disabled={zoom === 0} onClick={() => setZoom(0)}>
          Whole path
        </Button>
      </Row>
    </>
  );
}

type WeightChoiceProps = {
  /** The way on the map: "Across" or "Upwards". */
  label: string;
  run: Run;
  network: Network;
  /** The chosen weight or bias, and the one of the other way, which is not offered. */
  at: number;
  other: number;
  onChoose(at: number): void;
};

/** Chooses one of all weights and biases: first the neuron it leads into, then itself. */
function WeightChoice({ label, run, network, at, other, onChoose }: WeightChoiceProps) {
  const here = neuronOf(network, at);
  const neurons = network.layers.flatMap(({ outputs }, layer) =>
    Array.from({ length: outputs }, (_, neuron) => ({ layer, neuron })),
  );
  const firstInto = (index: number) => {
    const { layer = 0, neuron = 0 } = neurons[index] ?? {};
    const into = weightsInto(run, network, layer, neuron);
    return into.find((one) => one.at !== other)?.at ?? at;
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
          <option key={one.at} value={one.at} disabled={one.at === other}>
            {one.name}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
