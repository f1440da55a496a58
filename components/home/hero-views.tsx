"use client";
// The map and the network of the first screen while they learn.
import { useDeferredValue, useMemo } from "react";
import { NetworkDrawing } from "@/components/lab/network/network-drawing";
import { PlaneCanvas } from "@/components/lab/network/plane-canvas";
import { MapFrame } from "@/components/lab/plane/map-frame";
import { PlanePoints } from "@/components/lab/plane/plane-points";
import type { Side } from "@/components/lab/training/side";
import { networkOf } from "@/labs/run/plan";
import { planeMaps } from "@/labs/training/plane-maps";

/** The map under the points, in words that stay the same while it changes. */
export function HeroMap(props: { side: Side }) {
  const { run, weights, sample, ended } = useDeferredValue(props.side);
  // A last picture has the time to be a fine one.
  const side = ended ? 64 : undefined;
  const maps = useMemo(() => planeMaps(run, weights, side), [run, weights, side]);
  return (
    <MapFrame
      role="img"
      aria-label="Two arms of points, on what the network says of every place"
    >
      <PlaneCanvas
        values={maps.layers.at(-1)?.[0] ?? new Float32Array()}
        side={maps.side}
      />
      {useMemo(
        () =>
          sample.points && (
            <PlanePoints points={{ train: sample.points.train }} several={false} />
          ),
        [sample],
      )}
    </MapFrame>
  );
}

/** The places each way of a neuron’s map: it is as small as a button. */
const faceSide = 12;

/** Decorative: the words stand beside it. */
export function HeroNetwork({ side }: { side: Side }) {
  const { run, weights } = useDeferredValue(side);
  const maps = useMemo(() => planeMaps(run, weights, faceSide), [run, weights]);
  return (
    <NetworkDrawing
      network={networkOf(run)}
      weights={weights}
      face={({ column, row }) => {
        const map = column === 0 ? maps.inputs[row] : maps.layers[column - 1]?.[row];
        return map && <PlaneCanvas values={map} side={faceSide} />;
      }}
    />
  );
}
