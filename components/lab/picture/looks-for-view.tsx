"use client";
import { useId, useMemo, useState } from "react";
import { NamedBars } from "@/components/chart/named-bars";
import { Disclosure } from "@/components/kit/disclosure";
import { Small, Stack } from "@/components/kit/layout";
import { ScrollTable } from "@/components/kit/scroll-table";
import { useCalm } from "@/components/kit/use-calm";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { fixedText } from "@/labs/arithmetic/number-text";
import { datasets } from "@/labs/data/datasets";
import { digitSide } from "@/labs/data/digits";
import {
  detectorName,
  detectorsIn,
  type SeenDetectors,
  shaded,
  shortVoices,
  voicesInWords,
} from "./detectors";
import styles from "./looks-for-view.module.css";
import { PixelImage } from "./pixel-image";

/** The pattern that each neuron of the first layer looks for, as an image of its weights. */
export function LooksForView({ side }: ViewProps) {
  if (datasets[side.run.data].on !== "picture") return null;
  return <Detectors key={`${side.run.layers}`} side={side} />;
}

const captionNote = {
  weights:
    " Under each: the digit it speaks for most, and the one it speaks most against.",
  activity: " Under each: the digit on which it puts out most.",
  null: "",
};

function Detectors({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const drawn = useCalm(side);
  const seen = useMemo(() => detectorsIn(drawn), [drawn]);
  const { detectors, names, kind, largest } = seen;
  const [picked, setPicked] = useState<number | null>(null);
  const chosen =
    picked ??
    Math.max(
      detectors.findIndex((one) => !one.silent),
      0,
    );
  return (
    <Stack role="group" aria-labelledby={id}>
      <h3 id={id}>What each {kind === null ? "output" : "hidden neuron"} looks for</h3>
      <Small>
        Its 64 weights, each where its pixel is. Blue: ink here speaks for it. Orange with
        a dash: ink here speaks against it. The darkest stands for {largest.toFixed(2)}.
        {captionNote[`${kind}`]}
      </Small>
      <div className={styles.detectorPanes}>
        <DetectorDetails seen={seen} at={chosen} />
        <fieldset className={styles.detectors}>
          <legend className="visually-hidden">Choose one to see its numbers</legend>
          {detectors.map((detector, at) => (
            <label key={at}>
              <input
                type="radio"
                className="visually-hidden"
                name={id}
                checked={at === chosen}
                onChange={() => setPicked(at)}
                aria-label={detectorName(seen, at)}
              />
              <PixelImage
                values={shaded(detector.weights, largest)}
                columns={digitSide}
                palette="signs"
                label={null}
              />
              <span>{kind === null ? names[at] : shortVoices(seen, at)}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </Stack>
  );
}

const headings = {
  weights: "Outgoing weight",
  activity: "Mean output",
};

const signed = (value: number) => fixedText(value, 2);

/** One neuron of the first layer, large, with all its numbers. */
function DetectorDetails({ seen, at }: { seen: SeenDetectors; at: number }) {
  const { detectors, set, kind, names, largest } = seen;
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
        <NamedBars
          of="Digit"
          caption={
            kind === "weights"
              ? "Outgoing weight to each digit"
              : `Mean output for the ${set} images of each digit`
          }
          heading={headings[kind]}
          names={names}
          values={voices}
          signed
          largest={loudest}
          format={signed}
        />
      )}
      <Disclosure summary="Its 64 weights as numbers">
        <ScrollTable label="Weights" height="whole" className={styles.weights}>
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
        </ScrollTable>
      </Disclosure>
    </div>
  );
}

const places = ["upper left", "upper right", "lower left", "lower right"];

/** The quarters of the image in which the weights are highest and lowest. */
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
