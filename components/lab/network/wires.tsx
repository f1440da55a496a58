import { memo } from "react";
import { type Connection, lineOf, type Place, thicknessOf } from "./diagram-layout";
import type { Spot } from "./names";
import { sameSpot } from "./names";
import styles from "./network.module.css";

type Props = {
  all: readonly Connection[];
  weights: Float32Array;
  chosen: Spot | null;
  /** The connection under the pointer, by its place among the weights. */
  pointed: number | null;
};

/**
 * The weights as lines: blue above 0, orange and dashed below, thicker for larger ones.
 */
export function Wires({ all, weights, chosen, pointed }: Props) {
  return all.map((one) => {
    const { from, to, at } = one;
    const weight = weights[at] ?? 0;
    const touches = sameSpot(chosen, to) || sameSpot(chosen, from);
    return (
      <path
        key={at}
        d={lineOf(one)}
        className={weight < 0 ? styles.negative : styles.positive}
        data-chosen={touches || undefined}
        data-pointed={at === pointed || undefined}
        strokeWidth={thicknessOf(weight)}
      />
    );
  });
}

/** All inputs, drawn as one, joined to each neuron of the first layer. */
export const SummaryWires = memo(function SummaryWires(props: {
  from: Place;
  to: readonly Place[];
}) {
  const { from, to } = props;
  return to.map((place) => (
    <path
      key={place.id}
      className={styles.many}
      d={lineOf({ from, to: place, at: 0 })}
      strokeWidth={1}
    />
  ));
});
