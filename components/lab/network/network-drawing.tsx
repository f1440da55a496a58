// The network drawn small, to be looked at and not worked with.
import type { ReactNode } from "react";
import type { Network } from "@/labs/network/network";
import { type DrawnNeuron, drawnWeights, layout, lineOf } from "./diagram-layout";
import styles from "./network-drawing.module.css";

type Props = {
  network: Network;
  weights: Float32Array;
  /** Whether all inputs are drawn as one: those of data that are not on the plane. */
  summarised?: boolean;
  /** The face of an input or neuron, such as its map. */
  face?: (place: DrawnNeuron) => ReactNode;
};

/** The strengths that lines are drawn in, in pixels, each for weights up to a size. */
const strengths = [
  { upTo: 0.3, thick: 0.5 },
  { upTo: 0.8, thick: 1.2 },
  { upTo: 1.6, thick: 2.4 },
  { upTo: Number.POSITIVE_INFINITY, thick: 4 },
];

/** The weights of one sign and strength are one path: a page can hold it as text. */
function wiresOf({ network, weights, summarised }: Props, columns: DrawnNeuron[][]) {
  const all = drawnWeights(network, columns);
  return [false, true].flatMap((negative) =>
    strengths.map(({ upTo, thick }, at) => {
      const from = strengths[at - 1]?.upTo ?? 0;
      const alike = all.filter((one) => {
        const weight = weights[one.at] ?? 0;
        const size = Math.abs(weight);
        return weight < 0 === negative && size >= from && size < upTo;
      });
      const d = alike.map((one) => lineOf(shortened(one))).join("");
      return { key: `${negative} ${thick} ${summarised}`, negative, thick, d };
    }),
  );
}

const rounded = (place: DrawnNeuron) => ({
  ...place,
  x: Math.round(place.x),
  y: Math.round(place.y),
});

const shortened = <T extends { from: DrawnNeuron; to: DrawnNeuron }>(one: T): T => ({
  ...one,
  from: rounded(one.from),
  to: rounded(one.to),
});

/**
 * Lines for weights (blue above 0, orange and dashed below, thicker for larger ones) and a
 * square for each neuron, as large as its place. Decorative: say it in text.
 */
export function NetworkDrawing(props: Props) {
  const { network, summarised = false, face } = props;
  const columns = layout(network, summarised);
  const tallest = Math.max(...columns.map((column) => column.length));
  return (
    <div
      className={styles.network}
      dir="ltr"
      data-tall={tallest > 8 || undefined}
      aria-hidden
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        {wiresOf(props, columns).map(
          ({ key, negative, thick, d }) =>
            d && (
              <path
                key={key}
                className={negative ? styles.negative : styles.positive}
                strokeWidth={thick}
                d={d}
              />
            ),
        )}
      </svg>
      {columns.flat().map((place) => (
        <span key={place.id} style={{ left: `${place.x}%`, top: `${place.y}%` }}>
          {face?.(place)}
        </span>
      ))}
    </div>
  );
}
