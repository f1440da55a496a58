"use client";
import { useId, useMemo, useState } from "react";
import { useCalm } from "@/components/kit/use-calm";
import { datasets } from "@/labs/dataset";
import { digitSide } from "@/labs/datasets/digits";
import type { ViewProps } from "../training/use-lab";
import { DetectorDetails } from "./detector-details";
import { detectorName, shortVoices } from "./detector-words";
import styles from "./picture.module.css";
import { PixelImage } from "./pixel-image";
import { detectorsIn, shaded } from "./seen-detectors";

/** What each neuron of the first layer looks for, as an image of its weights. */
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
    <div role="group" className={styles.view} aria-labelledby={id}>
      <p id={id} className={styles.title}>
        What each {kind === null ? "output" : "hidden neuron"} looks for
      </p>
      <p className={styles.note}>
        Its 64 weights, each where its pixel is. Blue: ink here speaks for it. Orange with
        a dash: ink here speaks against it. The darkest stands for {largest.toFixed(2)}.
        {captionNote[`${kind}`]}
      </p>
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
    </div>
  );
}
