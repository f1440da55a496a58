import { activations } from "@/labs/activation";
import { inputs } from "@/labs/input";
import { networkOf } from "@/labs/network";
import type { Run } from "@/labs/run";
import type { Place } from "./diagram-layout";
import lab from "./lab.module.css";
import styles from "./network.module.css";
import { nameOf } from "./network-diagram";

const signed = (value: number) =>
  Number.isFinite(value) ? value.toFixed(3).replace("-", "−") : "not a number";

/** The numbers of one neuron: its bias and the weight of everything it reads. */
export function NeuronDetails(props: { run: Run; weights: Float32Array; place: Place }) {
  const { run, weights, place } = props;
  const name = nameOf(place, run);
  const layer = networkOf(run).layers[place.column - 1];
  if (!layer) {
    return (
      <p className={styles.details}>{name}: given with each point, it has no weights.</p>
    );
  }
  const source = (row: number) => {
    const input = place.column === 1 ? run.inputs[row] : undefined;
    return input ? inputs[input].label : `neuron ${row + 1}`;
  };
  return (
    <div className={styles.details}>
      <p>
        <b>{name}</b>:{" "}
        {layer.activation === "linear"
          ? "the sum of"
          : `${activations[layer.activation].label} of the sum of`}
      </p>
      <dl className={lab.numbers}>
        {Array.from({ length: layer.inputs }, (_, row) => {
          const weight = weights[layer.weightsAt + row * layer.outputs + place.row] ?? 0;
          return (
            <div key={source(row)}>
              <dt>{source(row)} ×</dt>
              <dd>{signed(weight)}</dd>
            </div>
          );
        })}
        <div>
          <dt>bias</dt>
          <dd>{signed(weights[layer.biasesAt + place.row] ?? 0)}</dd>
        </div>
      </dl>
    </div>
  );
}
