"use client";
import { useMemo, useState } from "react";
import { IndexChoice } from "@/components/kit/choice";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { useCalm } from "@/components/kit/use-calm";
import { classNames } from "@/labs/data/sample";
import { activationLabel } from "@/labs/network/activation";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import type { ViewProps } from "../training/use-lab";
import { useDesk } from "./network-desk";
import { signed, sourceOf } from "./neuron-names";
import { StartWeights } from "./start-weights";
import styles from "./weights-view.module.css";

/** Every weight of the network as a number, and where training starts from. */
export function WeightsView({ state, side }: Omit<ViewProps, "controls">) {
  const { drawn, readOnly, act } = useDesk();
  return (
    <Stack>
      {readOnly === null ? (
        <StartWeights
          run={state.run}
          weights={side.weights}
          pass={side.passes.at(-1)?.pass ?? 0}
          onEdits={(edits) => act.current.setEdits(edits)}
        />
      ) : (
        <Small>{readOnly}: its weights can be read, not typed.</Small>
      )}
      <WeightTable run={drawn.run} weights={drawn.weights} />
    </Stack>
  );
}

type Props = { run: Run; weights: Float32Array };

/** The most numbers that are all shown at once; of more, one layer at a time. */
const mostAtOnce = 300;

/** Every weight and bias, as it is now. */
function WeightTable({ run, weights }: Props) {
  // Four times a second: faster than anybody reads, and it keeps a phone free.
  const drawn = useCalm(useMemo(() => ({ run, weights }), [run, weights]));
  const [picked, setPicked] = useState(0);
  const network = networkOf(drawn.run);
  const titles = network.layers.map(({ inputs, outputs, activation }, index) => {
    const name = index < drawn.run.layers.length ? `Layer ${index + 1}` : "Output";
    return `${name}: ${inputs} × ${outputs}, ${activationLabel(activation)}`;
  });
  const all = network.size <= mostAtOnce;
  const only = Math.min(picked, titles.length - 1);
  return (
    <Stack>
      <h3>All {network.size} weights and biases</h3>
      {!all && (
        <IndexChoice
          label="Layer"
          inline
          options={titles}
          value={only}
          onChoose={setPicked}
        />
      )}
      {titles.map((title, index) =>
        all || index === only ? (
          <LayerTable key={title} {...drawn} index={index} title={title} />
        ) : null,
      )}
    </Stack>
  );
}

type LayerTableProps = {
  run: Run;
  weights: Float32Array;
  /** The layer's number: 0 is the one behind the inputs. */
  index: number;
  title: string;
};

/** The most rows and columns drawn of a layer at once. */
const page = 16;

/**
 * The weights and biases of one layer: a row for each input, a column for each neuron.
 */
function LayerTable({ run, weights, index, title }: LayerTableProps) {
  const [fromRow, setFromRow] = useState(0);
  const [fromColumn, setFromColumn] = useState(0);
  const layer = networkOf(run).layers[index];
  if (!layer) return null;
  const { inputs, outputs, weightsAt, biasesAt } = layer;
  const [row, column] = [
    Math.min(fromRow, inputs - 1),
    Math.min(fromColumn, outputs - 1),
  ];
  const range = (from: number, count: number) =>
    Array.from({ length: Math.min(page, count - from) }, (_, at) => from + at);
  const neurons = range(column, outputs);
  const classes = index === run.layers.length ? classNames(run) : [];
  const headOf = (neuron: number) =>
    (outputs > 1 && classes[neuron]) || String(neuron + 1);
  const cells = (at: (neuron: number) => number) =>
    neurons.map((neuron) => <td key={neuron}>{signed(weights[at(neuron)] ?? 0)}</td>);
  return (
    <Stack>
      <Row>
        <Pager
          things="Inputs"
          {...{ page, count: inputs, from: row }}
          onFrom={setFromRow}
        />
        <Pager
          things="Neurons"
          {...{ page, count: outputs, from: column }}
          onFrom={setFromColumn}
        />
      </Row>
      <ScrollTable label={title} className={styles.table}>
        <caption>{title}</caption>
        <ColumnHeads names={["from", ...neurons.map(headOf)]} />
        <tbody>
          {range(row, inputs).map((one) => (
            <tr key={one}>
              <th scope="row">{sourceOf(index + 1, one, run)}</th>
              {cells((neuron) => weightsAt + one * outputs + neuron)}
            </tr>
          ))}
          <tr>
            <th scope="row">bias</th>
            {cells((neuron) => biasesAt + neuron)}
          </tr>
        </tbody>
      </ScrollTable>
    </Stack>
  );
}
