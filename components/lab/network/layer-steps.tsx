"use client";
// The hidden layers, changed on the drawing: a neuron more or fewer above each, and a layer
// more or fewer beside it.
import type { CSSProperties } from "react";
import { Button } from "@/components/kit/button";
import { fields, type Run } from "@/labs/run/run";
import type { DrawnNeuron } from "./diagram-layout";
import styles from "./layer-steps.module.css";

type Props = {
  layers: Run["layers"];
  onLayers(layers: Run["layers"]): void;
};

const { control } = fields.layers;
const [mostLayers, widest] =
  control.kind === "layers" ? [control.most, control.widest] : [0, 0];

type StepsProps = Props & {
  /** The drawn columns, of which the first are the inputs. */
  columns: readonly (readonly DrawnNeuron[])[];
};

/** − n + above each hidden layer. */
export function LayerSteps({ layers, columns, onLayers }: StepsProps) {
  // The first step begins in the middle between the inputs and the first layer.
  const [inputs = 0, first = 0] = columns.map((column) => column[0]?.x);
  const edge = { "--edge": `${(inputs + first) / 2}%` } as CSSProperties;
  return (
    <div className={styles.steps} style={edge} role="group" aria-label="Hidden layers">
      {layers.map((width, layer) => {
        const resize = (by: number) =>
          onLayers(layers.map((one, at) => (at === layer ? one + by : one)));
        return (
          <div key={layer} className={styles.step}>
            <Button
              aria-label={`One neuron fewer in layer ${layer + 1}`}
              inactive={width <= 1}
              onClick={() => resize(-1)}
            >
              −
            </Button>
            <output>
              {width}{" "}
              <span className="visually-hidden">neurons in layer {layer + 1}</span>
            </output>
            <Button
              aria-label={`One neuron more in layer ${layer + 1}`}
              inactive={width >= widest}
              onClick={() => resize(1)}
            >
              +
            </Button>
          </div>
        );
      })}
    </div>
  );
}

/** Adds a layer like the last one, or takes the last away. */
export const LayerButtons = ({ layers, onLayers }: Props) => (
  <div className={styles.buttons}>
    <Button
      inactive={layers.length >= mostLayers}
      onClick={() => onLayers([...layers, layers.at(-1) ?? 4])}
    >
      <span aria-hidden="true">+ </span>Add a layer
    </Button>
    <Button inactive={layers.length === 0} onClick={() => onLayers(layers.slice(0, -1))}>
      <span aria-hidden="true">− </span>Remove one
    </Button>
  </div>
);
