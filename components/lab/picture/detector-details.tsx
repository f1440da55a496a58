import { digitSide } from "@/labs/datasets/digits";
import { fixedText } from "@/labs/number-text";
import { detectorName, voicesInWords } from "./detector-words";
import styles from "./picture.module.css";
import { PixelImage } from "./pixel-image";
import { type Seen, shaded } from "./seen-detectors";
import { SignedBars } from "./signed-bars";

const headings = {
  weights: "Outgoing weight",
  activity: "Mean output",
};

const signed = (value: number) => fixedText(value, 2);

/** One neuron of the first layer, large, with all its numbers. */
export function DetectorDetails({ seen, at }: { seen: Seen; at: number }) {
  const { detectors, kind, names, largest } = seen;
  const detector = detectors[at];
  if (!detector) return null;
  const { weights, bias, voices } = detector;
  const loudest = Math.max(
    ...detectors.flatMap(({ voices }) => [...(voices ?? [])].map(Math.abs)),
  );
  const name = detectorName(seen, at);
  return (
    <div className={styles.detector} role="group" aria-label={`${name} in detail`}>
      <p>
        <b>{name}.</b> {voicesInWords(seen, at)} Its bias is {signed(bias)}.
      </p>
      <PixelImage
        values={shaded(weights, largest)}
        columns={digitSide}
        palette="signs"
        label={`The weights of ${name}: ${weightsInWords(weights)}`}
      />
      {kind !== null && voices && (
        <SignedBars
          caption={
            kind === "weights"
              ? "Outgoing weight to each digit"
              : "Mean output for the test images of each digit"
          }
          heading={headings[kind]}
          rows={names.map((name, digit) => ({ name, value: voices[digit] ?? 0 }))}
          largest={loudest}
          format={signed}
        />
      )}
      <details>
        <summary>Its 64 weights as numbers</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus */}
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Weights">
          <table className={styles.weights}>
            <tbody>
              {Array.from({ length: digitSide }, (_, row) => (
                <tr key={row}>
                  {Array.from(
                    weights.subarray(row * digitSide, (row + 1) * digitSide),
                    (weight, column) => (
                      <td key={column}>{signed(weight)}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

const places = ["upper left", "upper right", "lower left", "lower right"];

/** Where in the image the weights are highest and lowest, by quarters. */
function weightsInWords(weights: Float32Array): string {
  const sums = places.map((_, quarter) =>
    weights.reduce((sum, weight, at) => {
      const right = at % digitSide >= digitSide / 2;
      const lower = at >= weights.length / 2;
      return Number(right) + 2 * Number(lower) === quarter ? sum + weight : sum;
    }, 0),
  );
  const highest = places[sums.indexOf(Math.max(...sums))];
  const lowest = places[sums.indexOf(Math.min(...sums))];
  return `most for ink in the ${highest} quarter, most against ink in the ${lowest}.`;
}
