"use client";
import { useId, useState } from "react";
import { kindOf, planeRadius } from "@/labs/dataset";
import { classNames } from "@/labs/input-names";
import { type PlaneMaps, winnersOf } from "@/labs/plane";
import type { Run } from "@/labs/run";
import type { Split } from "@/labs/sample";
import { crossAt, mapSize, type PlanePlace } from "../plane/plane-place";
import { MapLegend } from "./map-legend";
import { AreaMarks, MapMarks } from "./map-marks";
import { nameOf, type Spot } from "./names";
import styles from "./network.module.css";
import { PlaneCanvas } from "./plane-canvas";
import { readingAt } from "./reading";
import { useCross } from "./use-cross";

type Props = {
  run: Run;
  weights: Float32Array;
  maps: PlaneMaps;
  points: Split;
  /** The neuron whose map is drawn; null for what the whole network says. */
  chosen: Spot | null;
  onWhole(): void;
};

/** The share of the places that each of `count` classes has. */
function sharesOf(classAt: ArrayLike<number>, count: number): number[] {
  const shares = Array.from({ length: count }, () => 0);
  for (let at = 0; at < classAt.length; at += 1) {
    shares[classAt[at]!]! += 1 / classAt.length;
  }
  return shares;
}

/** What the network, or one neuron of it, says of every place, with the points on top. */
export function DecisionMap({ run, weights, maps, points, chosen, onWhole }: Props) {
  const id = useId();
  const said = (place: PlanePlace) => readingAt(run, weights, place, chosen);
  // Spoken when the cross is moved, not each time the weights change.
  const [spoken, setSpoken] = useState("");
  const { place, handlers } = useCross((at) => setSpoken(said(at)));
  const scores = maps.layers.at(-1) ?? [];
  const several = kindOf(run) === "several";
  const layer =
    chosen && (chosen.column === 0 ? maps.inputs : maps.layers[chosen.column - 1]);
  const values = chosen ? layer?.[chosen.row] : several ? undefined : scores[0];
  const winners = values ? null : winnersOf(scores);
  const classes = several && values ? [] : classNames(run);
  const named = winners?.classes ?? Uint8Array.from(values ?? [], (v) => Number(v > 0));
  const subject = chosen
    ? nameOf(chosen, run)
    : several
      ? "The class that scores highest"
      : "Output of the network";
  return (
    <figure className={styles.map}>
      <div
        className={styles.mapFrame}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move a cross on it
        tabIndex={0}
        aria-label="Map of the plane: arrow keys move a cross, its numbers are read out"
        aria-describedby={`${id}-caption`}
        {...handlers}
      >
        <PlaneCanvas values={values ?? winners ?? new Float32Array()} side={maps.side} />
        <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
          {winners && <AreaMarks winners={winners} side={maps.side} />}
          <MapMarks points={points} several={several} />
          {place && <path className={styles.cross} d={crossAt(place)} />}
        </svg>
      </div>
      <p className={styles.reading}>
        {place
          ? said(place)
          : "Point at the map, or move a cross on it with the arrow keys, for exact numbers."}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <figcaption id={`${id}-caption`}>
        {subject}. x and y from −{planeRadius} to {planeRadius}
        {several
          ? chosen && "; blue above 0, orange below"
          : "; ● blue is +1, ◆ orange is −1"}
        ; test points are hollow.
      </figcaption>
      {classes.length > 0 && (
        <MapLegend classes={classes} shares={sharesOf(named, classes.length)} />
      )}
      {chosen && several && (
        <button type="button" onClick={onWhole}>
          Show all classes
        </button>
      )}
    </figure>
  );
}
